package dk.samblik.mapping;

import dk.samblik.household.Department;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One file of {@code mappings/}, read and checked. {@code lookups} gives the key column of each table that is looked up
 * in; {@code notRead} gives what the register has and the hub leaves, by reason; {@code version} changes when anything does
 * that decides what becomes of a row.
 */
public record MappingFile(
        String register,
        String title,
        Department source,
        Map<String, String> lookups,
        List<RecordMapping> records,
        Map<String, List<String>> notRead,
        List<Example> examples,
        String version) {

    public MappingFile {
        lookups = Map.copyOf(lookups);
        records = List.copyOf(records);
        notRead = Map.copyOf(notRead);
        examples = List.copyOf(examples);
    }

    /** Where each component of each fact stands in the register, in the order of the file. */
    public List<FieldName> fields() {
        return records.stream()
                .flatMap(record -> record.fields().stream()
                        .map(field -> new FieldName(
                                record.gives(),
                                field.name(),
                                record.table(),
                                field.columns().stream().map(Column::written).toList())))
                .toList();
    }

    /** The record kind that rows of this table are, if any is mapped. */
    Optional<RecordMapping> record(String table) {
        return records.stream().filter(record -> record.table().equals(table)).findFirst();
    }
}
