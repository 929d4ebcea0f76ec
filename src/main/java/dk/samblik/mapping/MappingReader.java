package dk.samblik.mapping;

import dk.samblik.household.Department;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one mapping file and refuses it, by line and with a cure, when anything in it is not understood. */
final class MappingReader {

    private static final LocalDate EXAMPLE_NIGHT = LocalDate.of(2026, 11, 17);

    private final Place file;
    private final Folder folder;

    private MappingReader(Place file, Folder folder) {
        this.file = file;
        this.folder = folder;
    }

    /** The file of this name in the folder. */
    static MappingFile read(String name, Folder folder) {
        return new MappingReader(folder.yaml(name + ".yaml"), folder).mapping(name);
    }

    private MappingFile mapping(String name) {
        file.parts(
                "register",
                "title",
                "answers-for",
                "source",
                "stale-after",
                "delivery",
                "service",
                "lookups",
                "dates",
                "purposes",
                "records",
                "not-read",
                "examples");
        Map<String, String> lookups =
                file.find("lookups").map(Place::plainValues).orElse(Map.of());
        return new MappingFile(
                file.part("register").text(List.of(name)),
                file.part("title").text(),
                Department.valueOf(file.part("answers-for")
                        .text(Arrays.stream(Department.values()).map(Enum::name).toList())),
                lookups,
                records(lookups),
                notRead(),
                examples(),
                folder.version(name));
    }

    private List<RecordMapping> records(Map<String, String> lookups) {
        Map<String, String> purposes =
                file.find("purposes").map(Place::plainValues).orElse(Map.of());
        FieldReader fields = new FieldReader(folder, lookups.keySet(), dates(), purposes);
        RecordReader reader = new RecordReader(folder, lookups.keySet(), fields);
        List<RecordMapping> records = new ArrayList<>();
        Set<String> tables = new HashSet<>();
        for (Place place : file.part("records").items()) {
            RecordMapping record = reader.read(records.size(), place);
            if (!tables.add(record.table())) {
                throw place.broken("'" + record.table() + "' is mapped twice", "Keep one record for a table");
            }
            records.add(record);
        }
        purposes.keySet().stream()
                .filter(purpose -> !fields.usedPurposes().contains(purpose))
                .forEach(unused -> {
                    throw file.part("purposes").part(unused).broken("no field has this purpose", "Remove it");
                });
        return records;
    }

    private DateForm dates() {
        return file.find("dates")
                .map(place -> {
                    place.parts("form", "open");
                    Set<String> open = place.find("open")
                            .map(Place::texts)
                            .map(Set::copyOf)
                            .orElse(Set.of());
                    try {
                        return DateForm.named(place.part("form").text(), open);
                    } catch (IllegalArgumentException noPattern) {
                        throw place.part("form")
                                .broken("no form of dates", "Write instant or a pattern like dd-MM-yyyy");
                    }
                })
                .orElse(DateForm.ISO);
    }

    private Map<String, List<String>> notRead() {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        file.find("not-read")
                .map(Place::parts)
                .orElse(Map.of())
                .forEach((reason, columns) -> reasons.put(reason, columns.texts()));
        return reasons;
    }

    /** The examples stand in the file, or in one that it names. */
    private List<Example> examples() {
        Place place = file.part("examples");
        if (!place.isText()) {
            return Example.read(place, EXAMPLE_NIGHT);
        }
        Place other = folder.yaml(place.text());
        other.parts("night", "examples");
        return Example.read(
                other.part("examples"),
                other.find("night").map(Place::text).map(LocalDate::parse).orElse(EXAMPLE_NIGHT));
    }
}
