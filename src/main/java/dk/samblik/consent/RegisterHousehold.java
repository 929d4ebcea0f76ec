package dk.samblik.consent;

import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.population.Person;
import dk.samblik.population.Population;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The register household around one person, as the proposal for a household to be set up: adults first, then children, by
 * age. {@code holders} are those with custody of a child in it, by the number they are named with, where the register
 * knows them.
 */
record RegisterHousehold(Person first, List<Person> people, Map<Cpr, Person> holders) {

    RegisterHousehold {
        people = List.copyOf(people);
        holders = Map.copyOf(holders);
    }

    /** Everybody at the address of whoever has this number; empty where the register does not have the number. */
    static Optional<RegisterHousehold> around(Cpr number, Population population, CivilClock clock) {
        return Optional.ofNullable(population.find(List.of(number)).get(number)).map(first -> {
            Stream<Person> others =
                    first.address() == null ? Stream.empty() : population.livingAt(first.address()).stream();
            List<Person> people = Stream.concat(
                            Stream.of(first),
                            others.filter(person -> !person.cpr().equals(first.cpr())))
                    .sorted(Comparator.comparing((Person person) -> !person.adultOn(clock.today()))
                            .thenComparing(Person::born)
                            .thenComparing(person -> person.cpr().digits()))
                    .toList();
            return new RegisterHousehold(first, people, holders(people, population));
        });
    }

    private static Map<Cpr, Person> holders(List<Person> people, Population population) {
        return population.find(people.stream()
                .flatMap(person -> person.custodyHolders().stream())
                .collect(Collectors.toSet()));
    }

    /** Whether this is one of those who live there. */
    boolean has(Cpr number) {
        return people.stream().anyMatch(person -> person.numbers().contains(number));
    }

    /** What a form carries so that it is noticed when other people live there than those it was filled in for. */
    String mark(PopulationCheck check) {
        String all =
                people.stream().map(person -> check.hash(person.cpr()).hex()).collect(Collectors.joining(","));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.US_ASCII)).toString();
    }

    @Override
    public String toString() {
        return "RegisterHousehold[" + people.size() + "]";
    }
}
