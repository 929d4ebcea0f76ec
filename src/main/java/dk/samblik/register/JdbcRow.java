package dk.samblik.register;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a result as a {@link Row}: named columns only, dates and times as people mean them, without a zone. */
final class JdbcRow {

    private JdbcRow() {}

    static Row of(RegisterFile.Table table, long ordinal, Map<String, Object> answered) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (String column : table.columns()) {
            values.put(column, plain(answered.get(column)));
        }
        return new Row(table.name(), ordinal, null, values);
    }

    /** The value without anything of JDBC; a date that no calendar has is given on as text, which no field takes for one. */
    private static @Nullable Object plain(@Nullable Object value) {
        try {
            return converted(value);
        } catch (DateTimeException noSuchDay) {
            return String.valueOf(value);
        }
    }

    private static @Nullable Object converted(@Nullable Object value) {
        if (value instanceof Timestamp timestamp) {
            return timestamp.toLocalDateTime();
        }
        if (value instanceof Date date) {
            return date.toLocalDate();
        }
        if (value instanceof Time time) {
            return time.toLocalTime();
        }
        return value;
    }
}
