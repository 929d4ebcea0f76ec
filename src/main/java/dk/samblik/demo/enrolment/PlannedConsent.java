package dk.samblik.demo.enrolment;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A consent as recorded, and whether the hub must find it in force on the night. */
public record PlannedConsent(
        UUID id,
        int subject,
        List<Grantor> grantors,
        List<String> sources,
        List<Recipient> recipients,
        Period back,
        LocalDate validFrom,
        LocalDate validTo,
        String status,
        @Nullable String evidence,
        Force force) {

    public PlannedConsent {
        grantors = List.copyOf(grantors);
        sources = List.copyOf(sources);
        recipients = List.copyOf(recipients);
    }

    /** What the story says about the night. */
    public enum Force {
        IN_FORCE,
        NOT_IN_FORCE
    }

    /** Who may be shown which categories. */
    public record Recipient(String name, List<String> categories) {
        public Recipient {
            categories = List.copyOf(categories);
        }
    }
}
