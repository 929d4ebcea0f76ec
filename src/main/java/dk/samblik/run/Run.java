package dk.samblik.run;

import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One night or one refresh. {@code night} is the civil date in Copenhagen by which its records are judged; {@code fence}
 * grows with every run opened or resumed, and no write of a lower fence replaces one of a higher. {@code household} is
 * there for a refresh, {@code register} for a run that asks one register only; else null.
 */
public record Run(
        RunId id,
        Kind kind,
        LocalDate night,
        long fence,
        @Nullable HouseholdId household,
        @Nullable String register) {

    /** A run that asks every register. */
    public Run(RunId id, Kind kind, LocalDate night, long fence, @Nullable HouseholdId household) {
        this(id, kind, night, fence, household, null);
    }

    /** Why the line runs. */
    public enum Kind {
        NIGHTLY,
        REFRESH,
        /** One register, about everybody. */
        SOURCE,
        /** One register, about those of whom it said something that was refused. */
        REPLAY;

        /** The word for it in figures: one that was asked for is called so, whoever asked. */
        public String label() {
            return this == NIGHTLY ? "nightly" : "on_demand";
        }
    }
}
