package dk.samblik.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One household as the consent desk sends it. */
record HouseholdEntry(
        UUID householdId,
        String number,
        String area,
        String projectCode,
        LocalDate enrolled,
        @Nullable LocalDate exit,
        List<MemberEntry> members) {

    /** One member of it. */
    record MemberEntry(
            UUID personId,
            String cpr,
            Participation participation,
            @Nullable String reason,
            String relation,
            LocalDate from,
            @Nullable LocalDate to) {

        @Override
        public String toString() {
            return "MemberEntry[" + personId + "]";
        }
    }

    @Override
    public String toString() {
        return "HouseholdEntry[" + householdId + "]";
    }
}
