package dk.samblik.mapping;

import dk.samblik.household.PersonId;
import dk.samblik.register.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows that other rows point at, by table and key; where the register answers by person, only within that person. */
final class LookupRows {

    private final Map<Key, Row> rows = new HashMap<>();

    private record Key(String table, @Nullable PersonId person, String key) {}

    LookupRows(List<Row> all, Map<String, String> keyColumns) {
        for (Row row : all) {
            String column = keyColumns.get(row.table());
            String key = column == null ? null : row.text(column);
            if (key != null) {
                rows.put(new Key(row.table(), row.person(), key), row);
            }
        }
    }

    /** The row with those it points at. */
    Source source(Row row, RecordMapping mapping, java.time.LocalDate night) {
        Source alone = new Source(row, Map.of(), night);
        if (mapping.lookUps().isEmpty()) {
            return alone;
        }
        Map<String, Row> found = new HashMap<>();
        mapping.lookUps().forEach((table, by) -> {
            String key = new Cells(List.of(by), alone).text(0);
            Row other = key == null ? null : rows.get(new Key(table, row.person(), key));
            if (other != null) {
                found.put(table, other);
            }
        });
        return new Source(row, found, night);
    }
}
