package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A household as one row of the start page. {@code compared} false: there is nothing to compare with (never seen, or no
 * version then), which is not the same as no change. {@code worst} is the state to raise, with its department; FRESH and
 * null where all is well. {@code changes}: those that count, whoever reads. {@code finished}: the day the household left, with
 * consents in force still; null while it takes part. {@code seen}: whether this reader has a look that can be undone. {@code
 * hidden}: somebody in it is protected.
 */
public record HouseholdRow(
        HouseholdId household,
        String number,
        List<String> adults,
        @Nullable String coordinator,
        @Nullable String coordinatorName,
        boolean compared,
        List<Change> changes,
        @Nullable CalendarEntry next,
        @Nullable LocalDate meeting,
        ConsentSummary consent,
        @Nullable LocalDate withdrawn,
        @Nullable LocalDate finished,
        boolean seen,
        boolean hidden,
        LaneState worst,
        @Nullable Department worstIn,
        int version) {

    public HouseholdRow {
        adults = List.copyOf(adults);
        changes = List.copyOf(changes);
    }
}
