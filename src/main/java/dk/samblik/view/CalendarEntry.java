package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Coded;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One date in the calendar. {@code what} and {@code person} are null for the household's own meeting. {@code clash}: at
 * the same time as another; {@code sameDay}: another entry stands on this day; {@code missed}: nobody came.
 */
public record CalendarEntry(
        LocalDate date,
        @Nullable LocalTime start,
        @Nullable LocalTime end,
        Kind kind,
        @Nullable PersonId person,
        @Nullable Department department,
        @Nullable Coded what,
        @Nullable Coded status,
        @Nullable String form,
        @Nullable String place,
        boolean clash,
        boolean sameDay,
        boolean missed,
        @Nullable Provenance from) {

    /** What stands on the date; {@code DEADLINE_MET} is a deadline that was kept. */
    public enum Kind {
        MEETING,
        APPOINTMENT,
        DEADLINE,
        DEADLINE_MET
    }

    /** Whether it is still to be kept on this day or later. */
    public boolean ahead(LocalDate today) {
        return !date.isBefore(today) && !cancelled() && kind != Kind.DEADLINE_MET;
    }

    /** Whether it was called off. */
    public boolean cancelled() {
        return status != null && "CANCELLED".equals(status.canonical());
    }
}
