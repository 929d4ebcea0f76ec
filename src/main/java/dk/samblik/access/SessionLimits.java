package dk.samblik.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;

/**
 * Ends a session that was left alone for too long, and one that is too old, however busy it is kept. What a page asks for by
 * itself ({@link Unattended}) leaves it alone, too.
 */
final class SessionLimits extends OncePerRequestFilter {

    private static final String BEGAN = SessionLimits.class.getName() + ".began";
    private static final String LAST = SessionLimits.class.getName() + ".last";

    private final Duration idle;
    private final Duration longest;
    private final Clock clock;
    private final Handlers handlers;

    SessionLimits(Duration idle, Duration longest, Clock clock, Handlers handlers) {
        this.idle = idle;
        this.longest = longest;
        this.clock = clock;
        this.handlers = handlers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && (over(session, BEGAN, longest) || over(session, LAST, idle))) {
            session.invalidate();
        } else if (session != null) {
            if (!unattended(request)) {
                session.setAttribute(LAST, clock.instant());
            }
            new SessionLeft(left(session, LAST, idle), left(session, BEGAN, longest)).tell(request);
        }
        try {
            chain.doFilter(request, response);
        } finally {
            begin(request.getSession(false));
        }
    }

    private boolean unattended(HttpServletRequest request) {
        List<HandlerMethod> reached = handlers.at(request);
        return !reached.isEmpty() && reached.stream().allMatch(one -> one.hasMethodAnnotation(Unattended.class));
    }

    private Duration left(HttpSession session, String since, Duration limit) {
        Instant now = clock.instant();
        return Duration.between(
                now, Objects.requireNonNullElse(began(session, since), now).plus(limit));
    }

    /** After the request, so that a session that it made has its first moment too. */
    private void begin(@Nullable HttpSession session) {
        if (session != null && began(session, BEGAN) == null) {
            session.setAttribute(BEGAN, clock.instant());
            session.setAttribute(LAST, clock.instant());
        }
    }

    private boolean over(HttpSession session, String since, Duration limit) {
        Instant began = began(session, since);
        return began != null && clock.instant().isAfter(began.plus(limit));
    }

    private static @Nullable Instant began(HttpSession session, String attribute) {
        return (Instant) session.getAttribute(attribute);
    }
}
