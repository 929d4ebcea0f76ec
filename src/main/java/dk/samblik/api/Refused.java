package dk.samblik.api;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that is answered by a problem. Carries no value of the request. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient List<ProblemBody.Place> places;
    private final @Nullable Duration after;

    private Refused(Problem problem, List<ProblemBody.Place> places, @Nullable Duration after) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.places = List.copyOf(places);
        this.after = after;
    }

    static Refused because(Problem problem) {
        return new Refused(problem, List.of(), null);
    }

    /** A body or parameter that is wrong at these places, as JSON pointers with a code each. */
    static Refused at(ProblemBody.Place... places) {
        return new Refused(Problem.REQUEST_INVALID, List.of(places), null);
    }

    /** Too often; how long to wait. */
    static Refused tooOften(Duration after) {
        return new Refused(Problem.TOO_MANY, List.of(), after);
    }

    Problem problem() {
        return problem;
    }

    List<ProblemBody.Place> places() {
        return places;
    }

    @Nullable
    Duration after() {
        return after;
    }
}
