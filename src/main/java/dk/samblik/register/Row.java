package dk.samblik.register;

import dk.samblik.household.PersonId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record as a register gave it, before anybody has judged it. {@code table} is the record kind as the register calls
 * it, {@code recordNo} its place in the delivery or answer (1-based, 0 where it has none). {@code person} is filled where
 * the register knows whom it asked about (a REST answer), else null and a column of the row says it. {@code values} by
 * the register's own field names; a missing key and null are the same.
 */
public record Row(String table, long recordNo, @Nullable PersonId person, Map<String, @Nullable Object> values) {

    /** The value as stripped text; null where it is absent or blank. */
    public @Nullable String text(String field) {
        Object value = values.get(field);
        if (value == null) {
            return null;
        }
        String text = value.toString().strip();
        return text.isEmpty() ? null : text;
    }

    @Override
    public String toString() {
        return "Row[" + table + " " + recordNo + "]";
    }
}
