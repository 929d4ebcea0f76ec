package dk.samblik.draw;

import dk.samblik.access.Vault;
import dk.samblik.draw.Lot.Outcome;
import dk.samblik.draw.Lot.Place;
import dk.samblik.enrolment.Addressee;
import dk.samblik.enrolment.Candidates;
import dk.samblik.enrolment.DrawnHousehold;
import dk.samblik.household.CivilClock;
import dk.samblik.population.Address;
import dk.samblik.population.Dwelling;
import dk.samblik.population.Person;
import dk.samblik.population.Population;
import dk.samblik.programme.Programme;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Those who were drawn: read by name at the lock, and handed on to be invited. No department goes with them. */
@Component
class Invited {

    private final Population population;
    private final Candidates candidates;
    private final Vault vault;
    private final CivilClock clock;

    Invited(Population population, Candidates candidates, Vault vault, CivilClock clock) {
        this.population = population;
        this.candidates = candidates;
        this.vault = vault;
        this.clock = clock;
    }

    /** Reads names and addresses of the drawn households, and hands them to enrolment in the transaction at hand. */
    void hand(Programme programme, Draw draw, Pool pool, Outcome outcome) {
        List<DrawnHousehold> drawn = outcome.drawn().stream()
                .map(place -> household(draw, pool, place))
                .toList();
        candidates.drawn(programme.code(), draw.number(), drawn);
    }

    /** Its number is the draw's with its place, so that the protocol tells which key it had. */
    private DrawnHousehold household(Draw draw, Pool pool, Place place) {
        Dwelling dwelling = Objects.requireNonNull(pool.dwellings().get(place.key()));
        List<Person> adults = population.livingAt(dwelling.address()).stream()
                .filter(person -> !person.born().plusYears(18).isAfter(clock.today()))
                .sorted(Comparator.comparing(Person::born))
                .toList();
        return new DrawnHousehold(
                vault.place(dwelling.address().key()),
                String.format(Locale.ROOT, "%s-%03d", draw.number(), place.place()),
                Objects.requireNonNull(pool.areas().get(place.key())),
                new Addressee(names(adults), address(adults)),
                LeftOut.isProtected(dwelling));
    }

    private static String names(List<Person> adults) {
        return adults.stream()
                .map(person -> Stream.of(person.firstName(), person.surname())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" ")))
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static String address(List<Person> adults) {
        return adults.stream()
                .map(Person::address)
                .filter(Objects::nonNull)
                .map(Address::written)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }
}
