package dk.samblik.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.samblik.access.OpenToAnybody;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.springframework.web.bind.annotation.RequestBody;

/** Which problems a handler may be answered by: those of every call, and those that come with what it takes. */
final class OpenApiProblems {

    private static final String TRACE = "urn:uuid:00000000-0000-4000-8000-000000000000";

    private OpenApiProblems() {}

    static Set<Problem> of(Method handler, List<String> takes) {
        Set<Problem> problems =
                EnumSet.of(Problem.REQUEST_INVALID, Problem.TOKEN_INVALID, Problem.NOT_ACCEPTABLE, Problem.FAULT);
        if (!handler.isAnnotationPresent(OpenToAnybody.class)) {
            problems.addAll(EnumSet.of(
                    Problem.TOKEN_MISSING,
                    Problem.SCOPE_MISSING,
                    Problem.ROLE_DENIED,
                    Problem.LOG_UNAVAILABLE,
                    Problem.UNAVAILABLE));
        }
        problems.add(Problem.LOGIN_UNAVAILABLE);
        if (takes.contains("Household") || takes.contains("Run") || takes.contains("Half")) {
            problems.add(Problem.NOT_FOUND);
        }
        if (takes.contains(Purpose.HEADER)) {
            problems.addAll(EnumSet.of(Problem.PURPOSE_MISSING, Problem.PURPOSE_UNKNOWN));
        }
        if (takes.contains("If-Match")) {
            problems.addAll(EnumSet.of(Problem.PRECONDITION_MISSING, Problem.STALE));
        }
        if (takes.contains("Idempotency-Key")) {
            problems.addAll(EnumSet.of(
                    Problem.KEY_MISSING,
                    Problem.KEY_IN_USE,
                    Problem.HOUSEHOLD_LEFT,
                    Problem.KEY_REUSED,
                    Problem.TOO_MANY));
        }
        if (Arrays.stream(handler.getParameters()).anyMatch(one -> one.isAnnotationPresent(RequestBody.class))) {
            problems.addAll(EnumSet.of(Problem.MEDIA_TYPE, Problem.TOO_LARGE));
        }
        return problems;
    }

    /** The header that problems of a status have. */
    static Optional<String> header(int status) {
        return switch (status) {
            case 401, 403 -> Optional.of("WWW-Authenticate");
            case 429 -> Optional.of("Retry-After");
            default -> Optional.empty();
        };
    }

    /** Each problem as it is answered in English. */
    static ObjectNode examples() {
        ResourceBundle english = ResourceBundle.getBundle("messages", Locale.ENGLISH);
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (Problem problem : Problem.values()) {
            all.putObject(problem.code())
                    .putObject("value")
                    .put("type", "urn:samblik:problem:" + problem.code())
                    .put("title", problem.title())
                    .put("status", problem.status())
                    .put(
                            "detail",
                            english.getString("api.problem." + problem.code()).replace("''", "'"))
                    .put("instance", TRACE)
                    .put("code", problem.code());
        }
        return all;
    }
}
