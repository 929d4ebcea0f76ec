package dk.samblik.run;

import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One night or one refresh. {@code night} is the civil date in Copenhagen by which its records are judged; {@code fence}
 * grows with every run opened or resumed, and no write of a lower fence replaces one of a higher. {@code household} is
 * null for a night.
 */
public record Run(
        RunId id,
        Kind kind,
        LocalDate night,
        long fence,
        @Nullable HouseholdId household) {

    /** Why the line runs. */
    public enum Kind {
        NIGHTLY,
        REFRESH;

        /** The word for it in figures: one that was asked for is called so, whoever asked. */
        public String label() {
            return this == NIGHTLY ? "nightly" : "on_demand";
        }
    }
}
