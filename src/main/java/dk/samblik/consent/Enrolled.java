package dk.samblik.consent;

import dk.samblik.household.HouseholdId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A household in the project, from the day it was enrolled to the day it leaves, both included. */
record Enrolled(HouseholdId id, LocalDate from, @Nullable LocalDate exit) {

    boolean on(LocalDate day) {
        return !from.isAfter(day) && (exit == null || !exit.isBefore(day));
    }
}
