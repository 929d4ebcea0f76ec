package dk.samblik.effect;

import dk.samblik.effect.release.Interval;
import java.util.List;

/**
 * A drawn share over B and the follow-ups, in units of its own picture: dots with whiskers, and a label at each dot. Shapes
 * and words tell all that colour does.
 */
public record Chart(List<Dot> dots, List<Rule> rules) {

    private static final int LEFT = 56;
    private static final int STEP = 66;
    private static final int TOP = 20;
    private static final int HEIGHT = 160;

    public Chart {
        dots = List.copyOf(dots);
        rules = List.copyOf(rules);
    }

    /** A share at B or F_k: where it stands, where its interval ends, and what is written there. */
    public record Dot(int k, int x, int y, int low, int high, String label) {}

    /** A line across, and what it stands for. */
    public record Rule(int y, int percent) {}

    /** A share to be drawn. */
    record Share(int k, int count, int of, String label) {}

    static Chart of(List<Share> shares) {
        return new Chart(
                shares.stream().map(Chart::dot).toList(),
                java.util.stream.Stream.of(0, 50, 100)
                        .map(percent -> new Rule(y(percent / 100.0), percent))
                        .toList());
    }

    private static Dot dot(Share share) {
        Interval interval = Interval.of(share.count(), share.of());
        return new Dot(
                share.k(),
                LEFT + STEP * share.k(),
                y((double) share.count() / share.of()),
                y(interval.low()),
                y(interval.high()),
                share.label());
    }

    private static int y(double share) {
        return (int) Math.round(TOP + HEIGHT * (1 - share));
    }
}
