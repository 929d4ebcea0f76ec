package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Coded;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated fact that somebody should know before the meeting; never a judgement. {@code number} is the days, per cent or
 * count that the sentence needs, 0 where it needs none.
 */
public record Alert(
        Kind kind,
        LocalDate date,
        @Nullable PersonId person,
        @Nullable Department department,
        @Nullable Coded what,
        int number) {

    /** The facts that are raised, weightiest first (domain reference, 8.1). */
    public enum Kind {
        EVICTION,
        TENANCY_TERMINATED,
        BENEFIT_ENDING,
        UNLAWFUL_ABSENCE,
        DEADLINE_PASSED,
        CLASH,
        MISSED_APPOINTMENTS,
        CONSENT_ENDING
    }
}
