package dk.samblik.consent;

import dk.samblik.access.Grant;
import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.population.Person;
import dk.samblik.population.Population;
import dk.samblik.population.PopulationUnavailable;
import dk.samblik.storage.Database;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Reads households as the desk's pages show them, against a grant: where every consent stands today, by the dates and the
 * population register of this moment, and what is to be done. Writes nothing.
 */
@Component
class Standings {

    private static final String NAMED = """
            select household_id, number, view_version from household where household_id = any(:ids::uuid[]) order by number
            """;

    /** As many as one page opens; the largest municipality has no more. */
    static final int MOST = 600;

    private static final String FOLLOWED = """
            select household_id from household
             where area = any (cast(:areas as text[])) and enrolled <= :today and (exit_date is null or exit_date >= :left)
             order by (coordinator = :me) is true desc, number limit :most
            """;

    private final Database web;
    private final Dossiers dossiers;
    private final ConsentVersions versions;
    private final PopulationCheck check;
    private final Population population;
    private final ConsentSettings settings;
    private final TaskSettings tasks;
    private final CivilClock clock;

    Standings(
            @Qualifier("webDatabase") Database web,
            Dossiers dossiers,
            ConsentVersions versions,
            PopulationCheck check,
            Population population,
            ConsentSettings settings,
            TaskSettings tasks,
            CivilClock clock) {
        this.web = web;
        this.dossiers = dossiers;
        this.versions = versions;
        this.check = check;
        this.population = population;
        this.settings = settings;
        this.tasks = tasks;
        this.clock = clock;
    }

    private record Named(HouseholdId id, String number, int version) {}

    /**
     * The households of this one's areas that are enrolled, and for a while those that have left. Ids only; ask for a grant
     * with them. Of more than {@value #MOST} the ones this viewer coordinates come first.
     */
    List<HouseholdId> followed(Viewer viewer) {
        return web
                .sql()
                .sql(FOLLOWED)
                .param("areas", viewer.areas().toArray(String[]::new))
                .param("today", clock.today())
                .param("left", clock.today().minus(tasks.leftShown()))
                .param("me", viewer.subject())
                .param("most", MOST)
                .query(UUID.class)
                .list()
                .stream()
                .map(HouseholdId::new)
                .toList();
    }

    /** These households, those that the grant covers, by number. */
    List<DeskHousehold> read(Grant grant, Collection<HouseholdId> households) {
        LocalDate today = clock.today();
        List<HouseholdId> ids = households.stream().filter(grant::covers).toList();
        Map<HouseholdId, Dossier> stored = dossiers.load(ids).stream()
                .collect(Collectors.toMap(dossier -> dossier.household().id(), Function.identity()));
        Map<HouseholdId, List<ConsentVersion>> recorded = versions.of(ids);
        Judge.Seen seen = look(grant, stored.values(), today);
        Judge judge = new Judge(today, settings, check::hash);
        List<DeskHousehold> read = new ArrayList<>();
        for (Named named : named(ids)) {
            Dossier dossier = stored.get(named.id());
            if (dossier != null) {
                HouseholdStanding standing = judge.standing(dossier, seen);
                read.add(household(named, standing, recorded.getOrDefault(named.id(), List.of()), today));
            }
        }
        return read;
    }

    /** Without a population register to rely on nobody has a name here, and dates alone make tasks. */
    private Judge.Seen look(Grant grant, Collection<Dossier> dossiers, LocalDate today) {
        List<Member> members = dossiers.stream()
                .flatMap(dossier -> dossier.knownAtTheDesk(today).stream())
                .toList();
        try {
            population.load();
            return check.look(grant, members);
        } catch (PopulationUnavailable unreliable) {
            return new Judge.Seen(Map.of(), Map.of(), address -> List.of());
        }
    }

    private List<Named> named(List<HouseholdId> ids) {
        return web.sql()
                .sql(NAMED)
                .param("ids", Rows.ids(ids))
                .query((row, number) ->
                        new Named(new HouseholdId(row.getObject(1, UUID.class)), row.getString(2), row.getInt(3)))
                .list();
    }

    private DeskHousehold household(
            Named named, HouseholdStanding standing, List<ConsentVersion> recorded, LocalDate today) {
        Map<PersonId, ConsentVersion> newest = new HashMap<>();
        recorded.forEach(version -> newest.put(version.person(), version));
        Set<PersonId> drafts = newest.values().stream()
                .filter(version -> version.status() == Consent.Status.DRAFT)
                .map(ConsentVersion::person)
                .collect(Collectors.toSet());
        return new DeskHousehold(
                named.id(),
                named.number(),
                named.version(),
                standing.household().on(today),
                persons(standing, newest),
                new DeskTasks(today, tasks.soon(), tasks.movedShown()).of(standing, drafts));
    }

    private List<DeskPerson> persons(HouseholdStanding standing, Map<PersonId, ConsentVersion> newest) {
        List<DeskPerson> persons = new ArrayList<>();
        standing.verdicts().stream()
                .map(Verdict::standing)
                .filter(one -> one.member().to() == null
                        || newest.containsKey(one.member().id()))
                .forEach(one ->
                        persons.add(participant(one, newest.get(one.member().id()))));
        standing.members().stream()
                .filter(member -> !member.participates() && member.on(standing.today()))
                .forEach(member -> {
                    DeskStatus status = status(member, newest);
                    if (status != null) {
                        persons.add(new DeskPerson(member.id(), child(member), 0, null, status, null, null));
                    }
                });
        return numbered(persons);
    }

    /** Whoever is outside of all this is shown nowhere, unless a consent of theirs was recorded once. */
    private static @Nullable DeskStatus status(Member member, Map<PersonId, ConsentVersion> newest) {
        DeskStatus status = DeskStatus.of(member.participation());
        return status == null && newest.containsKey(member.id()) ? DeskStatus.WITHDRAWN : status;
    }

    private DeskPerson participant(PersonStanding standing, @Nullable ConsentVersion newest) {
        Person person = standing.person();
        DeskStatus status = DeskStatus.of(standing, tasks.soon());
        boolean unfinished = newest != null
                && newest.status() == Consent.Status.DRAFT
                && status != DeskStatus.ACTIVE
                && status != DeskStatus.EXPIRING;
        return new DeskPerson(
                standing.member().id(),
                person == null ? child(standing.member()) : !person.adultOn(standing.today()),
                0,
                person == null ? null : person.firstName(),
                unfinished ? DeskStatus.WAITING : status,
                standing.consent(),
                newest);
    }

    private static boolean child(Member member) {
        return member.relation().equals(Member.CHILD);
    }

    /** Adults before children; who is who without a name stays the same from page to page. */
    private static List<DeskPerson> numbered(List<DeskPerson> persons) {
        Map<Boolean, Integer> counted = new HashMap<>();
        return persons.stream()
                .sorted(Comparator.comparing(DeskPerson::child)
                        .thenComparing(person -> person.id().value()))
                .map(person -> new DeskPerson(
                        person.id(),
                        person.child(),
                        counted.merge(person.child(), 1, Integer::sum),
                        person.firstName(),
                        person.status(),
                        person.consent(),
                        person.newest()))
                .toList();
    }
}
