package dk.samblik.demo.bu;

import java.util.List;

/** A row of a table as texts, in the order of its columns; empty is null. */
public record BuRow(BuTable table, List<String> values) {
    public BuRow {
        values = List.copyOf(values);
        if (values.size() != table.width()) {
            throw new IllegalArgumentException(table + " has " + table.width() + " columns");
        }
    }
}
