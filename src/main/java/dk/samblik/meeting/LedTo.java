package dk.samblik.meeting;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The measure an agreement led to, by whose it is, from where, and the register's own key of it. What it is and when it began
 * stands in what is published, so that a correction of the register is one here too.
 */
public record LedTo(PersonId person, Department source, String register, String key) {

    private static final String APPLIED = "APPLIED";

    /** Whether it is this measure, which this register tells of this person. */
    public boolean is(PersonId whose, String from, Fact.Measure measure) {
        return person.equals(whose) && register.equals(from) && key.equals(measure.key());
    }

    /** Whether an agreement of this day can have led to it: it has a key and begins on that day or later. */
    public static boolean can(LocalDate made, Fact.Measure measure) {
        return !measure.key().isEmpty()
                && start(measure).filter(day -> !day.isBefore(made)).isPresent();
    }

    /** The day it begins; none where the register does not say, or where it is only applied for. */
    public static Optional<LocalDate> start(Fact.Measure measure) {
        return APPLIED.equals(measure.status().canonical()) ? Optional.empty() : Optional.ofNullable(measure.from());
    }
}
