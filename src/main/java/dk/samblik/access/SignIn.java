package dk.samblik.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;

/** Where people sign in and out, and where each is taken. */
final class SignIn {

    static final String PAGE = "/log-paa";
    /** Where the question to the provider is asked. */
    static final String ASK = PAGE + "/" + Provider.NAME;

    /** Where the provider sends people back to. */
    static final String ANSWER = ASK + "/svar";

    static final String FAILED = PAGE + "?fejl";
    static final String SIGNED_OUT = PAGE + "?af";
    static final String OUT = "/log-af";
    static final String HOME = "/";
    private static final String OPERATIONS = "/drift";
    private static final String DESK = "/samtykker/ny";

    private SignIn() {}

    /** To the pages of the role; somebody without a place is told so by the first of them. */
    static void welcome(
            CurrentViewer viewers, HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        response.sendRedirect(request.getContextPath() + home(viewers.find(who)));
    }

    /** Refuses a page; who comes to the teams' first page and has another is shown to that instead. */
    static void turnAway(
            CurrentViewer viewers,
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException denied)
            throws IOException, ServletException {
        String home = home(viewers.find());
        if (request.getServletPath().equals(HOME) && !home.equals(HOME)) {
            response.sendRedirect(request.getContextPath() + home);
        } else {
            new AccessDeniedHandlerImpl().handle(request, response, denied);
        }
    }

    private static String home(Optional<Viewer> viewer) {
        Viewer.Role role = viewer.map(Viewer::role).orElse(Viewer.Role.TEAM);
        return switch (role) {
            case IT -> OPERATIONS;
            case DESK -> DESK;
            default -> HOME;
        };
    }

    /** Sends a page to the sign-in; a part of a page must take its whole page there. */
    static void ask(HttpServletRequest request, HttpServletResponse response, AuthenticationException none)
            throws IOException {
        String page = request.getContextPath() + PAGE;
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(page);
        } else {
            response.setHeader("HX-Redirect", page);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
    }
}
