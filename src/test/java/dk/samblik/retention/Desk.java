package dk.samblik.retention;

import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.Consenting;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Households of one, enrolled, agreeing for a year at a time, and leaving. */
record Desk(JdbcClient owner) {

    ConsentedHousehold enrol(String name, LocalDate from, Instant now) {
        ConsentedHousehold household = Consenting.household(Consenting.yes(name));
        owner.sql("""
                        insert into household (household_id, number, area, project_code, enrolled)
                        values (:id, :number, 'Mosebakken', 'FREMSKUDT', :from)
                        """)
                .param("id", household.id().value())
                .param("number", "H-" + name)
                .param("from", from)
                .update();
        owner.sql("insert into member values (:id, :id, :hash, '', 'PARTICIPANT', 'ADULT', null, :from)")
                .param("id", household.id().value())
                .param("hash", name.getBytes())
                .param("from", from)
                .update();
        agrees(household, 1, from, now);
        return household;
    }

    /** A version of the consent for a year, with its rows in force. */
    void agrees(ConsentedHousehold household, int version, LocalDate from, Instant now) {
        String[] sources = Arrays.stream(Department.values()).map(Enum::name).toArray(String[]::new);
        String[] categories = Arrays.stream(Category.values()).map(Enum::name).toArray(String[]::new);
        owner.sql("update consent set status = 'SUPERSEDED' where household_id = :id")
                .param("id", household.id().value())
                .update();
        owner.sql("""
                        insert into consent (consent_id, version, household_id, person_id, status, sources, categories,
                          period_back, valid_from, valid_to, recorded_by, recorded_at, document_sealed)
                        values (:id, :version, :id, :id, 'ACTIVE', :sources, :categories, 'P12M', :from, :to, 'maja', :at, '')
                        """)
                .param("id", household.id().value())
                .param("version", version)
                .param("sources", sources)
                .param("categories", categories)
                .param("from", from)
                .param("to", from.plusYears(1))
                .param("at", Timestamp.from(now))
                .update();
        owner.sql("""
                        insert into consent_in_force
                        select :id, source, :id, :id, :version, cast(:categories as text[]), 'P12M', :from, :to
                          from unnest(cast(:sources as text[])) s (source)
                        on conflict (person_id, source) do update set version = excluded.version,
                          valid_to = excluded.valid_to
                        """)
                .param("id", household.id().value())
                .param("version", version)
                .param("sources", sources)
                .param("categories", categories)
                .param("from", from)
                .param("to", from.plusYears(1))
                .update();
    }

    void leaves(HouseholdId household, LocalDate day) {
        owner.sql("update household set exit_date = :day where household_id = :id")
                .param("day", day)
                .param("id", household.value())
                .update();
    }
}
