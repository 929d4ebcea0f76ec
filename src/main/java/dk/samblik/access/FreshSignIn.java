package dk.samblik.access;

import dk.samblik.household.CivilClock;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * That whoever is at hand showed who they are within the last five minutes. What hands data out asks for it, so that a
 * screen left open hands out nothing (trust reference, 5.3).
 */
@Component
public class FreshSignIn {

    static final Duration OLDEST = Duration.ofMinutes(5);

    private static final String SHOWN = FreshSignIn.class.getName() + ".shown";
    private static final String BACK = FreshSignIn.class.getName() + ".back";

    private final CivilClock clock;

    FreshSignIn(CivilClock clock) {
        this.clock = clock;
    }

    /** Who was sent to sign in again, and from where. */
    private record Back(String who, String path) {}

    /** Whether the sign-in of this session is fresh; not where it is not known when it was. */
    public boolean holds(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(SHOWN) instanceof Instant shown && fresh(shown);
    }

    /**
     * Where in the hub to send somebody to sign in again. Afterwards the same person, and nobody else, is led back to this path: one
     * of the hub's own, without anything personal in it.
     */
    public String again(HttpServletRequest request, String path) {
        request.getSession()
                .setAttribute(BACK, new Back(request.getUserPrincipal().getName(), path));
        return SignIn.AGAIN;
    }

    /** Whether somebody of this session was sent to sign in again and has not yet. */
    boolean isAsked(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(BACK) != null;
    }

    /**
     * Notes when somebody who comes in showed who they are: as the provider says it, or now. Where they are to be led who
     * were sent to do it again; a provider that let them through on an earlier sign-in leaves them where they were.
     */
    Optional<String> cameIn(HttpServletRequest request, Authentication who) {
        HttpSession session = request.getSession();
        Instant shown = who.getPrincipal() instanceof ProviderUser user ? user.shown() : clock.now();
        session.setAttribute(SHOWN, shown);
        @Nullable Object asked = session.getAttribute(BACK);
        if (asked instanceof Back back && back.who().equals(who.getName()) && !fresh(shown)) {
            return Optional.of(SignIn.NOT_AGAIN);
        }
        session.removeAttribute(BACK);
        return asked instanceof Back back && back.who().equals(who.getName())
                ? Optional.of(back.path())
                : Optional.empty();
    }

    private boolean fresh(Instant shown) {
        return !shown.isBefore(clock.now().minus(OLDEST));
    }
}
