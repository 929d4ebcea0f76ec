package dk.samblik.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conversions that give numbers, and yes or no. */
final class Numbers {

    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern COMMA = Pattern.compile("-?\\d+,\\d+");
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Set<String> YES = Set.of("1", "j", "ja", "true", "t");
    private static final Set<String> NO = Set.of("0", "n", "nej", "false", "f");
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final BigDecimal DAYS = BigDecimal.valueOf(7);
    private static final BigDecimal WEEKS_A_MONTH = new BigDecimal("4.33");
    private static final int LONGEST = 60;
    private static final int LARGEST_SCALE = 1_000;
    private static final int DECIMALS = 2;
    private static final int WORKING_DECIMALS = 10;

    private Numbers() {}

    /** A whole number, also when it is written {@code 1.0}. */
    static @Nullable Integer integer(Cells cells) {
        BigDecimal number = decimal(cells, 0);
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException notWhole) {
            throw cells.unreadable(0);
        }
    }

    /** A number with two decimals. */
    static @Nullable BigDecimal decimal(Cells cells) {
        BigDecimal number = decimal(cells, 0);
        return number == null ? null : number.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** Hours, and minutes on top, as hours; null when neither is there. */
    static @Nullable BigDecimal hoursAndMinutes(Cells cells) {
        BigDecimal hours = decimal(cells, 0);
        BigDecimal minutes = decimal(cells, 1);
        if (hours == null && minutes == null) {
            return null;
        }
        BigDecimal whole = hours == null ? BigDecimal.ZERO : hours;
        return minutes == null
                ? whole.setScale(DECIMALS, RoundingMode.HALF_UP)
                : whole.add(inHours(minutes)).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** Minutes a day, week or month as hours a week; null when minutes or measure are not there. */
    static @Nullable BigDecimal extent(Cells cells) {
        BigDecimal minutes = decimal(cells, 0);
        String each = cells.text(1);
        if (minutes == null || each == null) {
            return null;
        }
        BigDecimal hours = inHours(minutes);
        return switch (each) {
            case "UGE" -> hours.setScale(DECIMALS, RoundingMode.HALF_UP);
            case "DAG" -> hours.multiply(DAYS).setScale(DECIMALS, RoundingMode.HALF_UP);
            case "MAANED" -> hours.divide(WEEKS_A_MONTH, DECIMALS, RoundingMode.HALF_UP);
            default -> null;
        };
    }

    /** Whether an amount is owed; how much is dropped here. */
    static boolean owed(Cells cells) {
        BigDecimal amount = decimal(cells, 0);
        return amount != null && amount.signum() > 0;
    }

    /** Yes or no in any of the ways registers write it; nothing written is no. */
    static boolean yes(Cells cells) {
        String text = cells.text(0);
        if (text == null) {
            return false;
        }
        String word = text.toLowerCase(Locale.ROOT).replaceFirst("\\.0+$", "");
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
        }
        throw cells.unreadable(0);
    }

    /** As a program writes a number; empty for what it calls one and is none, and for one with an exponent beyond use. */
    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text)).filter(number -> Math.abs(number.scale()) < LARGEST_SCALE);
        } catch (NumberFormatException infinite) {
            return Optional.empty();
        }
    }

    private static BigDecimal inHours(BigDecimal minutes) {
        return minutes.divide(SIXTY, WORKING_DECIMALS, RoundingMode.HALF_UP);
    }

    /** {@code 12.495,00}, {@code 12495,00} and {@code 12495.00} alike; a point before three digits parts thousands. */
    private static @Nullable BigDecimal decimal(Cells cells, int cell) {
        String text = cells.text(cell);
        if (text == null) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw cells.unreadable(cell);
        }
        if (cells.raw(cell) instanceof Number) {
            return number(text).orElseThrow(() -> cells.unreadable(cell));
        }
        if (THOUSANDS.matcher(text).matches() || COMMA.matcher(text).matches()) {
            return new BigDecimal(text.replace(".", "").replace(',', '.'));
        }
        if (PLAIN.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        throw cells.unreadable(cell);
    }
}
