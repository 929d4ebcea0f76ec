package dk.samblik.consent;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Grant;
import dk.samblik.access.SealBroken;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.household.Category;
import dk.samblik.household.Cpr;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.household.RunId;
import dk.samblik.population.Person;
import dk.samblik.population.Population;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks up in the population register who the members are, who has custody, and who lives at their address. Comes before
 * the consent and does not rest on it: it has a purpose of its own in the access log, written before a number is opened.
 */
@Component
class PopulationCheck {

    private final AccessLog log;
    private final Vault vault;
    private final Population population;
    private final CustodyNotes notes;
    private final ConsentSettings settings;

    PopulationCheck(AccessLog log, Vault vault, Population population, CustodyNotes notes, ConsentSettings settings) {
        this.log = log;
        this.vault = vault;
        this.population = population;
        this.notes = notes;
        this.settings = settings;
    }

    /** Looks for everybody these dossiers name as a participant with an active consent, under one batch of log rows. */
    Judge.Seen look(Collection<Dossier> dossiers, LocalDate today, String requestId, @Nullable RunId run) {
        List<Member> members = dossiers.stream()
                .flatMap(dossier -> dossier.toBeLookedUp(today).stream())
                .toList();
        return look(members, requestId, run);
    }

    /** As above for these participants. */
    Judge.Seen look(List<Member> members, String requestId, @Nullable RunId run) {
        if (members.isEmpty()) {
            return new Judge.Seen(Map.of(), Map.of(), population::livingAt);
        }
        return look(log.record(lines(members, requestId, run)), members);
    }

    /** As above under a grant that covers their households: somebody's own look at the consent desk. */
    Judge.Seen look(Grant grant, List<Member> members) {
        Map<PersonId, Cpr> numbers = new HashMap<>();
        members.forEach(member -> open(grant, member).ifPresent(number -> numbers.put(member.id(), number)));
        Map<Cpr, Person> found = population.find(numbers.values());
        Map<PersonId, Person> people = new HashMap<>();
        numbers.forEach((id, number) -> {
            Person person = found.get(number);
            if (person != null) {
                people.put(id, person);
            }
        });
        Map<Cpr, Person> others = population.find(others(people.values()));
        Map<PersonId, CustodyNote> noted = notes.of(grant, members, people, others);
        noted.forEach((id, note) -> people.computeIfPresent(id, (same, person) -> note.with(person)));
        return new Judge.Seen(
                people,
                noted.isEmpty() ? others : population.find(others(people.values())),
                population::livingAt,
                noted);
    }

    private List<Access> lines(List<Member> members, String requestId, @Nullable RunId run) {
        Set<HouseholdId> households = new HashSet<>();
        members.forEach(member -> households.add(member.household()));
        List<Access> lines = new ArrayList<>();
        for (HouseholdId household : households) {
            lines.add(new Access(
                    Access.Action.FETCH,
                    Viewer.HUB,
                    settings.populationPurpose(),
                    household,
                    null,
                    Department.POPULATION,
                    Set.<Category>of(),
                    List.of(),
                    null,
                    "OK",
                    requestId,
                    run));
        }
        return lines;
    }

    /** A number whose key is gone is nobody's until the consent desk sends the household again. */
    private Optional<Cpr> open(Grant grant, Member member) {
        byte[] sealed = member.sealed();
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            byte[] digits = vault.open(grant, member.household(), Member.label(member.id()), sealed);
            return Cpr.read(new String(digits, StandardCharsets.US_ASCII));
        } catch (SealBroken keyGone) {
            return Optional.empty();
        }
    }

    private static Set<Cpr> others(Collection<Person> people) {
        Set<Cpr> others = new HashSet<>();
        for (Person person : people) {
            others.addAll(person.custodyHolders());
            person.guardianships().forEach(guardianship -> {
                Cpr guardian = guardianship.guardian();
                if (guardian != null) {
                    others.add(guardian);
                }
            });
        }
        return others;
    }

    /** The keyed hash by which the database knows a number. */
    CprHash hash(Cpr number) {
        return CprHash.of(vault.hash(number));
    }
}
