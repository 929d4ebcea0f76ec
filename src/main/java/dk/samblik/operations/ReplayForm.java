package dk.samblik.operations;

import dk.samblik.consent.FormMistakes;
import dk.samblik.household.CivilClock;
import dk.samblik.quarantine.QuarantineGroups.Group;
import dk.samblik.quarantine.ReplayFilter;
import dk.samblik.team.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/**
 * Which rows of a group somebody chose, as it was written: both days of the period are in it. {@code single} where rows were
 * to be ticked one by one, {@code rows} those that were.
 */
record ReplayForm(
        String register,
        String reason,
        String field,
        String mapping,
        String from,
        String until,
        String most,
        boolean single,
        List<UUID> rows) {

    ReplayForm {
        rows = List.copyOf(rows);
    }

    static final String ALL = String.valueOf(ReplayFilter.MOST);

    static ReplayForm of(MultiValueMap<String, String> form) {
        return new ReplayForm(
                one(form, "kilde", ""),
                one(form, "aarsag", ""),
                one(form, "felt", ""),
                one(form, "regler", ""),
                one(form, "fra", "").strip(),
                one(form, "til", "").strip(),
                one(form, "antal", ALL).strip(),
                form.containsKey("valgte"),
                form.getOrDefault("post", List.of()).stream()
                        .flatMap(written -> id(written).stream())
                        .toList());
    }

    private static String one(MultiValueMap<String, String> form, String name, String otherwise) {
        return Objects.requireNonNullElse(form.getFirst(name), otherwise);
    }

    private static Optional<UUID> id(String written) {
        try {
            return Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** The group that is chosen from. */
    boolean of(Group group) {
        return group.register().equals(register)
                && group.reason().equals(reason)
                && Objects.requireNonNullElse(group.field(), "").equals(field)
                && group.mapping().equals(mapping);
    }

    /** What has to be put right; without a period, or a row, nothing is run again. */
    FormMistakes mistakes(Words words) {
        FormMistakes mistakes = new FormMistakes();
        if (single) {
            if (rows.isEmpty()) {
                mistakes.add("post", words.say("replay.err.rows"));
            }
            return mistakes;
        }
        Optional<LocalDate> first = CivilClock.day(from);
        Optional<LocalDate> last = CivilClock.day(until);
        if (first.isEmpty() || last.isEmpty()) {
            mistakes.add(first.isEmpty() ? "fra" : "til", words.say("err.period"));
        } else if (last.get().isBefore(first.get())) {
            mistakes.add("til", words.say("replay.err.order"));
        }
        if (number() < 1 || number() > ReplayFilter.MOST) {
            mistakes.add("antal", words.say("replay.err.number", ReplayFilter.MOST));
        }
        return mistakes;
    }

    /** The choice, of a form without mistakes. */
    ReplayFilter filter() {
        String named = field.isEmpty() ? null : field;
        if (single) {
            return ReplayFilter.ofRows(register, reason, named, mapping, rows);
        }
        return new ReplayFilter(
                register,
                reason,
                named,
                mapping,
                begin(CivilClock.day(from).orElseThrow()),
                begin(CivilClock.day(until).orElseThrow().plusDays(1)),
                number());
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(CivilClock.COPENHAGEN).toInstant();
    }

    private int number() {
        return most.matches("\\d{1,6}") ? Integer.parseInt(most) : 0;
    }
}
