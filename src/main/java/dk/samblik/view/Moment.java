package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Coded;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An event on the timeline. {@code what} where a code says it, {@code text} where only a text does (law, school); both
 * null: the kind says all.
 */
public record Moment(
        LocalDate date,
        Kind kind,
        PersonId person,
        Department department,
        @Nullable Coded what,
        @Nullable String text,
        Provenance from) {

    /** What happened. */
    public enum Kind {
        CASE_OPENED,
        CASE_CLOSED,
        MEASURE_STARTED,
        MEASURE_ENDED,
        BENEFIT_STARTED,
        BENEFIT_ENDED,
        EDUCATION_STARTED,
        EDUCATION_COMPLETED,
        EDUCATION_BROKEN_OFF,
        APPOINTMENT_HELD,
        APPOINTMENT_MISSED,
        DEADLINE_MET,
        PLACE_STARTED,
        PLACE_ENDED,
        MOVED_IN,
        MOVED_OUT
    }
}
