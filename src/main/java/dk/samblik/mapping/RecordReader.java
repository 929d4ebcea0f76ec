package dk.samblik.mapping;

import dk.samblik.household.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one record of a mapping file, with its rules and fields. */
final class RecordReader {

    private static final List<String> CATEGORIES =
            Arrays.stream(Category.values()).map(Enum::name).toList();

    private final Folder folder;
    private final Collection<String> tables;
    private final DateForm dates;
    private final Map<String, String> purposes;
    private final Set<String> usedPurposes = new HashSet<>();

    RecordReader(Folder folder, Collection<String> tables, DateForm dates, Map<String, String> purposes) {
        this.folder = folder;
        this.tables = Set.copyOf(tables);
        this.dates = dates;
        this.purposes = Map.copyOf(purposes);
    }

    /** Which of the file's purposes a field has had. */
    Set<String> usedPurposes() {
        return usedPurposes;
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
                fields(place.part("fields"), shape));
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

    private List<Field> fields(Place place, FactShape shape) {
        List<Field> fields = new ArrayList<>();
        place.parts().forEach((name, field) -> fields.add(field(name, field, shape)));
        shape.slots().forEach((name, slot) -> {
            if (!slot.optional() && !name.equals("key") && !place.parts().containsKey(name)) {
                throw place.broken(
                        "'" + name + "' is missing", "A fact of this kind cannot be without it: name its column");
            }
        });
        return fields;
    }

    private Field field(String name, Place place, FactShape shape) {
        place.parts("from", "as", "in", "on", "required", "category", "purpose");
        FactShape.Slot slot = shape.slot(name)
                .orElseThrow(() -> place.broken(
                        "'" + name + "' is no part of this fact",
                        "Known are " + shape.slots().keySet()));
        Conversion conversion = conversion(place, slot);
        boolean required = place.find("required").map(Place::isTrue).orElse(false);
        if (!required && !slot.optional() && slot.type() != Boolean.class) {
            throw place.broken("'" + name + "' cannot be left open", "Write required: true");
        }
        return new Field(
                name,
                slot.position(),
                columns(place.part("from")),
                conversion.reading().apply(setting(place, conversion)),
                required,
                place.find("category").map(RecordReader::category).orElse(null),
                purpose(place.part("purpose")));
    }

    private Conversion conversion(Place place, FactShape.Slot slot) {
        String name =
                place.find("as").map(as -> as.text(Conversion.names())).orElseGet(() -> Conversion.usual(slot.type()));
        Conversion conversion = Conversion.named(name).orElseThrow();
        if (conversion.gives() != slot.type()) {
            throw place.broken(
                    "'" + name + "' does not give a " + slot.type().getSimpleName(),
                    "Use another conversion, or another field");
        }
        return conversion;
    }

    private Conversion.Setting setting(Place place, Conversion conversion) {
        List<CodeList> lists = place.find("in").map(Place::items).orElse(List.of()).stream()
                .map(folder::codes)
                .toList();
        if (lists.size() != conversion.lists()) {
            throw place.broken("this conversion needs " + conversion.lists() + " code lists", "Name them with in");
        }
        Column on = place.find("on").map(Place::text).map(this::column).orElse(null);
        return new Conversion.Setting(dates, lists, on);
    }

    private String purpose(Place place) {
        String written = place.text();
        String sentence = purposes.get(written);
        if (sentence == null && !written.contains(" ")) {
            throw place.broken("'" + written + "' is no purpose", "Name one of the purposes, or write a sentence");
        }
        usedPurposes.add(written);
        return sentence == null ? written : sentence;
    }

    private List<Column> columns(Place place) {
        return place.texts().stream().map(this::column).toList();
    }

    private Column column(String written) {
        return Column.named(written, tables);
    }

    private static Category category(Place place) {
        return Category.valueOf(place.text(CATEGORIES));
    }
}
