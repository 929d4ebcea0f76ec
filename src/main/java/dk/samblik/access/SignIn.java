package dk.samblik.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** Where people sign in and out, and where each is taken. */
final class SignIn {

    static final String PAGE = "/log-paa";
    /** Where the question to the provider is asked. */
    static final String ASK = PAGE + "/" + Provider.NAME;

    /** Where the provider sends people back to. */
    static final String ANSWER = ASK + "/svar";

    static final String FAILED = PAGE + "?fejl";

    /** For somebody who is signed in and must show once more who they are. */
    static final String AGAIN = PAGE + "?igen";

    /** The provider let somebody through without asking again. */
    static final String NOT_AGAIN = AGAIN + "&fejl=ikke-igen";

    static final String SIGNED_OUT = PAGE + "?af";
    static final String OUT = "/log-af";
    static final String HOME = "/";
    private static final String DRAWS = "/udtraek";
    private static final String EFFECT = "/effekt";
    private static final Map<Viewer.Role, String> HOMES = Map.of(
            Viewer.Role.IT, "/drift",
            Viewer.Role.STEWARD, "/datakvalitet",
            Viewer.Role.DRAW_OFFICER, DRAWS,
            Viewer.Role.DRAW_APPROVER, DRAWS,
            Viewer.Role.DPO, "/opslagslog",
            Viewer.Role.DESK, "/samtykker",
            Viewer.Role.CONTACT, "/kontakt",
            Viewer.Role.LEADER, EFFECT,
            Viewer.Role.EVALUATOR, EFFECT);

    private SignIn() {}

    /**
     * Back to where somebody was sent from to sign in again, else to the pages of the role; somebody without a place is told
     * so by the first of them.
     */
    static void welcome(
            CurrentViewer viewers,
            FreshSignIn fresh,
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication who)
            throws IOException {
        String to = fresh.cameIn(request, who).orElseGet(() -> home(viewers.find(who)));
        response.sendRedirect(request.getContextPath() + to);
    }

    /** Where the pages of a role begin. */
    static String home(Optional<Viewer> viewer) {
        return viewer.map(found -> HOMES.getOrDefault(found.role(), HOME)).orElse(HOME);
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
