package dk.samblik.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the fields of a record: which columns make which part of a fact, by which conversion, and for what purpose. */
final class FieldReader {

    private final Folder folder;
    private final Collection<String> tables;
    private final DateForm dates;
    private final Map<String, String> purposes;
    private final Set<String> usedPurposes = new HashSet<>();

    FieldReader(Folder folder, Collection<String> tables, DateForm dates, Map<String, String> purposes) {
        this.folder = folder;
        this.tables = Set.copyOf(tables);
        this.dates = dates;
        this.purposes = Map.copyOf(purposes);
    }

    /** Which of the file's purposes a field has had. */
    Set<String> usedPurposes() {
        return usedPurposes;
    }

    /** The fields that stand here; refuses a fact that would lack a part it cannot be without. */
    List<Field> fields(Place place, FactShape shape, List<String> members) {
        List<Field> fields = new ArrayList<>();
        Wrongs wrongs = new Wrongs();
        place.parts()
                .forEach((name, field) ->
                        wrongs.unless(() -> field(name, field, shape, members)).ifPresent(fields::add));
        shape.slots().forEach((name, slot) -> {
            if (!slot.optional() && !name.equals("key") && !place.parts().containsKey(name)) {
                wrongs.unless(() -> {
                    throw place.broken(
                            "'" + name + "' is missing", "A fact of this kind cannot be without it: name its column");
                });
            }
        });
        wrongs.end();
        return fields;
    }

    private Field field(String name, Place place, FactShape shape, List<String> members) {
        Field made = field(name, place, shape);
        if (place.part("from").texts().stream().anyMatch(members::contains)) {
            throw place.broken("a CPR number must not become part of a fact", "Name another column");
        }
        return made;
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
}
