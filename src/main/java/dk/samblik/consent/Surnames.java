package dk.samblik.consent;

import dk.samblik.access.Grant;
import dk.samblik.access.SealBroken;
import dk.samblik.access.Vault;
import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.population.Person;
import dk.samblik.population.Population;
import dk.samblik.population.PopulationUnavailable;
import dk.samblik.storage.Database;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What the participating members of households are called by surname, for comparing with a name and nothing else. */
@Component
public class Surnames {

    private final Database web;
    private final Vault vault;
    private final Population population;

    Surnames(@Qualifier("webDatabase") Database web, Vault vault, Population population) {
        this.web = web;
        this.vault = vault;
        this.population = population;
    }

    private record Sealed(PersonId person, HouseholdId household, byte[] number) {}

    /**
     * The surnames in lower case, by household; of those the grant covers, and empty for all while the population register
     * cannot be asked.
     */
    public Map<HouseholdId, Set<String>> of(Grant grant, Collection<HouseholdId> households) {
        Map<Cpr, Set<HouseholdId>> homes = new HashMap<>();
        for (Sealed member : members(households.stream().filter(grant::covers).toList())) {
            open(grant, member)
                    .ifPresent(number -> homes.computeIfAbsent(number, first -> new HashSet<>())
                            .add(member.household()));
        }
        Map<HouseholdId, Set<String>> surnames = new HashMap<>();
        registered(homes.keySet()).forEach((number, person) -> {
            String surname = person.surname();
            if (surname != null && !surname.isBlank()) {
                homes.getOrDefault(number, Set.of())
                        .forEach(home -> surnames.computeIfAbsent(home, first -> new HashSet<>())
                                .add(surname.strip().toLowerCase(Locale.ROOT)));
            }
        });
        return surnames;
    }

    private List<Sealed> members(List<HouseholdId> households) {
        return web.sql()
                .sql("select person_id, household_id, cpr_sealed from member"
                        + " where household_id = any(cast(:ids as uuid[])) and cpr_sealed is not null")
                .param("ids", Rows.ids(households))
                .query((row, at) -> new Sealed(
                        new PersonId(row.getObject(1, UUID.class)),
                        new HouseholdId(row.getObject(2, UUID.class)),
                        row.getBytes(3)))
                .list();
    }

    /** A number whose key is gone is nobody's. */
    private Optional<Cpr> open(Grant grant, Sealed member) {
        try {
            byte[] digits = vault.open(grant, member.household(), Member.label(member.person()), member.number());
            return Cpr.read(new String(digits, StandardCharsets.US_ASCII));
        } catch (SealBroken gone) {
            return Optional.empty();
        }
    }

    private Map<Cpr, Person> registered(Set<Cpr> numbers) {
        try {
            return population.find(numbers);
        } catch (PopulationUnavailable notNow) {
            return Map.of();
        }
    }

    /** The surname of a whole name, in lower case: its last word. */
    public static String last(String name) {
        String whole = name.strip();
        return whole.substring(whole.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }
}
