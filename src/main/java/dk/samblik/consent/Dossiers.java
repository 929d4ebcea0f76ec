package dk.samblik.consent;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads what is stored about households, many at a time: five statements whatever their number. */
@Component
class Dossiers {

    private static final String NEWEST = """
            select distinct on (person_id) * from consent
             where household_id = any(:ids::uuid[]) and status <> 'DRAFT'
             order by person_id, recorded_at desc, version desc, consent_id desc
            """;

    private final Database database;

    Dossiers(@Qualifier("pipelineDatabase") Database database) {
        this.database = database;
    }

    private record Version(UUID consent, int version) {}

    private record Signed(Version version, Signature signature) {}

    /** The dossiers of these households, in no order that means anything; one that does not exist is not there. */
    List<Dossier> load(Collection<HouseholdId> ids) {
        String[] keys = Rows.ids(ids);
        Map<HouseholdId, List<Member>> members = by(
                Member::household,
                read("select * from member where household_id = any(:ids::uuid[])", keys, Dossiers::member));
        Map<HouseholdId, List<Consent>> consents = by(Consent::household, consents(keys));
        Map<HouseholdId, List<InForceRow>> rows = by(
                InForceRow::household,
                read("select * from consent_in_force where household_id = any(:ids::uuid[])", keys, Dossiers::inForce));
        List<Enrolled> households =
                read("select * from household where household_id = any(:ids::uuid[])", keys, Dossiers::enrolled);
        return households.stream()
                .map(household -> new Dossier(
                        household,
                        members.getOrDefault(household.id(), List.of()),
                        consents.getOrDefault(household.id(), List.of()).stream()
                                .collect(Collectors.toMap(Consent::person, Function.identity())),
                        rows.getOrDefault(household.id(), List.of())))
                .toList();
    }

    private List<Consent> consents(String[] keys) {
        Map<Version, List<Signed>> signed = read(
                        "select g.* from consent_grantor g join (" + NEWEST + ") c using (consent_id, version)",
                        keys,
                        Dossiers::signed)
                .stream()
                .collect(Collectors.groupingBy(Signed::version));
        return read(
                NEWEST,
                keys,
                (row, number) -> consent(
                        row,
                        signed
                                .getOrDefault(new Version(Rows.id(row, "consent_id"), row.getInt("version")), List.of())
                                .stream()
                                .map(Signed::signature)
                                .toList()));
    }

    private <T> List<T> read(String sql, String[] keys, RowMapper<T> mapper) {
        return database.sql().sql(sql).param("ids", keys).query(mapper).list();
    }

    private static <T> Map<HouseholdId, List<T>> by(Function<T, HouseholdId> household, List<T> rows) {
        return rows.stream().collect(Collectors.groupingBy(household));
    }

    private static Enrolled enrolled(ResultSet row, int number) throws SQLException {
        return new Enrolled(
                new HouseholdId(Rows.id(row, "household_id")),
                Rows.date(row, "enrolled"),
                Rows.dateOrNull(row, "exit_date"));
    }

    static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                new PersonId(Rows.id(row, "person_id")),
                new HouseholdId(Rows.id(row, "household_id")),
                CprHash.of(row.getBytes("cpr_hash")),
                row.getBytes("cpr_sealed"),
                Participation.valueOf(row.getString("participation")),
                row.getString("relation"),
                Rows.date(row, "member_from"),
                Rows.dateOrNull(row, "member_to"));
    }

    private static Signed signed(ResultSet row, int number) throws SQLException {
        return new Signed(
                new Version(Rows.id(row, "consent_id"), row.getInt("version")),
                new Signature(
                        CprHash.of(row.getBytes("cpr_hash")),
                        Capacity.valueOf(row.getString("capacity")),
                        Rows.date(row, "given_at")));
    }

    static Consent consent(ResultSet row, List<Signature> signatures) throws SQLException {
        return new Consent(
                Rows.id(row, "consent_id"),
                row.getInt("version"),
                new PersonId(Rows.id(row, "person_id")),
                new HouseholdId(Rows.id(row, "household_id")),
                Consent.Status.valueOf(row.getString("status")),
                Rows.words(row, "sources", Department::valueOf),
                Rows.words(row, "categories", Category::valueOf),
                Period.parse(row.getString("period_back")),
                Rows.date(row, "valid_from"),
                Rows.date(row, "valid_to"),
                signatures);
    }

    static InForceRow inForce(ResultSet row, int number) throws SQLException {
        return new InForceRow(
                new PersonId(Rows.id(row, "person_id")),
                Department.valueOf(row.getString("source")),
                new HouseholdId(Rows.id(row, "household_id")),
                Rows.id(row, "consent_id"),
                row.getInt("version"),
                Rows.words(row, "categories", Category::valueOf),
                Period.parse(row.getString("period_back")),
                Rows.date(row, "valid_from"),
                Rows.date(row, "valid_to"));
    }
}
