package dk.samblik.effect.formula;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** Danish public holidays, on which no child is expected. */
final class PublicHolidays {

    private static final Set<MonthDay> FIXED = Set.of(MonthDay.of(1, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));
    /** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter Monday, Ascension, Whit Monday. */
    private static final Set<Integer> MOVING = Set.of(-3, -2, 0, 1, 39, 49, 50);

    private static final int PRAYER_DAY = 26;
    private static final int LAST_PRAYER_DAY = 2023;

    private PublicHolidays() {}

    /** Whether this day is one. Store bededag was one for the last time in 2023. */
    static boolean on(LocalDate day) {
        int fromEaster = (int) (day.toEpochDay() - easter(day.getYear()).toEpochDay());
        return FIXED.contains(MonthDay.from(day))
                || MOVING.contains(fromEaster)
                || fromEaster == PRAYER_DAY && day.getYear() <= LAST_PRAYER_DAY;
    }

    /** Easter Sunday of a year (Gauss's rule in the form of Meeus, Jones and Butcher). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
