package dk.samblik.run;

import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as the operations page and the command line show it: ids, counts and codes only. {@code households} by result
 * ({@code PENDING} and {@code CLAIMED} are still to do). {@code failure} is a class name, null where nothing failed;
 * {@code register} the one that was asked, null where all were.
 */
public record RunSummary(
        RunId id,
        Run.Kind kind,
        State state,
        String requestedBy,
        @Nullable HouseholdId household,
        @Nullable String register,
        LocalDate night,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        String routesHash,
        String mappingsHash,
        @Nullable String failure,
        Map<String, Integer> households,
        List<Register> registers) {

    public RunSummary {
        households = Map.copyOf(households);
        registers = List.copyOf(registers);
    }

    /** How a run stands. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        DONE_WITH_GAPS,
        FAILED,
        STOPPED;

        /** Whether nothing more will happen in it. */
        public boolean ended() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /**
     * One register in one run; {@code reason} is the code of why it was down, null when it was not; {@code rowsChanged} how
     * many of the mapped rows stand in a section that became another.
     */
    public record Register(
            String name,
            String state,
            @Nullable String reason,
            int asked,
            int answered,
            Fates fates,
            long read,
            long passedOver,
            int householdsChanged,
            long rowsChanged) {

        /** Rows read that have no fate; anything but 0 is an error. */
        public long difference() {
            return read - fates.read();
        }

        /** Rows that became facts and said what was known already. */
        public long rowsUnchanged() {
            return fates.mapped() - rowsChanged;
        }
    }

    /** Households with this result. */
    public int households(String result) {
        return households.getOrDefault(result, 0);
    }

    /** All households of the run. */
    public int householdsInAll() {
        return households.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Households that are settled, with whatever result. */
    public int householdsSettled() {
        return householdsInAll() - households("PENDING") - households("CLAIMED");
    }
}
