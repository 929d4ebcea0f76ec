package dk.samblik.api;

import dk.samblik.access.HouseholdLeft;
import dk.samblik.access.LogUnavailable;
import dk.samblik.access.LogUnproven;
import dk.samblik.access.NotForYourRole;
import dk.samblik.access.NotYours;
import dk.samblik.population.PopulationUnavailable;
import dk.samblik.register.HubClosed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** What a handler of the interface throws, or Spring on its way to one, is answered as a problem, without its message. */
@Component
class ProblemResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

    private static final Set<Class<? extends Exception>> FOR_NOW = Set.of(
            CannotGetJdbcConnectionException.class,
            CannotCreateTransactionException.class,
            NonTransientDataAccessResourceException.class,
            TransientDataAccessException.class,
            PopulationUnavailable.class,
            HubClosed.class);

    private final ProblemWriter writer;

    ProblemResolver(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        if (!ProblemWriter.ours(request.getRequestURI())) {
            return null;
        }
        Problem problem = problem(fault);
        if (problem.status() >= 500 && !(fault instanceof HubClosed)) {
            LOG.error(
                    "request {}: {} {}",
                    writer.trace(),
                    problem.code(),
                    fault.getClass().getName());
        }
        if (response.isCommitted()) {
            return new ModelAndView();
        }
        headers(fault, response);
        try {
            writer.write(request, response, problem, fault instanceof Refused refused ? refused.places() : List.of());
        } catch (IOException clientLeft) {
            LOG.debug("request {}: nobody there", writer.trace());
        }
        return new ModelAndView();
    }

    private static void headers(Exception fault, HttpServletResponse response) {
        if (fault instanceof HttpRequestMethodNotSupportedException method
                && method.getSupportedHttpMethods() != null) {
            response.setHeader(
                    HttpHeaders.ALLOW,
                    String.join(
                            ", ",
                            method.getSupportedHttpMethods().stream()
                                    .map(Object::toString)
                                    .sorted()
                                    .toList()));
        }
        if (fault instanceof Refused refused && refused.after() != null) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(Math.max(1, refused.after().toSeconds())));
        }
    }

    private static Problem problem(Exception fault) {
        if (fault instanceof Refused refused) {
            return refused.problem();
        }
        if (fault instanceof NotYours) {
            return Problem.NOT_FOUND;
        }
        if (fault instanceof NotForYourRole) {
            return Problem.ROLE_DENIED;
        }
        if (fault instanceof HouseholdLeft) {
            return Problem.HOUSEHOLD_LEFT;
        }
        if (fault instanceof LogUnavailable || fault instanceof LogUnproven) {
            return Problem.LOG_UNAVAILABLE;
        }
        if (BodyLimit.tooLarge(fault)) {
            return Problem.TOO_LARGE;
        }
        if (FOR_NOW.stream().anyMatch(kind -> kind.isInstance(fault))) {
            return Problem.UNAVAILABLE;
        }
        if (fault instanceof HttpMessageNotReadableException || fault instanceof TypeMismatchException) {
            return Problem.REQUEST_INVALID;
        }
        return fault instanceof ErrorResponse spring
                ? Problem.of(spring.getStatusCode().value())
                : Problem.FAULT;
    }
}
