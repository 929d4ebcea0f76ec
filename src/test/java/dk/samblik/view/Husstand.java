package dk.samblik.view;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import dk.samblik.view.Frame.Participant;
import dk.samblik.view.Frame.RegisterShown;
import dk.samblik.view.Frame.Scope;
import dk.samblik.view.Frame.Standing;
import dk.samblik.view.PersonSections.Outcome;
import dk.samblik.view.PersonSections.Section;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A household of a test, told member by member and answer by answer. All people are invented. */
final class Husstand {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");
    static final Instant TONIGHT = Instant.parse("2026-03-10T04:00:00Z");
    static final List<RegisterShown> REGISTERS = List.of(
            new RegisterShown("jobcenter", "Jobcenter", Department.EMPLOYMENT, Duration.ofHours(26)),
            new RegisterShown("boern-og-unge", "Børn og unge", Department.CHILDREN, Duration.ofHours(26)),
            new RegisterShown("social", "Social", Department.SOCIAL, Duration.ofHours(26)),
            new RegisterShown("bolig", "Boligorganisation", Department.HOUSING, Duration.ofDays(8)));

    private final HouseholdId id = HouseholdId.random();
    private final Map<PersonId, Participant> participants = new LinkedHashMap<>();
    private final Map<PersonId, Map<String, Section>> sections = new LinkedHashMap<>();
    private int declined;
    private @Nullable LocalDate meeting;
    private int version = 1;

    /** A member with a consent in force for everything. */
    PersonId member(String firstName, LocalDate born) {
        return member(new Fact.Identity(
                firstName,
                "Testesen",
                born,
                "01",
                false,
                false,
                "Eksempelvej 1, 8800 Viborg",
                "eksempelvej 1",
                List.of()));
    }

    PersonId member(Fact.Identity identity) {
        PersonId person = PersonId.random();
        participants.put(
                person,
                new Participant(
                        person,
                        "andet",
                        Standing.IN_FORCE,
                        TODAY.minusMonths(1),
                        TODAY.plusMonths(11),
                        scopes(EnumSet.allOf(Category.class)),
                        Map.of()));
        return answers(person, Shown.POPULATION, identity);
    }

    static Map<Department, Scope> scopes(Set<Category> categories) {
        Map<Department, Scope> scopes = new EnumMap<>(Department.class);
        for (Department department : Department.values()) {
            scopes.put(department, new Scope(categories, Period.ofMonths(12), TODAY.plusMonths(11)));
        }
        return scopes;
    }

    /** Somebody whose identity is not to be had by the hub's own choice of words: protected. */
    PersonId protectedMember(String firstName, LocalDate born) {
        return member(
                new Fact.Identity(firstName, "Testesen", born, "01", true, true, null, "eksempelvej 1", List.of()));
    }

    Husstand declined(int adults) {
        declined = adults;
        return this;
    }

    Husstand meeting(LocalDate day) {
        meeting = day;
        return this;
    }

    Husstand version(int number) {
        version = number;
        return this;
    }

    PersonId answers(PersonId person, String register, Fact... facts) {
        return answersOf(person, register, TONIGHT, 0, List.of(facts));
    }

    PersonId answersOf(PersonId person, String register, Instant asOf, int quarantined, List<Fact> facts) {
        put(
                person,
                new Section(
                        register,
                        source(register),
                        facts.isEmpty() ? Outcome.NOTHING : Outcome.ANSWERED,
                        facts,
                        TONIGHT,
                        TONIGHT,
                        asOf,
                        null,
                        null,
                        "map-1",
                        quarantined));
        return person;
    }

    /** The register did not answer since then; what it said before stays. */
    void silent(PersonId person, String register, Instant since, @Nullable Instant answered, Fact... kept) {
        put(
                person,
                new Section(
                        register,
                        source(register),
                        Outcome.UNAVAILABLE,
                        List.of(kept),
                        TONIGHT,
                        answered,
                        answered,
                        since,
                        "NO_ANSWER",
                        "map-1",
                        0));
    }

    void notAccessible(PersonId person, String register) {
        put(
                person,
                new Section(
                        register,
                        source(register),
                        Outcome.NOT_ACCESSIBLE,
                        List.of(),
                        TONIGHT,
                        TONIGHT,
                        TONIGHT,
                        null,
                        null,
                        "map-1",
                        0));
    }

    private void put(PersonId person, Section section) {
        sections.computeIfAbsent(person, id -> new LinkedHashMap<>()).put(section.register(), section);
    }

    private static Department source(String register) {
        return REGISTERS.stream()
                .filter(shown -> shown.register().equals(register))
                .map(RegisterShown::source)
                .findFirst()
                .orElse(Department.POPULATION);
    }

    /** Takes one department out of a member's consent. */
    void leavesOut(PersonId person, Department department) {
        Participant p = participants.get(person);
        Map<Department, Scope> scopes = new EnumMap<>(p.scopes());
        scopes.remove(department);
        change(person, p.standing(), scopes, p.withdrawn());
    }

    /** Takes one department back; the database has removed its section. */
    void withdraws(PersonId person, Department department) {
        Participant p = participants.get(person);
        Map<Department, Scope> scopes = new EnumMap<>(p.scopes());
        scopes.remove(department);
        Map<Department, Instant> withdrawn = new EnumMap<>(Department.class);
        withdrawn.putAll(p.withdrawn());
        withdrawn.put(department, NOW);
        sections.get(person).values().removeIf(section -> section.source() == department);
        change(person, p.standing(), scopes, withdrawn);
    }

    /** Takes everything back. */
    void withdrawsAll(PersonId person) {
        for (Department department : Department.values()) {
            withdraws(person, department);
        }
        Participant p = participants.get(person);
        change(person, Standing.WITHDRAWN, Map.of(), p.withdrawn());
    }

    /** Covers fewer kinds of information. */
    void covers(PersonId person, Set<Category> categories) {
        Participant p = participants.get(person);
        change(person, p.standing(), scopes(categories), p.withdrawn());
    }

    private void change(
            PersonId person, Standing standing, Map<Department, Scope> scopes, Map<Department, Instant> withdrawn) {
        Participant p = participants.get(person);
        participants.put(
                person, new Participant(person, p.relation(), standing, p.validFrom(), p.validTo(), scopes, withdrawn));
    }

    Frame frame() {
        return new Frame(
                id,
                "H-0417",
                "Nord",
                null,
                null,
                meeting,
                null,
                TODAY.minusMonths(1),
                null,
                version,
                TONIGHT,
                List.copyOf(participants.values()),
                declined,
                REGISTERS);
    }

    List<PersonSections> sections() {
        List<PersonSections> all = new ArrayList<>();
        sections.forEach((person, own) -> all.add(new PersonSections(person, List.copyOf(own.values()))));
        return all;
    }

    HouseholdView merged() {
        return Merge.merge(frame(), sections(), TODAY, NOW);
    }
}
