package dk.samblik.register;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A table that is not about persons, held whole by its key; gives on only the rows that a row let through names. */
final class ScannedLookup implements TableScan.Taker {

    /** Characters. */
    private static final long MOST_HELD = 16 << 20;

    private record Numbered(long recordNo, Map<String, String> values) {}

    private final RegisterFile.Lookup lookup;
    private final Map<String, Numbered> rows = new HashMap<>();
    private Columns columns = Columns.NONE;
    private long held;

    ScannedLookup(RegisterFile.Lookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public void header(Columns read) {
        columns = read;
    }

    @Override
    public void take(CsvRecord row, long offset, long recordNo) {
        if (!columns.fit(row)) {
            return;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String column : lookup.columns()) {
            String text = columns.text(row, column);
            values.put(column, text);
            held += text.length();
        }
        if (held > MOST_HELD) {
            throw new HeldBack("FILE_TOO_LARGE");
        }
        rows.put(columns.text(row, lookup.key()).strip(), new Numbered(recordNo, values));
    }

    /** Writes the rows whose key stands somewhere in the rows of the cut. */
    void cut(CutText into) {
        for (String key : into.said()) {
            Numbered row = rows.get(key);
            if (row != null) {
                into.row(lookup.table(), row.recordNo(), row.values());
            }
        }
    }
}
