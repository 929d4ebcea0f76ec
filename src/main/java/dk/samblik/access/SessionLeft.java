package dk.samblik.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/** How long the session at hand lasts: {@code alone} if nobody does anything in it, {@code inAll} in any case. */
public record SessionLeft(Duration alone, Duration inAll) {

    private static final String ATTRIBUTE = SessionLeft.class.getName();

    /** Of the session that this request came in, as it stood then; empty where there was none, or it was over. */
    public static Optional<SessionLeft> of(HttpServletRequest request) {
        return Optional.ofNullable((SessionLeft) request.getAttribute(ATTRIBUTE));
    }

    void tell(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Until the first of the two, in seconds begun; 0 when it is over. */
    public long seconds() {
        Duration first = extensible() ? alone : inAll;
        return Math.max(0, first.plusSeconds(1).minusNanos(1).toSeconds());
    }

    /** Whether doing something makes it last longer. */
    public boolean extensible() {
        return alone.compareTo(inAll) < 0;
    }
}
