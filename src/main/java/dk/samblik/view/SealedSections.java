package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import dk.samblik.view.PersonSections.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sections of many households as they lie in the database, still sealed, and how fresh they are. */
final class SealedSections {

    private static final String CONTENT = """
            select household_id, person_id, register, source, since_version, until_version, content_sealed, mapping, stored_at
              from section where household_id = any (cast(:ids as uuid[]))
            """;
    private static final String CURRENT = CONTENT + " and until_version is null";
    private static final String FRESHNESS = """
            select household_id, person_id, register, source, outcome, asked_at, answered_at, as_of, stale_since, reason,
              quarantined
              from freshness where household_id = any (cast(:ids as uuid[]))
            """;

    private final Database database;

    SealedSections(Database database) {
        this.database = database;
    }

    /** One row of content, still sealed. */
    record Sealed(
            HouseholdId household,
            SectionKey key,
            Department source,
            int since,
            @Nullable Integer until,
            byte[] content,
            String mapping,
            Instant stored) {

        boolean partOf(int version) {
            return since <= version && (until == null || until >= version);
        }
    }

    /** How fresh one section is. */
    record Fresh(
            HouseholdId household,
            SectionKey key,
            Department source,
            Outcome outcome,
            Instant asked,
            @Nullable Instant answered,
            @Nullable Instant asOf,
            @Nullable Instant staleSince,
            @Nullable String reason,
            int quarantined) {}

    Map<HouseholdId, List<Sealed>> current(Collection<HouseholdId> households) {
        return sealed(CURRENT, households);
    }

    Map<HouseholdId, List<Sealed>> everyVersion(Collection<HouseholdId> households) {
        return sealed(CONTENT, households);
    }

    private Map<HouseholdId, List<Sealed>> sealed(String sql, Collection<HouseholdId> households) {
        return database.sql().sql(sql).param("ids", texts(households)).query(SealedSections::sealed).list().stream()
                .collect(Collectors.groupingBy(Sealed::household));
    }

    private static Sealed sealed(ResultSet row, int number) throws SQLException {
        return new Sealed(
                new HouseholdId(row.getObject("household_id", UUID.class)),
                key(row),
                Department.valueOf(row.getString("source")),
                row.getInt("since_version"),
                row.getObject("until_version", Integer.class),
                row.getBytes("content_sealed"),
                row.getString("mapping"),
                row.getObject("stored_at", OffsetDateTime.class).toInstant());
    }

    Map<HouseholdId, List<Fresh>> freshness(Collection<HouseholdId> households) {
        return database
                .sql()
                .sql(FRESHNESS)
                .param("ids", texts(households))
                .query((row, number) -> new Fresh(
                        new HouseholdId(row.getObject("household_id", UUID.class)),
                        key(row),
                        Department.valueOf(row.getString("source")),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        instant(row, "answered_at"),
                        instant(row, "as_of"),
                        instant(row, "stale_since"),
                        row.getString("reason"),
                        row.getInt("quarantined")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Fresh::household));
    }

    private static String[] texts(Collection<HouseholdId> households) {
        return households.stream().map(HouseholdId::toString).toArray(String[]::new);
    }

    private static SectionKey key(ResultSet row) throws SQLException {
        return new SectionKey(new PersonId(row.getObject("person_id", UUID.class)), row.getString("register"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
