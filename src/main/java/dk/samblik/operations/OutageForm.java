package dk.samblik.operations;

import dk.samblik.consent.FormMistakes;
import dk.samblik.household.CivilClock;
import dk.samblik.register.PlannedOutages;
import dk.samblik.team.Words;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** What somebody wrote of a planned outage, as it was written; moments are those of a clock in Copenhagen. */
record OutageForm(String message, String from, String until) {

    static final OutageForm EMPTY = new OutageForm("", "", "");

    static OutageForm of(Map<String, String> form) {
        return new OutageForm(
                form.getOrDefault("besked", "").strip(),
                form.getOrDefault("fra", "").strip(),
                form.getOrDefault("til", "").strip());
    }

    /** What has to be put right. */
    FormMistakes mistakes(Instant now, Words words) {
        FormMistakes mistakes = new FormMistakes();
        if (message.isEmpty() || message.length() > PlannedOutages.LONGEST) {
            mistakes.add("besked-tekst", words.say("outage.err.message", PlannedOutages.LONGEST));
        }
        if (begins().isEmpty()) {
            mistakes.add("fra", words.say("outage.err.from"));
        }
        if (ends().isEmpty()) {
            mistakes.add("til", words.say("outage.err.until"));
        } else if (!ends().get().isAfter(begins().orElse(Instant.MIN))
                || !ends().get().isAfter(now)) {
            mistakes.add("til", words.say("outage.err.order"));
        }
        return mistakes;
    }

    Optional<Instant> begins() {
        return moment(from);
    }

    Optional<Instant> ends() {
        return moment(until);
    }

    private static Optional<Instant> moment(String written) {
        try {
            return written.matches("[12]\\d{3}-.*")
                    ? Optional.of(LocalDateTime.parse(written)
                            .atZone(CivilClock.COPENHAGEN)
                            .toInstant())
                    : Optional.empty();
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }
}
