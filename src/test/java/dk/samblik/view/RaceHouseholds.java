package dk.samblik.view;

import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Enrols households in bulk, as the desk would have done one by one. */
final class RaceHouseholds {

    private RaceHouseholds() {}

    /** Everybody in them has said yes to everything. */
    static void enrol(JdbcClient owner, List<ConsentedHousehold> households) {
        owner.sql("""
                        insert into household (household_id, number, area, project_code, enrolled)
                        select id, 'H-' || id, 'Mosebakken', 'FREMSKUDT', date '2026-01-01' from unnest(:ids::uuid[]) as h (id)
                        """).param("ids", texts(households, ConsentedHousehold::id)).update();
        List<ConsentedPerson> persons = new ArrayList<>();
        List<String> homes = new ArrayList<>();
        households.forEach(household -> household.persons().forEach(person -> {
            persons.add(person);
            homes.add(household.id().toString());
        }));
        owner.sql("""
                        with someone as (select * from unnest(:persons::uuid[], :homes::uuid[]) as p (person, home)),
                        joined as (
                          insert into member (person_id, household_id, cpr_hash, cpr_sealed, participation, relation, member_from)
                          select person, home, uuid_send(person), '', 'PARTICIPANT', 'ADULT', date '2026-01-01' from someone),
                        agreed as (
                          insert into consent (consent_id, version, household_id, person_id, status, sources, categories,
                            period_back, valid_from, valid_to, recorded_by, recorded_at, document_sealed)
                          select person, 1, home, person, 'ACTIVE', :sources, :categories, 'P12M', date '2026-01-01',
                            date '2026-12-31', 'maja', timestamptz '2026-01-01 10:00Z', '' from someone)
                        insert into consent_in_force (person_id, source, household_id, consent_id, version, categories,
                          period_back, valid_from, valid_to)
                        select person, source, home, person, 1, :categories, 'P12M', date '2026-01-01', date '2026-12-31'
                          from someone, unnest(:sources::text[]) as s (source)
                        """)
                .param("persons", texts(persons, ConsentedPerson::id))
                .param("homes", homes.toArray(String[]::new))
                .param("sources", texts(Arrays.asList(Department.values()), Department::name))
                .param("categories", texts(Arrays.asList(Category.values()), Category::name))
                .update();
    }

    static <T> String[] texts(List<T> from, Function<T, Object> text) {
        return from.stream().map(one -> text.apply(one).toString()).toArray(String[]::new);
    }
}
