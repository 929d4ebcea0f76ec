package dk.samblik.mapping;

import dk.samblik.register.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a value stands: in the row, inside an object of the row ({@code omfang.pr}), or in a row it looks up. */
sealed interface Column {

    /** As the mapping file writes it. */
    String written();

    /** What stands there; null when there is nothing. */
    @Nullable
    Object in(Source source);

    /** The column that is meant when these are the tables looked up in. */
    static Column named(String written, Collection<String> tables) {
        int dot = written.indexOf('.');
        if (dot < 0) {
            return new Own(written);
        }
        String head = written.substring(0, dot);
        return tables.contains(head)
                ? new LookedUp(written, head, new Own(written.substring(dot + 1)))
                : new Inside(written, List.of(written.split("\\.")));
    }

    /** A field of the row itself. */
    record Own(String written) implements Column {

        @Override
        public @Nullable Object in(Source source) {
            return source.row().values().get(written);
        }
    }

    /** A field of an object in the row; the register may also give it flat, under the whole name. */
    record Inside(String written, List<String> path) implements Column {

        @Override
        public @Nullable Object in(Source source) {
            Object flat = source.row().values().get(written);
            if (flat != null) {
                return flat;
            }
            Object at = source.row().values();
            for (String step : path) {
                at = at instanceof Map<?, ?> object ? object.get(step) : null;
            }
            return at;
        }
    }

    /** A field of the row that this one points at; null when it points at nobody. */
    record LookedUp(String written, String table, Own field) implements Column {

        @Override
        public @Nullable Object in(Source source) {
            Row row = source.lookedUp().get(table);
            return row == null ? null : row.values().get(field.written());
        }
    }
}
