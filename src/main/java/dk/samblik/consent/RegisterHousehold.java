package dk.samblik.consent;

import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.population.Person;
import dk.samblik.population.Population;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The register household around one person, as the proposal for a household to be set up: adults first, then children, by
 * age.
 */
record RegisterHousehold(Person first, List<Person> people) {

    RegisterHousehold {
        people = List.copyOf(people);
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
            return new RegisterHousehold(first, people);
        });
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
