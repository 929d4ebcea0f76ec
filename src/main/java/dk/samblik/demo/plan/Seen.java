package dk.samblik.demo.plan;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line a reader must see about a person, and the time it takes up if it is a planned appointment. */
public record Seen(int person, String line, @Nullable Slot slot) {

    /** A time that may clash with another. */
    public record Slot(String register, LocalDate date, LocalTime start, LocalTime end) {}

    /** A line of these parts; null is empty. */
    public static Seen of(int person, @Nullable Object... parts) {
        return new Seen(person, line(parts), null);
    }

    /** The line with more parts at its end. */
    public Seen and(@Nullable Object... parts) {
        return new Seen(person, line + "|" + line(parts), slot);
    }

    /** The same line with the time it takes. */
    public Seen at(Slot taken) {
        return new Seen(person, line, taken);
    }

    /** Parts joined as the expectation files have them. */
    public static String line(@Nullable Object... parts) {
        return Arrays.stream(parts)
                .map(part -> part == null ? "" : part.toString())
                .collect(Collectors.joining("|"));
    }
}
