package dk.samblik.effect.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hides what could tell of too few. Three rules, for all tables about the same people together:
 *
 * <ul>
 *   <li>A cell is shown only where every answer in it is given by at least {@code limit} persons in as many households.
 *   <li>The areas that are hidden are at least two, and together are a cell that could be shown: so subtracting the shown from
 *       the total leaves nothing small, and nothing that is one area's.
 *   <li>An area is hidden in all of the tables or in none, so that one table does not tell what another hides.
 * </ul>
 *
 * Of a figure that counts some of another's people ({@code within}), nothing is shown where the difference is small.
 */
public final class Suppression {

    /** Nothing below this may be configured (the practice of Danish statistics). */
    public static final int FLOOR = 3;

    private final Set<String> areas;
    private final int limit;

    private Suppression(Collection<String> areas, int limit) {
        if (limit < FLOOR) {
            throw new IllegalArgumentException("a cell is never shown of fewer than " + FLOOR);
        }
        this.areas = new TreeSet<>(areas);
        this.limit = limit;
    }

    /**
     * A table before anything is hidden. {@code within} names the table whose first answer is given by everybody who gives
     * the first answer here; null where there is none.
     */
    public record Full(
            String indicator,
            List<String> parts,
            List<Counted> people,
            @Nullable String within) {
        public Full {
            parts = List.copyOf(parts);
            people = List.copyOf(people);
        }
    }

    /** The tables about the same people as they may be released, in their order. */
    public static List<Table> released(List<Full> tables, Collection<String> areas, int limit) {
        return new Suppression(areas, limit).all(tables);
    }

    private List<Table> all(List<Full> tables) {
        List<Full> told = tables.stream().filter(this::totalIsShown).toList();
        Set<String> shown = areas.size() < 2 ? Set.of() : shownAreas(told);
        Map<String, Table> released = new LinkedHashMap<>();
        tables.forEach(table -> released.put(
                table.indicator(),
                told.contains(table)
                        ? table(table, shown)
                        : table(table, Set.of()).hidden()));
        List<Table> safe = new ArrayList<>();
        for (Full table : tables) {
            Table own = Objects.requireNonNull(released.get(table.indicator()));
            safe.add(tellsOfFew(table, own, released) ? own.hidden() : own);
        }
        return safe;
    }

    private boolean totalIsShown(Full table) {
        return Cell.mayBeShown(table.people(), table.parts(), limit);
    }

    /** Those that may be shown in every table, less as many of the smallest as it takes for the rest to be safe. */
    private Set<String> shownAreas(List<Full> told) {
        Set<String> shown = new TreeSet<>(areas.stream()
                .filter(area -> told.stream().allMatch(table -> may(table, Set.of(area))))
                .toList());
        while (!shown.isEmpty() && !restIsSafe(told, shown)) {
            shown.remove(smallest(told, shown));
        }
        return shown;
    }

    private boolean restIsSafe(List<Full> told, Set<String> shown) {
        Set<String> rest = new TreeSet<>(areas);
        rest.removeAll(shown);
        return rest.isEmpty() || rest.size() > 1 && told.stream().allMatch(table -> may(table, rest));
    }

    private boolean may(Full table, Set<String> some) {
        return Cell.mayBeShown(in(table, some), table.parts(), limit);
    }

    private static List<Counted> in(Full table, Set<String> some) {
        return table.people().stream().filter(one -> some.contains(one.area())).toList();
    }

    private static String smallest(List<Full> told, Set<String> shown) {
        Map<String, Integer> sizes = shown.stream()
                .collect(Collectors.toMap(
                        area -> area,
                        area -> told.stream()
                                .mapToInt(table -> in(table, Set.of(area)).size())
                                .sum()));
        return shown.stream()
                .min(Comparator.<String>comparingInt(area -> sizes.getOrDefault(area, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private Table table(Full full, Set<String> shown) {
        List<Table.Row> rows = areas.size() < 2
                ? List.of()
                : areas.stream()
                        .map(area -> new Table.Row(
                                area, shown.contains(area) ? Cell.of(in(full, Set.of(area)), full.parts()) : null))
                        .toList();
        return new Table(full.indicator(), full.parts(), rows, Cell.of(full.people(), full.parts()));
    }

    /** Whether a cell that is shown differs from that of the table it is within by fewer than may be shown. */
    private boolean tellsOfFew(Full inner, Table own, Map<String, Table> released) {
        Table outer = inner.within() == null ? null : released.get(inner.within());
        if (outer == null) {
            return false;
        }
        return differsByFew(own.total(), outer.total(), inner.parts().get(0))
                || own.areas().stream()
                        .anyMatch(row -> outer.areas().stream()
                                .filter(other -> other.area().equals(row.area()))
                                .anyMatch(other -> differsByFew(
                                        row.cell(), other.cell(), inner.parts().get(0))));
    }

    private boolean differsByFew(@Nullable Cell inner, @Nullable Cell outer, String part) {
        return inner != null && outer != null && outer.in(part) - inner.in(part) < limit;
    }
}
