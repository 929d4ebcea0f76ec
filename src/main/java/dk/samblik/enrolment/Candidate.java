package dk.samblik.enrolment;

import dk.samblik.household.HouseholdId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household that was drawn or referred, without its name. {@code reason} is there where it dropped out or ended. {@code
 * named}: whether name and address are still kept. {@code invited} and {@code answered} are null until they happen, {@code
 * lastWritten} is the day of the invitation or the newest reminder. {@code undoable}: whether the last change can be undone.
 */
public record Candidate(
        UUID id,
        String programme,
        String number,
        String area,
        Step step,
        LocalDate since,
        @Nullable String reason,
        boolean protectedAddress,
        boolean named,
        List<String> criteria,
        int revision,
        int reminders,
        @Nullable LocalDate invited,
        @Nullable LocalDate lastWritten,
        @Nullable LocalDate answered,
        boolean undoable) {

    public Candidate {
        criteria = List.copyOf(criteria);
    }

    /** As the access log and the vault know it: by an id no household at the consent desk has. */
    HouseholdId logged() {
        return new HouseholdId(id);
    }

    /** Whether it is time to remind, by the programme's days and most. Nobody is reminded by the hub itself. */
    boolean due(LocalDate today, int afterDays, int atMost) {
        LocalDate last = lastWritten;
        return step.waiting()
                && reminders < atMost
                && last != null
                && !last.plusDays(afterDays).isAfter(today);
    }
}
