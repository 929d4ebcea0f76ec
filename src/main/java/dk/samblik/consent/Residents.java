package dk.samblik.consent;

import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.population.Person;
import dk.samblik.population.Population;
import dk.samblik.storage.Database;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Who is in a household and who the population register has at its address, as the page that changes it needs to know. Who
 * said no, or lives there and does not belong to it, is shown only to somebody who has their number.
 */
@Component
class Residents {

    private static final int KEY = 16;
    private static final Set<Participation> UNSEEN = Set.of(Participation.DECLINED, Participation.OUTSIDE);
    private static final String MEMBERS = "select * from member where household_id = :household"
            + " and member_from <= :today and (member_to is null or member_to >= :today)";
    private static final String MARK = """
            select md5(coalesce(string_agg(person_id || participation || coalesce(reason, '') || coalesce(member_to::text, ''),
              ',' order by person_id), '')) from member where household_id = :household
            """;

    private final Database web;
    private final Vault vault;
    private final Population population;
    private final PopulationCheck check;
    private final ConsentVersions versions;
    private final CivilClock clock;

    Residents(
            @Qualifier("webDatabase") Database web,
            Vault vault,
            Population population,
            PopulationCheck check,
            ConsentVersions versions,
            CivilClock clock) {
        this.web = web;
        this.vault = vault;
        this.population = population;
        this.check = check;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * Those a page has a line for, adults first and then by age; {@code declined}: how many others said no; {@code departed}:
     * members who take no part and whom the register does not have at the address any more; {@code stand}: what the page is
     * opened on.
     */
    record Home(List<Resident> all, long declined, List<PersonId> departed, String stand) {

        Home {
            all = List.copyOf(all);
            departed = List.copyOf(departed);
        }

        Optional<Resident> of(String key) {
            return all.stream().filter(resident -> resident.key().equals(key)).findFirst();
        }
    }

    /** Whether there is a key to seal a participant's number by. */
    boolean holds(HouseholdId household) {
        return vault.holds(household);
    }

    /** {@code asked}: a number somebody at the desk gave, null for none. Throws where the register is not to be relied on. */
    Home of(Grant grant, HouseholdId household, @Nullable Cpr asked) {
        population.load();
        String stand = stand(household);
        List<Member> members = members(household);
        List<Member> participants =
                members.stream().filter(Member::participates).toList();
        Judge.Seen seen = check.look(grant, participants);
        SharedAddress shared = SharedAddress.of(participants, seen.people(), clock.today());
        List<Person> there = shared.address().map(seen.livingAt()).orElse(List.of());
        List<Resident> all = new ArrayList<>();
        participants.forEach(member -> all.add(participant(member, seen.people().get(member.id()), shared)));
        others(members, there, asked).forEach(all::add);
        return new Home(
                all.stream().sorted(order()).toList(),
                members.stream()
                        .filter(member -> member.participation() == Participation.DECLINED)
                        .count(),
                shared.address().isEmpty() ? List.of() : departed(members, there, all),
                stand);
    }

    private static Comparator<Resident> order() {
        return Comparator.comparing((Resident resident) -> !resident.adult())
                .thenComparing(resident -> Optional.ofNullable(resident.person())
                        .map(person -> person.born().toString())
                        .orElse("9999"))
                .thenComparing(Resident::key);
    }

    private List<Member> members(HouseholdId household) {
        return web.sql()
                .sql(MEMBERS)
                .param("household", household.value())
                .param("today", clock.today())
                .query(Dossiers::member)
                .list();
    }

    /** Changes whenever a consent of the household is recorded or anybody's part in it is another. Tells nothing else. */
    String stand(HouseholdId household) {
        return versions.mark(household) + "."
                + web.sql()
                        .sql(MARK)
                        .param("household", household.value())
                        .query(String.class)
                        .single();
    }

    private Resident participant(Member member, @Nullable Person person, SharedAddress shared) {
        boolean left = person != null && shared.of(member, person) == PersonStanding.Whereabouts.MOVED_OUT;
        return new Resident(
                member.id().toString(),
                member.id(),
                member.participation(),
                person,
                person == null ? !member.relation().equals(Member.CHILD) : person.adultOn(clock.today()),
                left,
                true);
    }

    /** Those at the address who take no part and may be shown, and whoever the desk has the number of. */
    private List<Resident> others(List<Member> members, List<Person> there, @Nullable Cpr asked) {
        List<Resident> others = new ArrayList<>();
        for (Person person : there) {
            boolean known = asked != null && person.numbers().contains(asked);
            Member member = settled(members, person);
            if (member == null || (!member.participates() && (known || !UNSEEN.contains(member.participation())))) {
                others.add(other(member, person, false, known));
            }
        }
        if (asked != null) {
            elsewhere(members, there, asked).ifPresent(others::add);
        }
        return others;
    }

    /** A member who takes no part, found by number, and not at the address. */
    private Optional<Resident> elsewhere(List<Member> members, List<Person> there, Cpr asked) {
        Person person = population.find(List.of(asked)).get(asked);
        if (person == null || there.contains(person)) {
            return Optional.empty();
        }
        Member member = settled(members, person);
        return member == null || member.participates()
                ? Optional.empty()
                : Optional.of(other(member, person, true, true));
    }

    private Resident other(@Nullable Member member, Person person, boolean left, boolean known) {
        return new Resident(
                check.hash(person.cpr()).hex().substring(0, KEY),
                member == null ? null : member.id(),
                member == null ? null : member.participation(),
                person,
                person.adultOn(clock.today()),
                left,
                known || !person.protectedAddress());
    }

    private @Nullable Member settled(List<Member> members, Person person) {
        List<CprHash> numbers = person.numbers().stream().map(check::hash).toList();
        return members.stream()
                .filter(member -> numbers.contains(member.number()))
                .findFirst()
                .orElse(null);
    }

    private List<PersonId> departed(List<Member> members, List<Person> there, List<Resident> shown) {
        Set<PersonId> here = there.stream()
                .map(person -> settled(members, person))
                .flatMap(member -> Optional.ofNullable(member).stream())
                .map(Member::id)
                .collect(Collectors.toCollection(HashSet::new));
        shown.forEach(resident -> Optional.ofNullable(resident.id()).ifPresent(here::add));
        return members.stream()
                .filter(member -> !member.participates() && !here.contains(member.id()))
                .map(Member::id)
                .toList();
    }
}
