package dk.samblik.api;

import dk.samblik.run.Run;
import dk.samblik.run.RunSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A run in ids, counts and codes.
 *
 * @param household of a refresh, for whoever may see it; null for a night, and for operations
 * @param households how many came to what; of a refresh the one household
 */
record RunDocument(
        UUID id,
        Run.Kind kind,
        RunSummary.State state,
        boolean ended,
        @Nullable UUID household,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Map<String, Integer> households,
        List<Asked> sources) {

    /** How one register answered in it; {@code reason} where it did not. */
    record Asked(String register, String state, @Nullable String reason, int asked, int answered) {}

    /** Some of a list. */
    record Page(List<RunDocument> items) {}

    /** As this reader may have it: only registers it may know of. */
    static RunDocument of(RunSummary run, boolean withHousehold, Predicate<String> register) {
        return new RunDocument(
                run.id().value(),
                run.kind(),
                run.state(),
                run.state().ended(),
                withHousehold && run.household() != null ? run.household().value() : null,
                run.requestedAt(),
                run.startedAt(),
                run.endedAt(),
                new TreeMap<>(run.households()),
                run.registers().stream()
                        .filter(one -> register.test(one.name()))
                        .map(one -> new Asked(one.name(), one.state(), one.reason(), one.asked(), one.answered()))
                        .toList());
    }
}
