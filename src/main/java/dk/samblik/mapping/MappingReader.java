package dk.samblik.mapping;

import dk.samblik.household.Department;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one mapping file and refuses it, with a line and a cure for each thing in it that is not understood. */
final class MappingReader {

    private static final LocalDate EXAMPLE_NIGHT = LocalDate.of(2026, 11, 17);

    private static final String[] KNOWN = {
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
        "open-case",
        "records",
        "not-read",
        "examples"
    };

    private final Place file;
    private final Folder folder;
    private final Wrongs wrongs = new Wrongs();

    private MappingReader(Place file, Folder folder) {
        this.file = file;
        this.folder = folder;
    }

    /** The file of this name in the folder. */
    static MappingFile read(String name, Folder folder) {
        return new MappingReader(folder.yaml(name + ".yaml"), folder).mapping(name);
    }

    private MappingFile mapping(String name) {
        wrongs.unless(() -> file.parts(KNOWN));
        Map<String, String> lookups = plain("lookups");
        Optional<String> register = wrongs.unless(() -> file.part("register").text(List.of(name)));
        Optional<String> title = wrongs.unless(() -> file.part("title").text());
        Optional<Department> source = wrongs.unless(() -> Department.valueOf(file.part("answers-for")
                .text(Arrays.stream(Department.values()).map(Enum::name).toList())));
        Optional<Map<String, List<String>>> notRead = wrongs.unless(this::notRead);
        Optional<List<Example>> examples = wrongs.unless(this::examples);
        List<RecordMapping> records = records(lookups);
        wrongs.end();
        return new MappingFile(
                register.orElseThrow(),
                title.orElseThrow(),
                source.orElseThrow(),
                lookups,
                records,
                notRead.orElseThrow(),
                examples.orElseThrow(),
                folder.version(name));
    }

    private Map<String, String> plain(String part) {
        return wrongs.unless(() -> file.find(part).map(Place::plainValues).orElse(Map.of()))
                .orElse(Map.of());
    }

    private List<RecordMapping> records(Map<String, String> lookups) {
        Map<String, String> purposes = plain("purposes");
        FieldReader fields = new FieldReader(
                folder, lookups.keySet(), wrongs.unless(this::dates).orElse(DateForm.ISO), purposes);
        RecordReader reader = new RecordReader(folder, lookups.keySet(), fields);
        List<RecordMapping> records = new ArrayList<>();
        Set<String> tables = new HashSet<>();
        for (Place place : wrongs.unless(() -> file.part("records").items()).orElse(List.of())) {
            wrongs.unless(() -> reader.read(records.size(), place)).ifPresent(record -> {
                if (!tables.add(record.table())) {
                    wrongs.unless(() -> {
                        throw place.broken("'" + record.table() + "' is mapped twice", "Keep one record for a table");
                    });
                }
                records.add(record);
            });
        }
        purposes.keySet().stream()
                .filter(purpose ->
                        wrongs.sentences().isEmpty() && !fields.usedPurposes().contains(purpose))
                .toList()
                .forEach(unused -> wrongs.unless(() -> {
                    throw file.part("purposes").part(unused).broken("no field has this purpose", "Remove it");
                }));
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
                other.find("night").map(MappingReader::day).orElse(EXAMPLE_NIGHT));
    }

    private static LocalDate day(Place place) {
        try {
            return LocalDate.parse(place.text());
        } catch (DateTimeException noDate) {
            throw place.broken("a date cannot be read", "Write it as yyyy-MM-dd");
        }
    }
}
