package dk.samblik.consent;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A date as people write it in three fields: day, month and year. {@code name} begins the names of the fields. */
public record ThreeFields(String name, String day, String month, String year) {

    /** What was written in the fields with this name; empty where nothing was. */
    public static ThreeFields of(String name, Map<String, String> form) {
        return new ThreeFields(
                name, field(form, name + "-dag"), field(form, name + "-maaned"), field(form, name + "-aar"));
    }

    /** The fields of a date there is already; empty ones where there is none. */
    public static ThreeFields of(String name, @Nullable LocalDate date) {
        return date == null
                ? new ThreeFields(name, "", "", "")
                : new ThreeFields(
                        name,
                        String.valueOf(date.getDayOfMonth()),
                        String.valueOf(date.getMonthValue()),
                        String.valueOf(date.getYear()));
    }

    private static String field(Map<String, String> form, String name) {
        return form.getOrDefault(name, "").strip();
    }

    /** Whether nothing was written in any of them. */
    public boolean empty() {
        return day.isEmpty() && month.isEmpty() && year.isEmpty();
    }

    /** The key of what is missing, the first of them; empty where all three are there. */
    public Optional<String> missing() {
        if (day.isEmpty()) {
            return Optional.of("format.part.day");
        }
        if (month.isEmpty()) {
            return Optional.of("format.part.month");
        }
        return year.isEmpty() ? Optional.of("format.part.year") : Optional.empty();
    }

    /** The date; empty where there is none of these numbers. */
    public Optional<LocalDate> date() {
        if (!day.matches("\\d{1,2}") || !month.matches("\\d{1,2}") || !year.matches("\\d{4}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
