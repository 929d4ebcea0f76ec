package dk.samblik.mapping;

import java.util.List;

/**
 * Where a component of a fact stands in its register: {@code fact} as {@code gives} writes it, and the columns of {@code
 * table} as the mapping file names them. Names only, no value.
 */
public record FieldName(String fact, String component, String table, List<String> columns) {
    public FieldName {
        columns = List.copyOf(columns);
    }
}
