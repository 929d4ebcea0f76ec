package dk.samblik.view;

import dk.samblik.household.Category;
import dk.samblik.mapping.Fact;
import java.util.Optional;
import java.util.Set;

/** Which kind of information a fact is, so that a consent that covers less hides it at once, not at the next run. */
final class FactCategory {

    private FactCategory() {}

    /** The fact as these categories cover it: whole, without the person who works on it, or not at all. */
    static Optional<Fact> covered(Set<Category> categories, Fact fact) {
        if (!of(fact).map(categories::contains).orElse(true)) {
            return Optional.empty();
        }
        return Optional.of(categories.contains(Category.CASEWORKERS) ? fact : Nameless.of(fact));
    }

    /** The category a consent must name; empty for identity, which is part of taking part at all. */
    static Optional<Category> of(Fact fact) {
        if (fact instanceof Fact.Case || fact instanceof Fact.Deadline) {
            return Optional.of(Category.CASE_OVERVIEW);
        }
        if (fact instanceof Fact.Worker) {
            return Optional.of(Category.CASEWORKERS);
        }
        if (fact instanceof Fact.Appointment) {
            return Optional.of(Category.APPOINTMENTS);
        }
        if (fact instanceof Fact.Measure || fact instanceof Fact.Anonymous) {
            return Optional.of(Category.MEASURES);
        }
        if (fact instanceof Fact.Benefit || fact instanceof Fact.Classification) {
            return Optional.of(Category.BENEFITS);
        }
        if (fact instanceof Fact.PaidHours || fact instanceof Fact.Education) {
            return Optional.of(Category.EMPLOYMENT_HISTORY);
        }
        if (fact instanceof Fact.Tenancy) {
            return Optional.of(Category.TENANCY);
        }
        return ofChild(fact);
    }

    private static Optional<Category> ofChild(Fact fact) {
        if (fact instanceof Fact.Enrolment place) {
            return Optional.of(
                    "SCHOOL".equals(place.kind().canonical())
                            ? Category.SCHOOL_ATTENDANCE
                            : Category.DAYCARE_ATTENDANCE);
        }
        if (fact instanceof Fact.Absence) {
            return Optional.of(Category.SCHOOL_ATTENDANCE);
        }
        if (fact instanceof Fact.Attendance || fact instanceof Fact.CareHours) {
            return Optional.of(Category.DAYCARE_ATTENDANCE);
        }
        return Optional.empty();
    }
}
