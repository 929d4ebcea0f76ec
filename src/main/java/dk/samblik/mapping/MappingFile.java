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

    /** The record kind that rows of this table are, if any is mapped. */
    Optional<RecordMapping> record(String table) {
        return records.stream().filter(record -> record.table().equals(table)).findFirst();
    }
}
