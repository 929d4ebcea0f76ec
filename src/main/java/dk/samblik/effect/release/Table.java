package dk.samblik.effect.release;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One figure as it is released: a row an area and the total. A null cell is hidden, and does not say whether it is small
 * itself or hidden so that another cannot be worked out. A programme of one area has the total only.
 */
public record Table(
        String indicator,
        List<String> parts,
        List<Row> areas,
        @Nullable Cell total) {

    /** An area and its cell, null where hidden. */
    public record Row(String area, @Nullable Cell cell) {}

    public Table {
        parts = List.copyOf(parts);
        areas = List.copyOf(areas);
    }

    /** The total, where it may be shown. */
    public Optional<Cell> shownTotal() {
        return Optional.ofNullable(total);
    }

    /** The same with nothing shown. */
    Table hidden() {
        return new Table(
                indicator,
                parts,
                areas.stream().map(row -> new Row(row.area(), null)).toList(),
                null);
    }
}
