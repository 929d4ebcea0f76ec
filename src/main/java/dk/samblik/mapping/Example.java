package dk.samblik.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row that a mapping file shows, and what becomes of it on a night. {@code with} are rows of other tables that it looks
 * up. Exactly one of {@code gives} (component and text), {@code refused} (code and column) and {@code filtered} (why) is
 * filled.
 */
public record Example(
        String where,
        LocalDate night,
        String from,
        Map<String, Object> given,
        Map<String, Map<String, Object>> with,
        Map<String, String> gives,
        Optional<String> refused,
        Optional<String> filtered) {

    public Example {
        given = Map.copyOf(given);
        with = Map.copyOf(with);
        gives = Map.copyOf(gives);
    }

    /** What the example expects, in the words of the file. */
    public String expected() {
        return refused.map(reason -> "refused " + reason)
                .or(() -> filtered.map(why -> "filtered " + why))
                .orElseGet(() -> "gives " + gives.keySet().stream().sorted().toList());
    }

    /** Examples of the given list, if it names any. */
    static List<Example> read(Place place, LocalDate night) {
        return place.items().stream().map(item -> one(item, night)).toList();
    }

    private static Example one(Place place, LocalDate night) {
        Map<String, Place> parts = place.parts("from", "given", "with", "gives", "refused", "filtered");
        if (List.of("gives", "refused", "filtered").stream()
                        .filter(parts::containsKey)
                        .count()
                != 1) {
            throw place.broken("an example has one outcome", "Write one of gives, refused and filtered");
        }
        return new Example(
                place.where(),
                night,
                place.part("from").text(),
                place.part("given").values(),
                place.find("with").map(Example::rows).orElse(Map.of()),
                place.find("gives").map(Place::plainValues).orElse(Map.of()),
                place.find("refused").map(Place::text),
                place.find("filtered").map(Place::text));
    }

    private static Map<String, Map<String, Object>> rows(Place place) {
        Map<String, Map<String, Object>> rows = new java.util.LinkedHashMap<>();
        place.parts().forEach((table, row) -> rows.put(table, row.values()));
        return rows;
    }
}
