package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Coded;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something new since an earlier version, as the key of a sentence ({@code change.<kind>}) and what it needs. {@code
 * date} is the fact's own date, null where it has none.
 */
public record Change(
        Kind kind,
        @Nullable PersonId person,
        @Nullable Department department,
        @Nullable Coded what,
        @Nullable String text,
        @Nullable LocalDate date) {

    /** What counts as a change, weightiest first. */
    public enum Kind {
        CONSENT_WITHDRAWN,
        CONSENT_ENDED,
        CONSENT_GIVEN,
        CONSENT_CHANGED,
        EVICTION_SET,
        TENANCY_TERMINATED,
        ARREARS_STARTED,
        ARREARS_ENDED,
        MOVED,
        DISAGREEMENT_NEW,
        DISAGREEMENT_GONE,
        CASE_NEW,
        CASE_CLOSED,
        MEASURE_NEW,
        MEASURE_CHANGED,
        MEASURE_ENDED,
        BENEFIT_NEW,
        BENEFIT_CHANGED,
        BENEFIT_ENDED,
        EDUCATION_BROKEN_OFF,
        EDUCATION_NEW,
        EDUCATION_COMPLETED,
        DEADLINE_NEW,
        DEADLINE_CHANGED,
        DEADLINE_MET,
        APPOINTMENT_NEW,
        APPOINTMENT_CHANGED,
        PLACE_NEW,
        PLACE_ENDED;

        private static final Set<Kind> TOLD_ON_THE_PAGE_ONLY = EnumSet.of(
                DISAGREEMENT_GONE, DEADLINE_MET, APPOINTMENT_NEW, APPOINTMENT_CHANGED, PLACE_NEW, PLACE_ENDED);

        /**
         * Whether it counts as new in lists and notices: a case, a decision, an education, a deadline, a move, a disagreement
         * or a consent. The rest is told on the household's own page.
         */
        public boolean counts() {
            return !TOLD_ON_THE_PAGE_ONLY.contains(this);
        }
    }
}
