package dk.samblik.operations;

import dk.samblik.consent.FormMistakes;
import dk.samblik.household.CivilClock;
import dk.samblik.quarantine.QuarantineGroups.Group;
import dk.samblik.quarantine.Replays;
import dk.samblik.quarantine.Replays.Filter;
import dk.samblik.team.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which rows of a group somebody chose, as it was written: both days of the period are in it. */
record ReplayForm(
        String register, String reason, String field, String mapping, String from, String until, String most) {

    static final String ALL = String.valueOf(Replays.MOST);

    static ReplayForm of(Map<String, String> form) {
        return new ReplayForm(
                form.getOrDefault("kilde", ""),
                form.getOrDefault("aarsag", ""),
                form.getOrDefault("felt", ""),
                form.getOrDefault("regler", ""),
                form.getOrDefault("fra", "").strip(),
                form.getOrDefault("til", "").strip(),
                form.getOrDefault("antal", ALL).strip());
    }

    /** The group that is chosen from. */
    boolean of(Group group) {
        return group.register().equals(register)
                && group.reason().equals(reason)
                && Objects.requireNonNullElse(group.field(), "").equals(field)
                && group.mapping().equals(mapping);
    }

    /** What has to be put right; without a period nothing is run again. */
    FormMistakes mistakes(Words words) {
        FormMistakes mistakes = new FormMistakes();
        Optional<LocalDate> first = day(from);
        Optional<LocalDate> last = day(until);
        if (first.isEmpty() || last.isEmpty()) {
            mistakes.add(first.isEmpty() ? "fra" : "til", words.say("err.period"));
        } else if (last.get().isBefore(first.get())) {
            mistakes.add("til", words.say("replay.err.order"));
        }
        if (number() < 1 || number() > Replays.MOST) {
            mistakes.add("antal", words.say("replay.err.number", Replays.MOST));
        }
        return mistakes;
    }

    /** The choice, of a form without mistakes. */
    Filter filter() {
        return new Filter(
                register,
                reason,
                field.isEmpty() ? null : field,
                mapping,
                begin(day(from).orElseThrow()),
                begin(day(until).orElseThrow().plusDays(1)),
                number());
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(CivilClock.COPENHAGEN).toInstant();
    }

    private int number() {
        return most.matches("\\d{1,6}") ? Integer.parseInt(most) : 0;
    }

    private static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
