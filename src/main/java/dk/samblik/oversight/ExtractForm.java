package dk.samblik.oversight;

import dk.samblik.household.Cpr;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for who is in the log, as the data protection officer writes it down. {@code navne} is there when the
 * employees' names are to be shown, which {@code begrundelse} must give the reason for; {@code udskrift} is the id under
 * which the officer's session keeps it.
 */
record ExtractForm(
        @Nullable String cpr,
        @Nullable String fra,
        @Nullable String til,
        @Nullable String journal,
        @Nullable String navne,
        @Nullable String begrundelse,
        @Nullable String udskrift) {

    private static final Period BACK = Period.ofMonths(13);
    private static final int LONGEST = 200;
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("\\d{6}[- ]?\\d{4}");

    /** Nothing is written yet. */
    static final ExtractForm NOTHING = new ExtractForm(null, null, null, null, null, null, null);

    /** What is wrong, as keys of texts by the field's name. */
    Map<String, String> errors(LocalDate today) {
        Map<String, String> errors = new TreeMap<>();
        if (number().isEmpty()) {
            errors.put("cpr", "oversight.error.cpr");
        }
        if (days(today).isEmpty()) {
            errors.put("fra", "oversight.error.period");
        }
        if (named() && text(begrundelse).isEmpty()) {
            errors.put("begrundelse", "oversight.error.reason");
        }
        if (LIKE_A_NUMBER.matcher(text(begrundelse)).find()) {
            errors.put("begrundelse", "oversight.error.reason.number");
        }
        return errors;
    }

    /** The same, kept under an id. */
    ExtractForm under(String id) {
        return new ExtractForm(cpr, fra, til, journal, navne, begrundelse, id);
    }

    /** The same about the person of another form. */
    ExtractForm about(ExtractForm other) {
        return new ExtractForm(other.cpr, fra, til, journal, navne, begrundelse, udskrift);
    }

    /** Whether a number is written, be it one or not. */
    boolean written() {
        return !text(cpr).isEmpty();
    }

    Optional<Cpr> number() {
        return Cpr.read(Objects.requireNonNullElse(cpr, ""));
    }

    /** The days asked for: 13 months back where none are written; empty where they are no period. */
    Optional<Days> days(LocalDate today) {
        return Days.read(fra, til, today, BACK);
    }

    /** Whether the employees' names are to be shown. */
    boolean named() {
        return navne != null;
    }

    String reason() {
        return text(begrundelse);
    }

    /** What the log is told of it: the period, and that names were shown and why. */
    String asked(Days days) {
        String period = days.from() + "/" + days.until();
        return named() ? "with names, " + period + ": " + reason() : "without names, " + period;
    }

    private static String text(@Nullable String value) {
        String text = Objects.requireNonNullElse(value, "").strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
