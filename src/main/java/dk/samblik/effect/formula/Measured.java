package dk.samblik.effect.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a formula came to: {@code numerator} over {@code denominator}, made of {@code known} of the {@code expected} days of the
 * period. There is no value below 80 % coverage, nor over nothing.
 */
public record Measured(BigDecimal numerator, BigDecimal denominator, int known, int expected) {

    private static final int LEAST_COVERAGE = 80;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Measured {
        if (known < 0 || known > expected || denominator.signum() < 0) {
            throw new IllegalArgumentException("a figure is made of no more than its period holds");
        }
    }

    /** A count over a count. */
    public static Measured of(long numerator, long denominator, int known, int expected) {
        return new Measured(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), known, expected);
    }

    /** Nothing measured, of a period of so many days. */
    public static Measured nothing(int expected) {
        return of(0, 0, 0, expected);
    }

    /** Half up to two decimals, as every value is before it is compared (domain 9, E2). */
    public static BigDecimal rounded(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP);
    }

    /** Whether the source delivered for at least 80 % of the period and there is something to divide by. */
    public boolean sufficient() {
        return expected > 0 && known * 100L >= (long) LEAST_COVERAGE * expected && denominator.signum() > 0;
    }

    /** The value with two decimals; empty is {@code UTILSTRÆKKELIG}. */
    public Optional<BigDecimal> value() {
        return sufficient() ? Optional.of(numerator.divide(denominator, 2, RoundingMode.HALF_UP)) : Optional.empty();
    }

    /** As {@link #value()} in percent, 13,04 being 13,04 %. */
    public Optional<BigDecimal> percent() {
        return sufficient()
                ? Optional.of(numerator.multiply(HUNDRED).divide(denominator, 2, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    /** Whether it is at least so many of so many, by the exact fraction; false where there is no value. */
    public boolean atLeast(long of, long all) {
        return sufficient()
                && numerator.multiply(BigDecimal.valueOf(all)).compareTo(denominator.multiply(BigDecimal.valueOf(of)))
                        >= 0;
    }
}
