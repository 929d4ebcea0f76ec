package dk.samblik.consent;

import dk.samblik.household.HouseholdId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How ids, dates and lists of words go to PostgreSQL and come back. */
final class Rows {

    private Rows() {}

    /** Ids as an array parameter, to be cast to {@code uuid[]}. */
    static String[] ids(Collection<HouseholdId> households) {
        return households.stream().map(HouseholdId::toString).toArray(String[]::new);
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable LocalDate dateOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable Date sql(@Nullable LocalDate date) {
        return date == null ? null : Date.valueOf(date);
    }

    static <T> Set<T> words(ResultSet row, String column, Function<String, T> word) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray()).map(word).collect(Collectors.toUnmodifiableSet());
    }

    /** Words in one text, the form in which a list goes into a batch; the names of enums hold no comma. */
    static String joined(Collection<? extends Enum<?>> words) {
        List<String> names = words.stream().map(Enum::name).sorted().toList();
        return String.join(",", names);
    }
}
