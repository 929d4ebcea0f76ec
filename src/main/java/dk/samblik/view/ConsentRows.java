package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import dk.samblik.view.Frame.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Members of many households, what is in force for them and all they ever agreed to, one question each. */
final class ConsentRows {

    private static final String MEMBERS = """
            select m.household_id, m.person_id, m.participation, m.relation
              from member m join household h on h.household_id = m.household_id
             where m.household_id = any (cast(:ids as uuid[])) and m.participation in ('PARTICIPANT', 'DECLINED')
               and (m.member_to is null or m.member_to >= least(:today, h.exit_date))
            """;
    private static final String IN_FORCE = """
            select person_id, source, categories, period_back, valid_from, valid_to from consent_in_force
             where household_id = any (cast(:ids as uuid[])) and valid_from <= :today and valid_to >= :today
            """;
    private static final String CONSENTS = """
            select person_id, status, sources, categories, period_back, valid_from, valid_to, withdrawn_at, recorded_at
              from consent where household_id = any (cast(:ids as uuid[])) order by recorded_at, version
            """;

    private final Database database;

    ConsentRows(Database database) {
        this.database = database;
    }

    record MemberRow(HouseholdId household, PersonId person, String participation, String relation) {
        boolean takesPart() {
            return participation.equals("PARTICIPANT");
        }
    }

    record InForce(PersonId person, Department source, LocalDate from, Scope scope) {}

    List<MemberRow> members(String[] ids, LocalDate today) {
        return database.sql()
                .sql(MEMBERS)
                .param("ids", ids)
                .param("today", today)
                .query((row, number) -> new MemberRow(
                        new HouseholdId(row.getObject(1, UUID.class)),
                        new PersonId(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getString(4)))
                .list();
    }

    List<InForce> inForce(String[] ids, LocalDate today) {
        return database.sql()
                .sql(IN_FORCE)
                .param("ids", ids)
                .param("today", today)
                .query((row, number) -> new InForce(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        Department.valueOf(row.getString("source")),
                        row.getObject("valid_from", LocalDate.class),
                        new Scope(
                                Locks.categories(
                                        (String[]) row.getArray("categories").getArray()),
                                Period.parse(row.getString("period_back")),
                                row.getObject("valid_to", LocalDate.class))))
                .list();
    }

    List<ConsentHistory.Version> consents(String[] ids) {
        return database.sql()
                .sql(CONSENTS)
                .param("ids", ids)
                .query((row, number) -> new ConsentHistory.Version(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("status"),
                        sources((String[]) row.getArray("sources").getArray()),
                        Locks.categories((String[]) row.getArray("categories").getArray()),
                        Period.parse(row.getString("period_back")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        instant(row, "withdrawn_at"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Set<Department> sources(String[] names) {
        Set<Department> sources = EnumSet.noneOf(Department.class);
        Stream.of(names).map(Department::valueOf).forEach(sources::add);
        return sources;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
