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
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session that was left alone for too long, and one that is too old, however busy it is kept. */
final class SessionLimits extends OncePerRequestFilter {

    private static final String BEGAN = SessionLimits.class.getName() + ".began";
    private static final String LAST = SessionLimits.class.getName() + ".last";

    private final Duration idle;
    private final Duration longest;
    private final Clock clock;

    SessionLimits(Duration idle, Duration longest, Clock clock) {
        this.idle = idle;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && (over(session, BEGAN, longest) || over(session, LAST, idle))) {
            session.invalidate();
        } else if (session != null) {
            session.setAttribute(LAST, clock.instant());
        }
        try {
            chain.doFilter(request, response);
        } finally {
            begin(request.getSession(false));
        }
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
