package dk.samblik.team;

import dk.samblik.view.Provenance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where each value on a printed page comes from, as short as paper allows: a number at the value, and a line for each number
 * at the end. Values of one register with the same dates, read by the same rules, have the same number. For one page and one
 * thread: numbers are given in the order in which the page is written.
 */
final class Footnotes {

    private final Origins origins;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    Footnotes(Origins origins) {
        this.origins = origins;
    }

    /** The number at a value, from 1; null where it comes from no register. */
    public @Nullable Integer at(@Nullable Provenance from) {
        return from == null ? null : numbers.computeIfAbsent(origins.line(from), line -> numbers.size() + 1);
    }

    /** The lines of the numbers given so far, in their order. */
    public List<String> lines() {
        return List.copyOf(numbers.keySet());
    }
}
