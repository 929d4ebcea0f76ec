package dk.samblik.view;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that a database holds after races, read in a few statements. */
record RaceRows(
        Map<HouseholdId, List<Content>> sections,
        Map<PersonId, List<Hanging>> hanging,
        Map<PersonId, List<InForce>> inForce,
        Map<HouseholdId, List<Item>> items,
        Map<HouseholdId, List<Integer>> versions,
        Set<HouseholdId> repeated) {

    /** A stored section. */
    record Content(
            HouseholdId household,
            PersonId person,
            String register,
            int since,
            @Nullable Integer until,
            byte[] sealed,
            UUID run) {

        boolean current() {
            return until == null;
        }
    }

    /** A row of a table that hangs on a consent in force. */
    record Hanging(String table, PersonId person, String register, Department source, long fence) {}

    /** A department that a person's consent is in force for. */
    record InForce(PersonId person, Department source, Set<Category> categories) {}

    /** What became of a household in a run. */
    record Item(
            HouseholdId household,
            UUID run,
            String state,
            @Nullable Integer version) {}

    private record Version(HouseholdId household, int number) {}

    static RaceRows in(JdbcClient sql) {
        return new RaceRows(
                by(
                        sql,
                        "select * from section order by person_id, register, since_version",
                        RaceRows::content,
                        Content::household),
                by(sql, """
                        select 'section' as kind, person_id, register, source, 0 as fence from section
                        union all select 'freshness', person_id, register, source, fence from freshness
                        union all select 'quarantine', person_id, register, source, record_no from quarantine
                        """, RaceRows::hanging, Hanging::person),
                by(sql, "select * from consent_in_force", RaceRows::inForce, InForce::person),
                by(sql, "select * from run_item", RaceRows::item, Item::household),
                numbers(sql),
                Set.copyOf(sql.sql("""
                                select distinct household_id from view_version v join view_version n using (household_id)
                                 where n.version = v.version + 1 and n.digest = v.digest
                                """).query((row, number) -> household(row)).list()));
    }

    private static Map<HouseholdId, List<Integer>> numbers(JdbcClient sql) {
        Map<HouseholdId, List<Version>> versions = by(
                sql,
                "select household_id, version from view_version order by version",
                (row, number) -> new Version(household(row), row.getInt("version")),
                Version::household);
        return versions.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().map(Version::number).toList()));
    }

    private static <K, T> Map<K, List<T>> by(JdbcClient sql, String text, RowMapper<T> mapper, Function<T, K> key) {
        return sql.sql(text).query(mapper).list().stream().collect(Collectors.groupingBy(key));
    }

    private static HouseholdId household(ResultSet row) throws SQLException {
        return new HouseholdId(row.getObject("household_id", UUID.class));
    }

    private static PersonId person(ResultSet row) throws SQLException {
        return new PersonId(row.getObject("person_id", UUID.class));
    }

    private static Content content(ResultSet row, int number) throws SQLException {
        return new Content(
                household(row),
                person(row),
                row.getString("register"),
                row.getInt("since_version"),
                row.getObject("until_version", Integer.class),
                row.getBytes("content_sealed"),
                row.getObject("run_id", UUID.class));
    }

    private static Hanging hanging(ResultSet row, int number) throws SQLException {
        return new Hanging(
                row.getString("kind"),
                person(row),
                row.getString("register"),
                Department.valueOf(row.getString("source")),
                row.getLong("fence"));
    }

    private static InForce inForce(ResultSet row, int number) throws SQLException {
        Set<Category> categories = Stream.of(
                        (String[]) row.getArray("categories").getArray())
                .map(Category::valueOf)
                .collect(Collectors.toSet());
        return new InForce(person(row), Department.valueOf(row.getString("source")), categories);
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                household(row),
                row.getObject("run_id", UUID.class),
                row.getString("state"),
                row.getObject("version", Integer.class));
    }
}
