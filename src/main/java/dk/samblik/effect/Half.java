package dk.samblik.effect;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A half of a year, {@code 2026-H1}: the only cut in time that figures are released by. */
public record Half(int year, int half) implements Comparable<Half> {

    private static final int MONTHS = 6;
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-H([12])");

    /** The one a month is in. */
    public static Half of(YearMonth month) {
        return new Half(month.getYear(), month.getMonthValue() <= MONTHS ? 1 : 2);
    }

    /** The last one that had ended before this day. */
    public static Half lastBefore(LocalDate day) {
        return of(YearMonth.from(day)).minus(1);
    }

    /** As it is written in addresses and files; empty for anything else. */
    public static Optional<Half> read(String written) {
        Matcher half = WRITTEN.matcher(written);
        return half.matches()
                ? Optional.of(new Half(Integer.parseInt(half.group(1)), Integer.parseInt(half.group(2))))
                : Optional.empty();
    }

    /** So many halves before. */
    public Half minus(int halves) {
        return of(first().minusMonths((long) MONTHS * halves));
    }

    public YearMonth first() {
        return YearMonth.of(year, half == 1 ? 1 : MONTHS + 1);
    }

    public YearMonth last() {
        return first().plusMonths(MONTHS - 1L);
    }

    @Override
    public int compareTo(Half other) {
        return first().compareTo(other.first());
    }

    @Override
    public String toString() {
        return year + "-H" + half;
    }
}
