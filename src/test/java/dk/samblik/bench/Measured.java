package dk.samblik.bench;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Everything that was measured of one size. Of several rounds the middle one counts; {@code busy…} is the processor time of
 * the last.
 */
record Measured(
        int households,
        int persons,
        List<Night> first,
        List<Yardstick.Round> yardstick,
        List<Night> unchanged,
        Night changed,
        Busy busyFirst,
        Busy busyUnchanged,
        Statements statements,
        double bytesAHousehold,
        Refreshing.Times refreshes,
        Paging.Times pages,
        Memory memory) {

    Measured {
        first = List.copyOf(first);
        yardstick = List.copyOf(yardstick);
        unchanged = List.copyOf(unchanged);
    }

    /** Statements of a first night, a chunk: to the hub's own database and to the children-and-youth database. */
    record Statements(double own, double register) {}

    /** The hub's memory in MB: heap in use at most, heap left by a collection at most, all its memory at most. */
    record Memory(long used, long left, long resident) {}

    Night firstNight() {
        return middle(first, Night::seconds);
    }

    Night unchangedNight() {
        return middle(unchanged, Night::seconds);
    }

    Yardstick.Round yard() {
        return middle(yardstick, Yardstick.Round::seconds);
    }

    /** The first night in yardsticks. */
    double ratio() {
        return firstNight().seconds() / yard().seconds();
    }

    private static <T> T middle(List<T> rounds, ToDoubleFunction<T> by) {
        return rounds.stream().sorted(Comparator.comparingDouble(by)).toList().get(rounds.size() / 2);
    }
}
