package dk.samblik.mapping;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells that one field is made of, in the order the mapping file names them. */
record Cells(List<Column> columns, Source source) {

    /** What stands in the cell; null when there is no such cell or nothing in it. */
    @Nullable
    Object raw(int cell) {
        return cell < columns.size() ? columns.get(cell).in(source) : null;
    }

    /** The cell as text without blanks around it; null when nothing is left. */
    @Nullable
    String text(int cell) {
        Object raw = raw(cell);
        String text = raw == null ? "" : raw.toString().strip();
        return text.isEmpty() ? null : text;
    }

    /** The first cell alone. */
    Cells first() {
        return new Cells(columns.subList(0, 1), source);
    }

    /** A cell of another column of the same row. */
    Cells at(Column column) {
        return new Cells(List.of(column), source);
    }

    int size() {
        return columns.size();
    }

    LocalDate night() {
        return source.night();
    }

    /** That the cell cannot be read; names the column and not the value. */
    Unreadable unreadable(int cell) {
        return new Unreadable(columns.get(cell).written());
    }
}
