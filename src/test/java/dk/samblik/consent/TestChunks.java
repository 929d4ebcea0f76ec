package dk.samblik.consent;

import dk.samblik.access.TestAccess;
import dk.samblik.household.Category;
import dk.samblik.household.Cpr;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.household.RunId;
import dk.samblik.population.Person;
import dk.samblik.run.Run;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Chunks as the gate would make them, for tests of what takes one. */
public final class TestChunks {

    private TestChunks() {}

    /** A person who says yes to everything these departments hold; more than one number means that it was changed. */
    public static ConsentedPerson person(List<String> numbers, Period back, Department... sources) {
        Set<Cpr> all = new LinkedHashSet<>();
        numbers.forEach(number -> all.add(Cpr.read(number).orElseThrow()));
        Cpr now = all.iterator().next();
        Map<Department, ConsentedPerson.Scope> scopes = new EnumMap<>(Department.class);
        for (Department source : sources) {
            scopes.put(source, new ConsentedPerson.Scope(Set.of(Category.values()), back));
        }
        Person person = new Person(
                now,
                all,
                "01",
                null,
                now.born(),
                "A",
                "B",
                null,
                false,
                null,
                null,
                null,
                Set.of(),
                false,
                List.of(),
                null);
        return new ConsentedPerson(
                new PersonId(UUID.nameUUIDFromBytes(now.digits().getBytes())),
                person,
                scopes,
                "consent/1",
                LocalDate.of(2026, 11, 17));
    }

    /** A person with one number, a year back. */
    public static ConsentedPerson person(String number, Department... sources) {
        return person(List.of(number), Period.ofMonths(12), sources);
    }

    /** A chunk of a night in which each person is a household. */
    public static Chunk chunk(LocalDate night, ConsentedPerson... persons) {
        return chunk(Run.Kind.NIGHTLY, night, persons);
    }

    /** A chunk of a refresh in which each person is a household. */
    public static Chunk refresh(ConsentedPerson... persons) {
        return chunk(Run.Kind.REFRESH, LocalDate.of(2026, 11, 18), persons);
    }

    private static Chunk chunk(Run.Kind kind, LocalDate night, ConsentedPerson... persons) {
        List<ConsentedHousehold> households = List.of(persons).stream()
                .map(person -> new ConsentedHousehold(HouseholdId.random(), List.of(person)))
                .toList();
        return of(new Run(RunId.random(), kind, night, 1, null), households);
    }

    /** A chunk of this run. */
    public static Chunk of(Run run, List<ConsentedHousehold> households) {
        return new Chunk(
                run,
                households,
                TestAccess.grant(households.stream().map(ConsentedHousehold::id).toArray(HouseholdId[]::new)));
    }
}
