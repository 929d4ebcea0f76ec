package dk.samblik.oversight;

import dk.samblik.household.CivilClock;
import dk.samblik.team.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page on which an extract is ordered, with the extract below where one is made. */
record ExtractScreen(
        Words words,
        LocalDate today,
        ExtractForm form,
        Map<String, String> errors,
        @Nullable Paper paper) {

    ExtractScreen {
        errors = Map.copyOf(errors);
    }

    /**
     * What the citizen gets.
     *
     * @param name empty where the population register cannot be asked
     * @param number the person's number, masked
     * @param begins when the oldest row of the log that is kept was written
     * @param leftOut how many rows of the period were too many for one extract; the oldest
     */
    record Paper(String name, String number, Days days, Instant begins, long leftOut, List<Extract.Entry> entries) {
        Paper {
            entries = List.copyOf(entries);
        }
    }

    /** What to write in the field of the number: nothing, where the one written before is still known. */
    public String numberHint() {
        return form.number()
                .filter(number -> form.udskrift() != null)
                .map(number -> words.say("oversight.extract.cpr.known", number.masked()))
                .orElseGet(() -> words.say("oversight.extract.cpr.hint"));
    }

    /** Whether somebody comes back to what they wrote before they were sent to sign in again. */
    public boolean again() {
        return form.udskrift() != null && paper == null && errors.isEmpty();
    }

    /** The text of a field's mistake; null where it has none. */
    public @Nullable String error(String field) {
        return Optional.ofNullable(errors.get(field)).map(words::say).orElse(null);
    }

    /** Whether a column with the employees' names stands in the extract. */
    public boolean named() {
        return form.named();
    }

    public String journal() {
        return Objects.requireNonNullElse(form.journal(), "").strip();
    }

    public String period() {
        Days days = Objects.requireNonNull(paper).days();
        return words.date(days.from()) + " – " + words.date(days.until());
    }

    /** That the log does not reach back to the first day asked for; null where it does. */
    public @Nullable String incomplete() {
        Paper made = Objects.requireNonNull(paper);
        LocalDate first = LocalDate.ofInstant(made.begins(), CivilClock.COPENHAGEN);
        return first.isAfter(made.days().from()) ? words.say("oversight.extract.incomplete", words.date(first)) : null;
    }
}
