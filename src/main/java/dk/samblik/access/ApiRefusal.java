package dk.samblik.access;

import dk.samblik.household.HouseholdId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.method.HandlerMethod;

/**
 * What a system is told that is not let through, by status and code; the body is written where every error of the interface
 * is. A try at a handler of the interface by a known client is in the access log first.
 */
public final class ApiRefusal implements AccessDeniedHandler {

    /** The attribute of a request with the code of its problem, where the status alone does not say it. */
    public static final String CODE = ApiRefusal.class.getName() + ".code";

    private static final Pattern HOUSEHOLD = Pattern.compile("/api/v1/households/([0-9a-f-]{36})(/.*)?");

    private final Handlers handlers;
    private final Refusals refusals;

    ApiRefusal(Handlers handlers, Refusals refusals) {
        this.handlers = handlers;
        this.refusals = refusals;
    }

    /** Asks for a token, or for a better one. */
    static void ask(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof AuthenticationServiceException) {
            refuse(request, response, 503, "login.unavailable");
            return;
        }
        boolean none = why instanceof InsufficientAuthenticationException;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, none ? "Bearer" : "Bearer error=\"invalid_token\"");
        refuse(request, response, 401, none ? "token.missing" : "token.invalid");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        List<HandlerMethod> reached = handlers.at(request);
        if (reached.isEmpty()
                || !(SecurityContextHolder.getContext().getAuthentication() instanceof ClientToken client)) {
            refuse(request, response, 404, "not-found");
            return;
        }
        try {
            refusals.note(
                    client.viewer(),
                    household(request).orElse(null),
                    Set.of(),
                    HouseholdAccess.PURPOSE,
                    HouseholdAccess.OTHER_ROLE);
        } catch (LogUnavailable unwritten) {
            refuse(request, response, 503, "log.unavailable");
            return;
        }
        List<ApiScope> wanted = reached.stream()
                .flatMap(handler -> Stream.ofNullable(handler.getMethodAnnotation(OpenToClients.class)))
                .flatMap(declared -> Arrays.stream(declared.value()))
                .toList();
        Optional<ApiScope> missing =
                wanted.stream().noneMatch(client::holds) ? wanted.stream().findFirst() : Optional.empty();
        missing.ifPresent(scope -> response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\", scope=\"" + scope.word() + "\""));
        refuse(request, response, 403, missing.isPresent() ? "scope.missing" : "role.denied");
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status, String code)
            throws IOException {
        request.setAttribute(CODE, code);
        response.sendError(status);
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
