package dk.samblik.api;

import dk.samblik.access.ApiRefusal;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Takes the place of the error page for the addresses of the interface: what its security, the firewall or the server refused
 * by a status is written as a problem.
 */
final class ApiErrors implements Filter {

    private final ProblemWriter writer;

    ApiErrors(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (failed == null
                || !ProblemWriter.ours(failed.toString())
                || !(request instanceof HttpServletRequest asked)
                || !(response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
            return;
        }
        Object status = asked.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Problem problem = Problem.coded(asked.getAttribute(ApiRefusal.CODE))
                .orElseGet(() -> Problem.of(status instanceof Integer number ? number : 500));
        writer.write(asked, answer, problem, List.of());
    }
}
