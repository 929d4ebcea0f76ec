package dk.samblik.consent;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Every version of the consents of households, as recorded. Holds no content and no name. */
@Component
class ConsentVersions {

    private static final String ALL = """
            select * from consent where household_id = any(:ids::uuid[]) order by recorded_at, version, consent_id
            """;
    private static final String MARK = """
            select count(*) || '-' || coalesce((extract(epoch from max(recorded_at)) * 1000000)::bigint, 0)
              from consent where household_id = :household
            """;

    private final Database web;

    ConsentVersions(@Qualifier("webDatabase") Database web) {
        this.web = web;
    }

    /** By household, the earliest first; a household without any is not in the answer. */
    Map<HouseholdId, List<ConsentVersion>> of(Collection<HouseholdId> households) {
        return web.sql().sql(ALL).param("ids", Rows.ids(households)).query(ConsentVersions::version).list().stream()
                .collect(Collectors.groupingBy(ConsentVersion::household));
    }

    List<ConsentVersion> of(HouseholdId household) {
        return of(List.of(household)).getOrDefault(household, List.of());
    }

    /** Changes whenever a version is recorded for the household: what a page was opened on. Tells nothing else. */
    String mark(HouseholdId household) {
        return web.sql()
                .sql(MARK)
                .param("household", household.value())
                .query(String.class)
                .single();
    }

    private static ConsentVersion version(ResultSet row, int number) throws SQLException {
        return new ConsentVersion(
                Rows.id(row, "consent_id"),
                row.getInt("version"),
                new HouseholdId(Rows.id(row, "household_id")),
                new PersonId(Rows.id(row, "person_id")),
                Consent.Status.valueOf(row.getString("status")),
                Rows.words(row, "sources", Department::valueOf),
                Rows.words(row, "categories", Category::valueOf),
                Rows.date(row, "valid_from"),
                Rows.date(row, "valid_to"),
                instant(row, "withdrawn_at"),
                row.getString("scope"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
