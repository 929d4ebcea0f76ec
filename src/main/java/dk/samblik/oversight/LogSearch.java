package dk.samblik.oversight;

import dk.samblik.access.Access;
import dk.samblik.access.LogReading.By;
import dk.samblik.household.Cpr;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is asked of the log, as it was written in the form. A CPR number in it is never written back to the page. */
record LogSearch(
        @Nullable String husstand,
        @Nullable String cpr,
        @Nullable String medarbejder,
        @Nullable String fra,
        @Nullable String til,
        @Nullable String slags) {

    private static final Period BACK = Period.ofDays(30);
    private static final int LONGEST = 100;

    /** Nothing is written yet. */
    static final LogSearch NOTHING = new LogSearch(null, null, null, null, null, null);

    /** What is wrong, as keys of texts by the field's name. */
    Map<String, String> errors(LocalDate today) {
        Map<String, String> errors = new TreeMap<>();
        if (written(cpr) && number().isEmpty()) {
            errors.put("cpr", "oversight.error.cpr");
        }
        if (days(today).isEmpty()) {
            errors.put("fra", "oversight.error.period");
        }
        return errors;
    }

    Optional<Cpr> number() {
        return Optional.ofNullable(cpr).filter(LogSearch::written).flatMap(Cpr::read);
    }

    Optional<String> household() {
        return text(husstand);
    }

    Optional<String> employee() {
        return text(medarbejder);
    }

    /** The days asked for: 30 back where none are written; empty where they are no period. */
    Optional<Days> days(LocalDate today) {
        return Days.read(fra, til, today, BACK);
    }

    /** The kind of look asked for; none stands for all. */
    Set<Access.Action> actions() {
        return Arrays.stream(Access.Action.values())
                .filter(action -> action.name().equals(slags))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** The hub's own work of the night would hide what people do, and is shown only where it is asked for. */
    By by() {
        boolean asked = household().isPresent() || written(cpr) || actions().contains(Access.Action.FETCH);
        return asked ? By.EVERYBODY : By.PEOPLE;
    }

    /** By which questions the log is read, for the log: an employee by name, a citizen never. */
    String asked(Days days) {
        List<String> asked = new ArrayList<>();
        household().ifPresent(number -> asked.add("household"));
        number().ifPresent(number -> asked.add("person"));
        employee().ifPresent(name -> asked.add("employee " + name));
        actions().forEach(action -> asked.add("kind " + action));
        asked.add(days.from() + "/" + days.until());
        return String.join(", ", asked);
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value)
                .map(String::strip)
                .filter(LogSearch::written)
                .map(text -> text.substring(0, Math.min(LONGEST, text.length())));
    }

    private static boolean written(@Nullable String value) {
        return !Objects.requireNonNullElse(value, "").isBlank();
    }
}
