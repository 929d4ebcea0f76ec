package dk.samblik.consent;

import dk.samblik.access.Grant;
import dk.samblik.consent.Numbers.Numbered;
import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.population.Person;
import dk.samblik.population.Population;
import dk.samblik.population.PopulationUnavailable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the participating members of households are called by surname, for comparing with a name and nothing else. */
@Component
public class Surnames {

    private final Numbers numbers;
    private final Population population;

    Surnames(Numbers numbers, Population population) {
        this.numbers = numbers;
        this.population = population;
    }

    /**
     * The surnames in lower case, by household; of those the grant covers, and empty for all while the population register
     * cannot be asked.
     */
    public Map<HouseholdId, Set<String>> of(Grant grant, Collection<HouseholdId> households) {
        Map<Cpr, Set<HouseholdId>> homes = new HashMap<>();
        for (Numbered member : numbers.of(grant, households)) {
            homes.computeIfAbsent(member.number(), first -> new HashSet<>()).add(member.household());
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
