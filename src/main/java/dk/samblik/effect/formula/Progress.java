package dk.samblik.effect.formula;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/** P1: how many figures of a household are better, unchanged or worse than before. No weights, no total, no order. */
public record Progress(int better, int unchanged, int worse) {

    /** Which way a figure should go. */
    public enum Direction {
        UP,
        DOWN
    }

    /** What became of one figure. */
    public enum Change {
        BETTER,
        UNCHANGED,
        WORSE
    }

    /**
     * What became of a figure that counts as changed at {@code threshold} or more, in the figure's own unit; empty where it
     * has no value before or after.
     */
    public static Optional<Change> of(
            Optional<BigDecimal> before, Optional<BigDecimal> after, BigDecimal threshold, Direction good) {
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal moved = after.get().subtract(before.get());
        if (moved.abs().compareTo(threshold) < 0) {
            return Optional.of(Change.UNCHANGED);
        }
        return Optional.of((moved.signum() > 0) == (good == Direction.UP) ? Change.BETTER : Change.WORSE);
    }

    /** The counts of these changes. */
    public static Progress of(Collection<Change> changes) {
        return new Progress(
                count(changes, Change.BETTER), count(changes, Change.UNCHANGED), count(changes, Change.WORSE));
    }

    private static int count(Collection<Change> changes, Change one) {
        return (int) changes.stream().filter(each -> each == one).count();
    }
}
