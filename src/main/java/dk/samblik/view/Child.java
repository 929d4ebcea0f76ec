package dk.samblik.view;

import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * School and day care of one child: places (current first), absence by quarter (newest first) and day-care attendance.
 * {@code thisQuarter} and {@code lastQuarter} sum over schools, null where there are no figures.
 */
public record Child(
        PersonId person,
        List<Sourced<Fact.Enrolment>> enrolments,
        @Nullable Quarter thisQuarter,
        @Nullable Quarter lastQuarter,
        List<Sourced<Fact.Absence>> absences,
        List<Sourced<Fact.Attendance>> attendance) {

    public Child {
        enrolments = List.copyOf(enrolments);
        absences = List.copyOf(absences);
        attendance = List.copyOf(attendance);
    }

    /** Absence of a quarter so far: whole days away of school days; partial days count 0 (the official figure). */
    public record Quarter(String name, int schoolDays, int sick, int permitted, int unlawful, int partial) {

        /** Days away, whatever the reason. */
        public int away() {
            return sick + permitted + unlawful;
        }

        /** Away, in tenths of a per cent of the school days. */
        public int awayPermille() {
            return permille(away());
        }

        /** Unlawfully away, in tenths of a per cent of the school days. */
        public int unlawfulPermille() {
            return permille(unlawful);
        }

        private int permille(int days) {
            return schoolDays == 0 ? 0 : (int) Math.round(days * 1000.0 / schoolDays);
        }
    }
}
