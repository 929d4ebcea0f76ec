package dk.samblik.consent;

import dk.samblik.access.TestAccess;
import dk.samblik.household.Category;
import dk.samblik.household.Cpr;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.household.RunId;
import dk.samblik.population.Address;
import dk.samblik.population.Invented;
import dk.samblik.population.Person;
import dk.samblik.run.Run;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** People by first name who have consented, each a member of a household, as the gate would let them through. */
public final class Consenting {

    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1980, 3, 12);

    private Consenting() {}

    /** An invented number of this name; the same name always has the same. */
    public static Cpr number(String name) {
        return Invented.born(birthday(name), 0);
    }

    /** The number the person had before. */
    public static Cpr oldNumber(String name) {
        return Invented.born(birthday(name), 1);
    }

    public static PersonId id(String name) {
        return new PersonId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** Somebody who has said yes to everything, a year back. */
    public static ConsentedPerson yes(String name) {
        return yes(name, Set.of(Category.values()));
    }

    /** Somebody who has said yes to some kinds of information. */
    public static ConsentedPerson yes(String name, Set<Category> categories) {
        return of(name, categories, person(name, null, false, Set.of()));
    }

    /** Somebody with an address, protected or not, and with custody held by these. */
    public static ConsentedPerson yes(String name, Person person) {
        return of(name, Set.of(Category.values()), person);
    }

    /** Somebody with these numbers, the one in force first, of whom these departments may be asked so far back. */
    public static ConsentedPerson yes(UUID id, List<Cpr> numbers, Set<Department> sources, Period back) {
        Person person = new Person(
                numbers.get(0),
                Set.copyOf(numbers),
                "01",
                null,
                numbers.get(0).born(),
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                Set.of(),
                false,
                List.of(),
                null);
        Map<Department, ConsentedPerson.Scope> scopes = new EnumMap<>(Department.class);
        sources.forEach(source -> scopes.put(source, new ConsentedPerson.Scope(Set.of(Category.values()), back)));
        return new ConsentedPerson(new PersonId(id), person, scopes, "consent/1", LocalDate.of(2026, 11, 17));
    }

    public static Person person(String name, Address address, boolean protectedAddress, Set<Cpr> custody) {
        return new Person(
                number(name),
                Set.of(number(name), oldNumber(name)),
                "01",
                null,
                birthday(name),
                name,
                "Testesen",
                address,
                protectedAddress,
                null,
                null,
                null,
                custody,
                false,
                List.of(),
                null);
    }

    public static ConsentedHousehold household(ConsentedPerson... members) {
        return new ConsentedHousehold(
                new HouseholdId(members[0].id().value()), Arrays.stream(members).toList());
    }

    public static ConsentedHousehold household(UUID id, List<ConsentedPerson> members) {
        return new ConsentedHousehold(new HouseholdId(id), members);
    }

    /** These households on a night. */
    public static Chunk chunk(LocalDate night, ConsentedHousehold... households) {
        return chunk(new Run(RunId.random(), Run.Kind.NIGHTLY, night, 1, null), households);
    }

    /** These households in this run. */
    public static Chunk chunk(Run run, ConsentedHousehold... households) {
        return new Chunk(
                run,
                List.of(households),
                TestAccess.grant(
                        Arrays.stream(households).map(ConsentedHousehold::id).toArray(HouseholdId[]::new)));
    }

    private static ConsentedPerson of(String name, Set<Category> categories, Person person) {
        Map<Department, ConsentedPerson.Scope> scopes = new EnumMap<>(Department.class);
        for (Department source : Department.values()) {
            scopes.put(source, new ConsentedPerson.Scope(categories, Period.ofMonths(12)));
        }
        return new ConsentedPerson(id(name), person, scopes, "consent/1", LocalDate.of(2026, 11, 17));
    }

    private static LocalDate birthday(String name) {
        LocalDate day = FIRST_BIRTHDAY.plusDays(Math.floorMod(name.hashCode(), 9000));
        return day.getDayOfYear() == 1 ? day.plusDays(1) : day;
    }
}
