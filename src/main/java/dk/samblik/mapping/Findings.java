package dk.samblik.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What has been found about one person so far. */
final class Findings {

    private static final Comparator<Found> ORDER =
            Comparator.comparingInt(Found::kind).thenComparing(Found::key);

    private final List<Found> facts = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    private record Found(int kind, String key, Fact fact) {}

    void add(int kind, String key, Fact fact) {
        facts.add(new Found(kind, key, fact));
    }

    void add(Rejection rejection) {
        rejections.add(rejection);
    }

    /** All of it, in an order that does not depend on that of the rows; no fact points at a case that is not shown. */
    Answer.Outcome.Answered answered() {
        Set<String> cases = facts.stream()
                .map(Found::fact)
                .filter(Fact.Case.class::isInstance)
                .map(fact -> ((Fact.Case) fact).key())
                .collect(Collectors.toSet());
        return new Answer.Outcome.Answered(
                facts.stream()
                        .sorted(ORDER)
                        .map(found -> linked(found.fact(), cases))
                        .toList(),
                rejections.stream()
                        .sorted(Comparator.comparing(Rejection::table).thenComparingLong(Rejection::recordNo))
                        .toList());
    }

    private static Fact linked(Fact fact, Set<String> cases) {
        if (fact instanceof Fact.Measure measure && measure.caseKey() != null && !cases.contains(measure.caseKey())) {
            return measure.withoutCase();
        }
        if (fact instanceof Fact.Deadline deadline
                && deadline.caseKey() != null
                && !cases.contains(deadline.caseKey())) {
            return deadline.withoutCase();
        }
        return fact;
    }
}
