package dk.samblik.mapping;

import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.population.Address;
import dk.samblik.population.Person;
import dk.samblik.population.Population;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who the members of a household are, by the population register already read: names, birth, protection, address and
 * which members have custody. Asks nobody and reads no more than the gate has looked at.
 */
@Component
public class PopulationFacts {

    private static final String REGISTER = "folkeregister";
    private static final String MAPPING = REGISTER + "@1";

    private final Population population;

    PopulationFacts(Population population) {
        this.population = population;
    }

    /** One fact a member about whom this register may be asked; no rows are counted. */
    public Answer answer(Chunk chunk) {
        long started = System.nanoTime();
        Instant asOf = population.asOf().atStartOfDay(CivilClock.COPENHAGEN).toInstant();
        return new Answer(
                REGISTER,
                Department.POPULATION,
                chunk,
                MAPPING,
                asOf,
                outcomes(chunk, population::livingAt),
                Map.of(),
                Duration.ofNanos(System.nanoTime() - started));
    }

    /** What is known of each; {@code livingAt} tells who lives at an address, member or not. */
    static Map<PersonId, Answer.Outcome> outcomes(Chunk chunk, Function<Address, List<Person>> livingAt) {
        Map<PersonId, Answer.Outcome> outcomes = new HashMap<>();
        for (ConsentedHousehold household : chunk.households()) {
            Predicate<Person> hidden = hidden(household, livingAt);
            for (ConsentedPerson member : household.personsFor(Department.POPULATION)) {
                outcomes.put(
                        member.id(),
                        new Answer.Outcome.Answered(List.of(identity(member.person(), hidden, household)), List.of()));
            }
        }
        return outcomes;
    }

    private static Fact identity(Person person, Predicate<Person> hidden, ConsentedHousehold household) {
        Address address = person.address();
        return new Fact.Identity(
                person.firstName(),
                person.surname(),
                person.born(),
                person.status(),
                person.protectedAddress(),
                hidden.test(person),
                address == null || hidden.test(person)
                        ? null
                        : address.written().orElse(null),
                key(address),
                custody(person, household));
    }

    /** One protected member, or one other person at the address, hides the address of all: it is the same. */
    private static Predicate<Person> hidden(ConsentedHousehold household, Function<Address, List<Person>> livingAt) {
        if (household.persons().stream().anyMatch(member -> member.person().protectedAddress())) {
            return member -> true;
        }
        Map<String, Boolean> seen = new HashMap<>();
        return member -> {
            Address address = member.address();
            return address != null
                    && seen.computeIfAbsent(
                            address.key(),
                            key -> livingAt.apply(address).stream().anyMatch(Person::protectedAddress));
        };
    }

    private static @Nullable String key(@Nullable Address address) {
        return address == null || address.line() == null ? null : AddressKey.of(address.line(), address.postcode());
    }

    private static List<String> custody(Person child, ConsentedHousehold household) {
        return household.persons().stream()
                .filter(member -> member.numbers().stream().anyMatch(child.custodyHolders()::contains))
                .map(member -> member.id().toString())
                .sorted()
                .toList();
    }
}
