package dk.samblik.mapping;

import dk.samblik.household.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One component of a fact and where it comes from. {@code position} is its place in the fact; {@code category} is set
 * where it needs a consent of its own beside that of the record; {@code purpose} says what the household gains.
 */
record Field(
        String name,
        int position,
        List<Column> columns,
        Conversion.Reading reading,
        boolean required,
        @Nullable Category category,
        String purpose) {

    Field {
        columns = List.copyOf(columns);
    }

    /** The value for somebody with this permission; null when there is none or it must not be shown. */
    @Nullable
    Object value(Source source, Permission permission) {
        return category == null || permission.allows(category) ? reading.of(new Cells(columns, source)) : null;
    }

    /** The first column, by which the field is named to the owner of the register. */
    String column() {
        return columns.get(0).written();
    }
}
