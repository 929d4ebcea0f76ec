package dk.samblik.consent;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import java.util.UUID;

/** One row that content hangs on: this person's consent, for this department, is in force. */
record InForceRow(
        PersonId person,
        Department source,
        HouseholdId household,
        UUID consent,
        int version,
        Set<Category> categories,
        Period back,
        LocalDate from,
        LocalDate to) {

    InForceRow {
        categories = Set.copyOf(categories);
    }

    static InForceRow of(Consent consent, Department source) {
        return new InForceRow(
                consent.person(),
                source,
                consent.household(),
                consent.id(),
                consent.version(),
                consent.categories(),
                consent.back(),
                consent.from(),
                consent.to());
    }

    /** The same row resting on another version of the consent. */
    InForceRow under(int newVersion, Set<Category> newCategories) {
        return new InForceRow(person, source, household, consent, newVersion, newCategories, back, from, to);
    }

    boolean on(LocalDate day) {
        return !from.isAfter(day) && !to.isBefore(day);
    }

    /** Whether less is allowed than by the row before: what hangs on that one holds more than it may. */
    boolean narrows(InForceRow before) {
        LocalDate any = to;
        return !categories.containsAll(before.categories)
                || any.minus(back).isAfter(any.minus(before.back))
                || !household.equals(before.household);
    }
}
