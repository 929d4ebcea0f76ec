package dk.samblik.access;

import dk.samblik.household.JsonLines;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request its number before anything else, so that the hub's log and the access log call it the same. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestTrace extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String made = UUID.randomUUID().toString();
        request.setAttribute(CurrentRequest.ATTRIBUTE, made);
        MDC.put(JsonLines.TRACE, made);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(JsonLines.TRACE);
        }
    }
}
