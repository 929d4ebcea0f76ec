package dk.samblik.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a mapping file must be beside readable; each rule says what is wrong, with nothing exempt. */
final class MappingRules {

    private static final int MOST_LINES = 80;
    private static final Pattern CPR = Pattern.compile("(?<!\\d)\\d{6}[- ]?\\d{4}(?!\\d)");
    private static final Path DOCUMENTED = Path.of("src/test/resources/registers");

    private MappingRules() {}

    /** One rule: what it has against a file of this folder. */
    interface Rule {
        List<String> complaints(Path folder, MappingFile mapping);
    }

    static Map<String, Rule> all() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put("at most 80 lines", (folder, mapping) -> lines(folder.resolve(mapping.register() + ".yaml")));
        rules.put("follows the schema", MappingRules::schema);
        rules.put("every field says what the household gains", (folder, mapping) -> purposes(mapping));
        rules.put("shows a row that is taken and one that is refused", (folder, mapping) -> examples(mapping));
        rules.put("no number that looks like a CPR number", MappingRules::numbers);
        rules.put("every column of the register is read or left with a reason", MappingRules::columns);
        return rules;
    }

    private static List<String> lines(Path file) {
        long lines = text(file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .count();
        return lines > MOST_LINES ? List.of(lines + " lines") : List.of();
    }

    private static List<String> schema(Path folder, MappingFile mapping) {
        try {
            JsonNode schema = new ObjectMapper()
                    .readTree(Path.of("docs/schema/mapping.json").toFile());
            JsonNode file = new YAMLMapper()
                    .readTree(folder.resolve(mapping.register() + ".yaml").toFile());
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(file)
                    .stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> purposes(MappingFile mapping) {
        return mapping.records().stream()
                .flatMap(record -> record.fields().stream()
                        .filter(field -> field.purpose().split(" ").length < 3)
                        .map(field -> record.table() + "." + field.name()))
                .toList();
    }

    private static List<String> examples(MappingFile mapping) {
        List<String> missing = new ArrayList<>();
        if (mapping.examples().stream().allMatch(example -> example.gives().isEmpty())) {
            missing.add("none that is taken");
        }
        if (mapping.examples().stream().noneMatch(example -> example.refused().isPresent())) {
            missing.add("none that is refused");
        }
        Set<String> shown = mapping.examples().stream().map(Example::from).collect(Collectors.toSet());
        mapping.records().stream()
                .map(RecordMapping::table)
                .filter(table -> !shown.contains(table))
                .forEach(table -> missing.add("none of " + table));
        return missing;
    }

    private static List<String> numbers(Path folder, MappingFile mapping) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> CPR.matcher(text(file)).find())
                    .map(Path::toString)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The register's documentation is the measure; a query is read for the columns it names. */
    private static List<String> columns(Path folder, MappingFile mapping) {
        Set<String> left = new TreeSet<>();
        mapping.notRead().values().forEach(left::addAll);
        Set<String> documented = new TreeSet<>(text(DOCUMENTED.resolve(mapping.register() + ".columns"))
                .lines()
                .toList());
        Set<String> read = new ReadColumns(folder, mapping).of(documented);
        List<String> complaints = new ArrayList<>();
        documented.stream()
                .filter(column -> !read.contains(column) && !leftOut(column, left))
                .forEach(column -> complaints.add(column + " is neither read nor left out"));
        documented.stream()
                .filter(column -> read.contains(column) && leftOut(column, left))
                .forEach(column -> complaints.add(column + " is read and said to be left out"));
        left.stream()
                .filter(column -> documented.stream().noneMatch(known -> leftOut(known, Set.of(column))))
                .forEach(column -> complaints.add(column + " is left out and does not exist"));
        return complaints;
    }

    private static boolean leftOut(String column, Set<String> left) {
        return left.contains(column) || left.contains(column.substring(0, column.indexOf('.')));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
