package dk.samblik.draw;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many households of each area are eligible, and how many are left out and why. Nobody sees a number under the
 * programme's limit, nor a total that would tell one: where an area's is held back, so is the sum of all.
 */
final class Tally {

    /** What a household was counted as. */
    enum What {
        /** Meets the criteria and nothing stands in the way. */
        ELIGIBLE,
        /** One of the eligible with protected name and address. */
        PROTECTED,
        /** Left out because the draw's protected households are. */
        PROTECTED_OUT,
        /** Takes part already. */
        ENROLLED,
        /** Was drawn, or said no, within the months the criteria name. */
        DRAWN_BEFORE,
        /** Somebody there has no status 01. */
        NOT_ACTIVE,
        /** No adult lives there. */
        NO_ADULT
    }

    /** The area under which the sum of all stands. */
    static final String ALL = "";

    private final SortedMap<String, Map<What, Integer>> counts = new TreeMap<>();

    Tally(Iterable<String> areas) {
        areas.forEach(area -> counts.put(area, new EnumMap<>(What.class)));
    }

    void add(String area, What what) {
        counts.computeIfAbsent(area, none -> new EnumMap<>(What.class)).merge(what, 1, Integer::sum);
    }

    /** A count as it may be told; {@code households} null where it is too small, or would tell one that is. */
    record Cell(String area, What what, @Nullable Integer households) {}

    /** Every cell as it may be told, the areas in order and the sums last. */
    Map<String, Map<What, Cell>> told(int below) {
        Map<String, Map<What, Cell>> told = new TreeMap<>();
        for (What what : What.values()) {
            int sum = 0;
            boolean held = false;
            for (Map.Entry<String, Map<What, Integer>> area : counts.entrySet()) {
                int number = area.getValue().getOrDefault(what, 0);
                sum += number;
                held |= number < below;
                put(told, new Cell(area.getKey(), what, number < below ? null : number));
            }
            boolean secret = sum < below || held && counts.size() > 1;
            put(told, new Cell(ALL, what, secret ? null : sum));
        }
        return told;
    }

    private static void put(Map<String, Map<What, Cell>> told, Cell cell) {
        told.computeIfAbsent(cell.area(), none -> new EnumMap<>(What.class)).put(cell.what(), cell);
    }
}
