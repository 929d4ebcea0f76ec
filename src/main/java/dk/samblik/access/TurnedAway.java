package dk.samblik.access;

import dk.samblik.household.HouseholdId;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;

/**
 * Refuses a page to somebody whose role it is not for. The try is in the access log before the answer goes out; IT staff who
 * come to the teams' first page are shown to their own instead.
 */
record TurnedAway(CurrentViewer viewers, Handlers handlers, AccessLog log, CurrentRequest request)
        implements AccessDeniedHandler {

    private static final Pattern HOUSEHOLD = Pattern.compile("/husstande/([0-9a-f-]{36})(/.*)?");

    @Override
    public void handle(HttpServletRequest refused, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        Optional<Viewer> viewer = viewers.find();
        if (toTheFirstPage(refused) && SignIn.operations(viewer)) {
            response.sendRedirect(refused.getContextPath() + SignIn.OPERATIONS);
            return;
        }
        if (viewer.isPresent() && ofAnotherRole(refused, denied) && !noted(viewer.get(), refused)) {
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        new AccessDeniedHandlerImpl().handle(refused, response, denied);
    }

    private static boolean toTheFirstPage(HttpServletRequest refused) {
        return refused.getMethod().equals(HttpMethod.GET.name())
                && refused.getServletPath().equals(SignIn.HOME);
    }

    /** A page that is there, for others; not a form without its token, nor an address of the reader's own making. */
    private boolean ofAnotherRole(HttpServletRequest refused, AccessDeniedException denied) {
        return denied instanceof AuthorizationDeniedException
                && !handlers.at(refused).isEmpty();
    }

    private boolean noted(Viewer viewer, HttpServletRequest refused) {
        try {
            log.record(List.of(new Access(
                    Access.Action.DENIED,
                    viewer,
                    HouseholdAccess.PURPOSE,
                    household(refused).orElse(null),
                    null,
                    null,
                    Set.of(),
                    List.of(),
                    null,
                    HouseholdAccess.OTHER_ROLE,
                    request.id(),
                    null)));
            return true;
        } catch (LogUnavailable unwritten) {
            return false;
        }
    }

    private static Optional<HouseholdId> household(HttpServletRequest refused) {
        Matcher path = HOUSEHOLD.matcher(refused.getServletPath());
        try {
            return path.matches() ? Optional.of(HouseholdId.of(path.group(1))) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
