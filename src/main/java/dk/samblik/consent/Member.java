package dk.samblik.consent;

import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the consent desk has settled, from one day to another, both included. Only a participant's number is kept, and
 * sealed; of the others there is the keyed hash.
 */
record Member(
        PersonId id,
        HouseholdId household,
        CprHash number,
        byte @Nullable [] sealed,
        Participation participation,
        String relation,
        LocalDate from,
        @Nullable LocalDate to) {

    static final String CHILD = "CHILD";

    boolean on(LocalDate day) {
        return !from.isAfter(day) && (to == null || !to.isBefore(day));
    }

    boolean participates() {
        return participation == Participation.PARTICIPANT;
    }

    /** The label the number is sealed under. */
    static String label(PersonId person) {
        return "cpr|" + person;
    }

    @Override
    public String toString() {
        return "Member[" + id + "]";
    }
}
