package dk.samblik.mapping;

import dk.samblik.household.CivilClock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a register writes dates and times: by a pattern, or as instants of which the Danish date and time count. Values in
 * {@code open} mean that there is no date.
 */
record DateForm(@Nullable DateTimeFormatter pattern, Set<String> open) {

    /** Dates as the database or ISO 8601 writes them. */
    static final DateForm ISO = new DateForm(DateTimeFormatter.ISO_LOCAL_DATE, Set.of());

    private static final String INSTANT = "instant";
    private static final int DATE_ALONE = 10;
    private static final int LAST_YEAR = 9_999;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm[:ss]");
    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    DateForm {
        open = Set.copyOf(open);
    }

    /** The form a mapping file names: {@code instant}, or a pattern such as {@code dd-MM-yyyy}. */
    static DateForm named(String form, Set<String> open) {
        return form.equals(INSTANT)
                ? new DateForm(null, open)
                : new DateForm(
                        DateTimeFormatter.ofPattern(form.replace('y', 'u')).withResolverStyle(ResolverStyle.STRICT),
                        open);
    }

    /** The date in the cell, null when there is none. */
    @Nullable
    LocalDate date(Cells cells, int cell) {
        if (cells.raw(cell) instanceof java.sql.Date day) {
            return day.toLocalDate();
        }
        String text = cells.text(cell);
        if (text == null || open.contains(text)) {
            return null;
        }
        try {
            return ofOurEra(pattern == null ? danishDate(text) : LocalDate.parse(text, pattern));
        } catch (DateTimeException notADate) {
            throw cells.unreadable(cell);
        }
    }

    /** The time of day in the cell, null when there is none, also when a date stands alone. */
    @Nullable
    LocalTime time(Cells cells, int cell) {
        if (cells.raw(cell) instanceof java.sql.Time time) {
            return time.toLocalTime();
        }
        String text = cells.text(cell);
        if (text == null || (pattern == null && text.length() == DATE_ALONE)) {
            return null;
        }
        try {
            return pattern == null ? danish(text).toLocalTime() : LocalTime.parse(text, CLOCK);
        } catch (DateTimeException notATime) {
            throw cells.unreadable(cell);
        }
    }

    /** A month as {@code yyyy-MM}, null when there is none. */
    static @Nullable YearMonth month(Cells cells) {
        String text = cells.text(0);
        if (text == null) {
            return null;
        }
        try {
            return YearMonth.from(ofOurEra(YearMonth.parse(text).atDay(1)));
        } catch (DateTimeException notAMonth) {
            throw cells.unreadable(0);
        }
    }

    /** A year of four digits: what is beyond is a mistake that no page and no other system could write. */
    private static LocalDate ofOurEra(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
            throw new DateTimeException("no year of four digits");
        }
        return date;
    }

    private static LocalDate danishDate(String text) {
        return text.length() == DATE_ALONE
                ? LocalDate.parse(text)
                : danish(text).toLocalDate();
    }

    /** The instant as a clock on a Danish wall showed it: midnight there is 22:00 or 23:00 UTC of the day before. */
    private static LocalDateTime danish(String text) {
        return OffsetDateTime.parse(text, WITH_OFFSET)
                .atZoneSameInstant(CivilClock.COPENHAGEN)
                .toLocalDateTime();
    }
}
