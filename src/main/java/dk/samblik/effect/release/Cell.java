package dk.samblik.effect.release;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How many households and persons stand in one place of a table, and how many persons by answer, in the table's order. For a
 * figure about households {@code persons} counts households too.
 */
public record Cell(int households, int persons, Map<String, Integer> parts) {

    /** The fewest people a percentage is shown of. */
    static final int PERCENT_BASE = 20;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Cell {
        parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        if (parts.values().stream().mapToInt(count -> count).sum() != persons) {
            throw new IllegalArgumentException("everybody in a cell has one answer");
        }
    }

    static Cell of(Collection<Counted> people, List<String> parts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        parts.forEach(part -> counts.put(part, (int) in(people, part)));
        return new Cell(households(people), people.size(), counts);
    }

    /** Whether these people may stand in a cell of their own: at least {@code limit} persons and households in every part. */
    static boolean mayBeShown(Collection<Counted> people, List<String> parts, int limit) {
        return parts.stream()
                .allMatch(part -> in(people, part) >= limit
                        && households(people.stream()
                                        .filter(one -> one.part().equals(part))
                                        .toList())
                                >= limit);
    }

    private static long in(Collection<Counted> people, String part) {
        return people.stream().filter(one -> one.part().equals(part)).count();
    }

    private static int households(Collection<Counted> people) {
        return people.stream()
                .map(Counted::household)
                .collect(Collectors.toSet())
                .size();
    }

    /** How many have this answer. */
    public int in(String part) {
        return parts.getOrDefault(part, 0);
    }

    /** The part in percent with one decimal; empty where fewer than 20 are counted. */
    public Optional<BigDecimal> percent(String part) {
        return persons < PERCENT_BASE
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(in(part))
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(persons), 1, java.math.RoundingMode.HALF_UP));
    }
}
