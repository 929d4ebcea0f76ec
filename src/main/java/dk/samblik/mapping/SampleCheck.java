package dk.samblik.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.samblik.register.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping file makes of the rows of a sample, for somebody who is writing it. A row is judged for a person who has
 * said yes to everything; of its values only the kind and length are told.
 */
public final class SampleCheck {

    private static final int MONTHS_BACK = 12;

    private final MappingFile mapping;
    private final LocalDate night;

    private SampleCheck(MappingFile mapping, LocalDate night) {
        this.mapping = mapping;
        this.night = night;
    }

    /** What became of one row: {@code outcome} is mapped, a reason code with its column, or filtered with why. */
    public record Judged(long number, boolean refused, String outcome, Map<String, String> fields) {}

    /**
     * Judges the rows of a sample of one table: CSV with a header and semicolons, or a JSON list of objects. Throws
     * {@link MappingBroken} where the mapping file or the sample cannot be read, or no record reads this table.
     */
    public static List<Judged> of(Path file, Path sample, @Nullable String table, LocalDate night) {
        String name = String.valueOf(file.getFileName());
        Folder folder =
                new Folder(Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of(".")));
        MappingFile mapping = MappingReader.read(name.replaceFirst("\\.yaml$", ""), folder);
        String wanted = table == null ? mapping.records().get(0).table() : table;
        RecordMapping record = mapping.record(wanted)
                .orElseThrow(() -> new MappingBroken(
                        name, 1, "no record reads '" + wanted + "'", "Name one that is there with --table"));
        SampleCheck check = new SampleCheck(mapping, night);
        List<Judged> judged = new ArrayList<>();
        for (Map<String, Object> row : rows(sample)) {
            judged.add(check.judge(record, judged.size() + 1L, row));
        }
        return judged;
    }

    private Judged judge(RecordMapping record, long number, Map<String, Object> values) {
        Source source = new LookupRows(List.of(), mapping.lookups())
                .source(new Row(record.table(), number, null, new HashMap<>(values)), record, night);
        Verdict verdict = record.judge(source, new Permission(any -> true, night.minusMonths(MONTHS_BACK)));
        if (verdict instanceof Verdict.Mapped mapped) {
            Map<String, String> fields = new LinkedHashMap<>();
            Flat.of(mapped.fact()).forEach((field, text) -> fields.put(field, masked(text)));
            return new Judged(number, false, "mapped", fields);
        }
        if (verdict instanceof Verdict.Refused refused) {
            return new Judged(number, true, refused.reason() + " " + refused.column(), Map.of());
        }
        return new Judged(number, false, "filtered", Map.of());
    }

    /** The kind of a value and how long it is, never the value. */
    private static String masked(String text) {
        if (text.isEmpty()) {
            return "-";
        }
        if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return "date";
        }
        return text.equals("true") || text.equals("false") ? "yes/no" : "text(" + text.length() + ")";
    }

    private static List<Map<String, Object>> rows(Path sample) {
        try {
            return sample.toString().endsWith(".json") ? json(sample) : csv(sample);
        } catch (IOException | IllegalArgumentException | IllegalStateException unreadable) {
            throw new MappingBroken(
                    String.valueOf(sample.getFileName()),
                    1,
                    "the sample cannot be read",
                    "Give CSV with a header and semicolons in UTF-8, or a JSON list of objects");
        }
    }

    private static List<Map<String, Object>> csv(Path sample) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<Map<String, Object>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(Files.readString(sample), format)) {
            for (CSVRecord record : parser) {
                rows.add(new HashMap<>(record.toMap()));
            }
        }
        return rows;
    }

    private static List<Map<String, Object>> json(Path sample) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode row : json.readTree(sample.toFile())) {
            Map<String, Object> values = new HashMap<>();
            row.properties()
                    .forEach(part -> values.put(part.getKey(), json.convertValue(part.getValue(), Object.class)));
            values.values().removeIf(Objects::isNull);
            rows.add(values);
        }
        return rows;
    }
}
