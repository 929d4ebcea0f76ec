package dk.samblik.effect.formula;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The value in the middle. */
public final class Median {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Median() {}

    /** Of an even number the mean of the two in the middle; empty of none. */
    public static Optional<BigDecimal> of(Collection<BigDecimal> values) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal upper = sorted.get(sorted.size() / 2);
        return Optional.of(
                sorted.size() % 2 == 1
                        ? upper
                        : sorted.get(sorted.size() / 2 - 1).add(upper).divide(TWO));
    }
}
