package dk.samblik.consent;

import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Asks again, just before something is published, what was let through the gate: a consent may have been taken back, a
 * day may have ended, somebody may have turned 15 or 18 at midnight.
 */
@Component
class Recheck {

    private static final String ROWS = """
            select f.* from consent_in_force f join household h using (household_id)
             where household_id = any(:ids::uuid[]) and h.enrolled <= :today and (h.exit_date is null or h.exit_date >= :today)
            """;

    private final Database database;
    private final ConsentSettings settings;
    private final CivilClock clock;

    Recheck(@Qualifier("pipelineDatabase") Database database, ConsentSettings settings, CivilClock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    Map<HouseholdId, ConsentedHousehold> all(Collection<ConsentedHousehold> households) {
        LocalDate today = clock.today();
        Map<PersonId, List<InForceRow>> rows = database
                .sql()
                .sql(ROWS)
                .param(
                        "ids",
                        Rows.ids(households.stream().map(ConsentedHousehold::id).toList()))
                .param("today", today)
                .query(Dossiers::inForce)
                .list()
                .stream()
                .filter(row -> row.on(today))
                .collect(Collectors.groupingBy(InForceRow::person));
        Map<HouseholdId, ConsentedHousehold> still = new HashMap<>();
        households.forEach(household -> still(household, rows, today).ifPresent(open -> still.put(open.id(), open)));
        return still;
    }

    private Optional<ConsentedHousehold> still(
            ConsentedHousehold household, Map<PersonId, List<InForceRow>> rows, LocalDate today) {
        List<ConsentedPerson> persons = household.persons().stream()
                .filter(person -> sameAge(person, today))
                .flatMap(person -> person.within(Scopes.of(rows.getOrDefault(person.id(), List.of()))).stream())
                .toList();
        boolean open = persons.stream().anyMatch(person -> person.person().adultOn(today));
        return open ? Optional.of(new ConsentedHousehold(household.id(), persons)) : Optional.empty();
    }

    /** Whether the same people must consent today as on the day the gate let this person through. */
    private boolean sameAge(ConsentedPerson person, LocalDate today) {
        LocalDate then = person.admitted();
        return person.person().adultOn(then) == person.person().adultOn(today)
                && fifteen(person, then) == fifteen(person, today);
    }

    private boolean fifteen(ConsentedPerson person, LocalDate day) {
        return person.person().ageOn(day.minus(settings.graceAtFifteen())) >= 15;
    }
}
