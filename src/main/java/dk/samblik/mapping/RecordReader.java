package dk.samblik.mapping;

import dk.samblik.household.Category;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one record of a mapping file: whose rows, what they are, and which of them are not shown. */
final class RecordReader {

    private static final List<String> CATEGORIES =
            Arrays.stream(Category.values()).map(Enum::name).toList();

    private final Folder folder;
    private final Collection<String> tables;
    private final FieldReader fields;

    RecordReader(Folder folder, Collection<String> tables, FieldReader fields) {
        this.folder = folder;
        this.tables = Set.copyOf(tables);
        this.fields = fields;
    }

    RecordMapping read(int order, Place place) {
        place.parts("gives", "from", "query", "category", "member", "key", "look-up", "drop", "anonymous", "fields");
        String gives = place.part("gives").text(FactShape.names());
        FactShape shape = FactShape.named(gives).orElseThrow();
        List<String> members = place.find("member").map(Place::texts).orElse(List.of());
        return new RecordMapping(
                order,
                place.part("from").text(),
                gives,
                shape,
                category(place.part("category")),
                members,
                place.part("key").texts().stream()
                        .filter(column -> !members.contains(column))
                        .map(this::column)
                        .toList(),
                lookUps(place),
                drops(place),
                place.find("anonymous").map(this::restsOn).orElse(null),
                fields.fields(place.part("fields"), shape, members));
    }

    private Map<String, Column> lookUps(Place place) {
        Map<String, Column> lookUps = new LinkedHashMap<>();
        place.find("look-up").map(Place::parts).orElse(Map.of()).forEach((table, by) -> {
            if (!tables.contains(table)) {
                throw by.broken("'" + table + "' is not among the lookups", "Name it and its key under lookups");
            }
            lookUps.put(table, column(by.text()));
        });
        return lookUps;
    }

    private List<DropRule> drops(Place place) {
        return place.find("drop").map(Place::items).orElse(List.of()).stream()
                .map(this::drop)
                .toList();
    }

    private DropRule drop(Place place) {
        if (place.find("rule").isEmpty()) {
            place.parts("field", "is", "in", "why");
            return new DropRule.OneOf(
                    column(place.part("field").text()),
                    Set.copyOf(place.part("is").texts()),
                    place.find("in").map(folder::codes).orElse(null),
                    place.part("why").text());
        }
        place.parts("rule", "from", "is", "why");
        return switch (place.part("rule").text(List.of("legal-basis", "without-consent"))) {
            case "without-consent" ->
                new DropRule.WithoutConsent(
                        columns(place.part("from")), place.part("why").text());
            default -> restsOn(place);
        };
    }

    private DropRule restsOn(Place place) {
        place.parts("rule", "from", "is", "why");
        return new DropRule.RestsOn(
                columns(place.part("from")),
                place.part("is").items().stream().map(Provision::at).toList(),
                place.part("why").text());
    }

    private List<Column> columns(Place place) {
        return place.texts().stream().map(this::column).toList();
    }

    private Column column(String written) {
        return Column.named(written, tables);
    }

    /** The category that stands here. */
    static Category category(Place place) {
        return Category.valueOf(place.text(CATEGORIES));
    }
}
