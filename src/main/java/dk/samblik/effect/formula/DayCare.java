package dk.samblik.effect.formula;

import dk.samblik.mapping.Fact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** D1 and D2: day-care attendance in days and in hours. */
public final class DayCare {

    private static final BigDecimal MINUTES_A_WEEK_TO_HOURS = BigDecimal.valueOf(7);

    private DayCare() {}

    /** Days counted at the source; holidays of the child stay in {@code expected} and are shown beside. */
    public record Days(int expected, int attended, int holiday) {}

    /** A day the child came; {@code out} null where nobody checked it out. */
    public record Visit(
            LocalDate day, LocalTime in, @Nullable LocalTime out) {

        /** How long; nothing known where the check-out is missing or before the check-in. */
        @Nullable
        Long minutes() {
            return out == null || !out.isAfter(in)
                    ? null
                    : Duration.between(in, out).toMinutes();
        }
    }

    /** Weekdays of the period the child has a place, less closing days and public holidays. */
    public static int expected(Collection<Spell> enrolled, Set<LocalDate> closed, Period period) {
        return (int) Spell.days(enrolled, period.days()).stream()
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .filter(day -> !closed.contains(day) && !PublicHolidays.on(day))
                .count();
    }

    /** D1: days with a check-in, of the days expected. */
    public static Measured attendance(Days days, int known, int expected) {
        return Measured.of(days.attended(), days.expected(), known, expected);
    }

    /** D2 with how many check-outs were filled in with the median of the child's other days. */
    public record Hours(Measured weekly, int filledIn) {}

    /**
     * D2: mean hours a week in a calendar month, being all hours by seven over the days the child had the place in it. More
     * than 20 % missing check-outs, or none to take a median of, is insufficient.
     */
    public static Hours hours(Collection<Visit> visits, Collection<Spell> enrolled, YearMonth month) {
        List<LocalDate> days = List.copyOf(Spell.days(enrolled, new Period(month, month).days()));
        List<Visit> counted =
                visits.stream().filter(visit -> days.contains(visit.day())).toList();
        List<BigDecimal> whole = counted.stream()
                .map(Visit::minutes)
                .filter(java.util.Objects::nonNull)
                .map(BigDecimal::valueOf)
                .toList();
        int missing = counted.size() - whole.size();
        int minutes = whole.stream().mapToInt(BigDecimal::intValueExact).sum();
        Fact.CareHours all = new Fact.CareHours(
                "",
                month,
                days.size(),
                counted.size(),
                missing,
                minutes,
                Median.of(whole).orElse(null));
        return new Hours(hours(all), missing);
    }

    /** The same of days counted at the source; hours by seven over days, known for the whole month. */
    public static Measured hours(Fact.CareHours counted) {
        int length = counted.month().lengthOfMonth();
        return counted.allMinutes()
                .map(minutes -> new Measured(
                        minutes.multiply(MINUTES_A_WEEK_TO_HOURS)
                                .divide(BigDecimal.valueOf(60), 6, RoundingMode.HALF_UP),
                        BigDecimal.valueOf(counted.days()),
                        length,
                        length))
                .orElse(Measured.nothing(length));
    }
}
