package dk.samblik.effect.release;

/** 95 % intervals for shares, as numbers between 0 and 1. Their width is chance alone, not what the figures leave out. */
public record Interval(double low, double high) {

    private static final double Z = 1.959964;

    /** Of a share (Wilson's score interval); {@code of} is above 0. */
    public static Interval of(int count, int of) {
        double share = (double) count / of;
        double z2 = Z * Z;
        double middle = (share + z2 / (2 * of)) / (1 + z2 / of);
        double half = Z * Math.sqrt(share * (1 - share) / of + z2 / (4.0 * of * of)) / (1 + z2 / of);
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /** Of the second share less the first (Newcombe's method 10), as if different people stood behind them. */
    public static Interval difference(int before, int ofBefore, int after, int ofAfter) {
        Interval first = of(before, ofBefore);
        Interval second = of(after, ofAfter);
        double p1 = (double) before / ofBefore;
        double p2 = (double) after / ofAfter;
        double down = Math.hypot(p2 - second.low(), first.high() - p1);
        double up = Math.hypot(second.high() - p2, p1 - first.low());
        return new Interval(p2 - p1 - down, p2 - p1 + up);
    }

    /** Whether the difference can be chance. */
    public boolean spansZero() {
        return low <= 0 && high >= 0;
    }
}
