package dk.samblik.effect.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** W1: WHO-5, five items about the last two weeks, each 0 to 5. */
public final class Wellbeing {

    private static final int ITEMS = 5;
    private static final int HIGHEST = 5;
    private static final BigDecimal TIMES = BigDecimal.valueOf(4);
    private static final BigDecimal LOW = BigDecimal.valueOf(50);
    private static final BigDecimal NOTICEABLE = BigDecimal.TEN;

    private Wellbeing() {}

    /**
     * The score, 0 to 100: the sum of the items by four. One missing item is the mean of the other four; two or more missing
     * are no score. Null is a missing item.
     */
    public static Optional<BigDecimal> score(List<@Nullable Integer> items) {
        if (items.size() != ITEMS || items.stream().anyMatch(item -> item != null && (item < 0 || item > HIGHEST))) {
            throw new IllegalArgumentException("WHO-5 has five items of 0 to 5");
        }
        List<Integer> answered = items.stream()
                .flatMap(item -> item == null ? Stream.<Integer>empty() : Stream.of(item))
                .toList();
        BigDecimal sum =
                BigDecimal.valueOf(answered.stream().mapToInt(item -> item).sum());
        return switch (ITEMS - answered.size()) {
            case 0 -> Optional.of(Measured.rounded(sum.multiply(TIMES)));
            // Five fourths of the sum, by four.
            case 1 -> Optional.of(Measured.rounded(sum.multiply(BigDecimal.valueOf(ITEMS))));
            default -> Optional.empty();
        };
    }

    /** Whether a score is shown as low wellbeing. */
    public static boolean low(BigDecimal score) {
        return score.compareTo(LOW) <= 0;
    }

    /** Whether somebody would notice the change. */
    public static boolean noticeable(BigDecimal before, BigDecimal after) {
        return after.subtract(before).abs().compareTo(NOTICEABLE) >= 0;
    }
}
