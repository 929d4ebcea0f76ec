package dk.samblik.register;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of a cut written as CSV in one dialect of ours, whatever the delivery's: UTF-16 text, {@code ;}, one header
 * line with the columns of all tables and two of our own that say where a row stands.
 */
final class CutText {

    static final String TABLE = "_table";
    static final String RECORD = "_record";

    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final Set<String> said = new LinkedHashSet<>();

    CutText(RegisterFile file) {
        columns.put(TABLE, 0);
        columns.put(RECORD, 1);
        file.tables().forEach(table -> table.columns().forEach(this::column));
        file.lookups().forEach(lookup -> lookup.columns().forEach(this::column));
        line(List.copyOf(columns.keySet()).toArray(String[]::new));
    }

    private void column(String name) {
        columns.putIfAbsent(name, columns.size());
    }

    /** Adds a row; a column it does not have is left blank. */
    void row(String table, long recordNo, Map<String, String> values) {
        String[] cells = new String[columns.size()];
        cells[0] = table;
        cells[1] = Long.toString(recordNo);
        values.forEach((column, value) -> {
            cells[columns.getOrDefault(column, 0)] = value;
            said.add(value.strip());
        });
        line(cells);
    }

    /** Everything that stands in a row so far; by it a lookup knows which of its rows are asked for. */
    Set<String> said() {
        return Set.copyOf(said);
    }

    private void line(String[] cells) {
        for (int cell = 0; cell < cells.length; cell++) {
            if (cell > 0) {
                text.append(';');
            }
            quoted(cells[cell]);
        }
        text.append('\n');
    }

    private void quoted(String value) {
        if (value != null && !value.isEmpty()) {
            text.append('"').append(value.replace("\"", "\"\"")).append('"');
        }
    }

    @Override
    public String toString() {
        return "CutText[masked]";
    }

    String text() {
        return text.toString();
    }
}
