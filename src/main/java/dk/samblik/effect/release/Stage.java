package dk.samblik.effect.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many households came to a step in a half-year; {@code households} null is hidden. */
public record Stage(String step, @Nullable Integer households) {

    /**
     * The steps as they may be shown, in their order. Fewer than the limit are hidden, and so is a step by which fewer than the
     * limit differ from the shown one before it: whom that is about would be too few. None at all that differ are nobody.
     */
    public static List<Stage> shown(List<String> steps, Map<String, Integer> counts, int limit) {
        List<Stage> shown = new ArrayList<>();
        int before = -1;
        for (String step : steps) {
            int count = counts.getOrDefault(step, 0);
            int differ = before < 0 ? limit : Math.abs(count - before);
            boolean hidden = count < limit || differ > 0 && differ < limit;
            shown.add(new Stage(step, hidden ? null : count));
            before = hidden ? before : count;
        }
        return shown;
    }
}
