package dk.samblik.consent;

import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.population.Person;
import dk.samblik.storage.Database;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Lays enrolled households on the desk, with what the population register says of their participants. */
@Component
class DeskHouseholds {

    private static final String OF_HOUSEHOLD = "select * from member where household_id = :id"
            + " and member_from <= :today and (member_to is null or member_to >= :today)";
    private static final String NEWEST = """
            select distinct on (person_id) * from consent where household_id = :id
             order by person_id, recorded_at desc, version desc, consent_id desc
            """;
    private static final String ENROLLED = "enrolled <= :today and (exit_date is null or exit_date >= :today)";
    private static final int KEY = 16;

    private final Database web;
    private final Vault vault;
    private final PopulationCheck check;
    private final ConsentSettings settings;
    private final CivilClock clock;

    DeskHouseholds(
            @Qualifier("webDatabase") Database web,
            Vault vault,
            PopulationCheck check,
            ConsentSettings settings,
            CivilClock clock) {
        this.web = web;
        this.vault = vault;
        this.check = check;
        this.settings = settings;
        this.clock = clock;
    }

    /** An enrolled household, and the area that follows it. */
    record Found(HouseholdId id, String area) {}

    /** The enrolled household with this number, as people write it. */
    Optional<Found> byNumber(String number) {
        return found(
                "select household_id, area from household where upper(number) = upper(:key) and " + ENROLLED, number);
    }

    /** The enrolled household in which somebody has this number now, whatever the desk settled about them. */
    Optional<Found> byCpr(Cpr number) {
        return found(
                "select h.household_id, h.area from household h join member m using (household_id)"
                        + " where m.cpr_hash = decode(:key, 'hex') and m.member_to is null and " + ENROLLED,
                check.hash(number).hex());
    }

    private Optional<Found> found(String sql, String key) {
        return web.sql()
                .sql(sql)
                .param("key", key)
                .param("today", clock.today())
                .query((row, number) -> new Found(new HouseholdId(Rows.id(row, "household_id")), row.getString("area")))
                .optional();
    }

    /** Empty where the household is not, or no longer, in the project, or its key is gone. */
    Optional<HouseholdAtDesk> open(Grant grant, HouseholdId id) {
        if (!vault.holds(id)) {
            return Optional.empty();
        }
        return web.sql()
                .sql("select number, area from household where household_id = :id and " + ENROLLED)
                .param("id", id.value())
                .param("today", clock.today())
                .query((row, index) -> new Called(row.getString("number"), row.getString("area")))
                .optional()
                .map(called -> household(grant, id, called));
    }

    private record Called(String number, String area) {}

    private HouseholdAtDesk household(Grant grant, HouseholdId id, Called called) {
        List<Member> all = members(id);
        List<Member> participants = all.stream().filter(Member::participates).toList();
        Judge.Seen seen = check.look(grant, participants);
        Map<PersonId, Consent> newest = newest(id);
        Set<Cpr> own = numbers(participants, seen);
        LocalDate today = clock.today();
        List<DeskMember> members = participants.stream()
                .map(member -> member(member, seen, own, newest.get(member.id())))
                .sorted(Comparator.comparing((DeskMember member) -> member.childOn(today))
                        .thenComparing(DeskHouseholds::born)
                        .thenComparing(member -> member.id().toString()))
                .toList();
        return new HouseholdAtDesk(
                id,
                called.number(),
                called.area(),
                members,
                count(all, Participation.DECLINED),
                count(all, Participation.NOT_ASKED));
    }

    private List<Member> members(HouseholdId id) {
        return web.sql()
                .sql(OF_HOUSEHOLD)
                .param("id", id.value())
                .param("today", clock.today())
                .query(Dossiers::member)
                .list();
    }

    /** The newest version of each consent in the household, drafts included, with who has given it. */
    Map<PersonId, Consent> newest(HouseholdId id) {
        Map<String, List<Signature>> signed = new HashMap<>();
        web.sql()
                .sql("select g.* from consent_grantor g join (" + NEWEST + ") c using (consent_id, version)")
                .param("id", id.value())
                .query(row -> {
                    signed.computeIfAbsent(row.getString("consent_id"), consent -> new ArrayList<>())
                            .add(new Signature(
                                    CprHash.of(row.getBytes("cpr_hash")),
                                    Capacity.valueOf(row.getString("capacity")),
                                    Rows.date(row, "given_at")));
                });
        return web
                .sql()
                .sql(NEWEST)
                .param("id", id.value())
                .query((row, number) ->
                        Dossiers.consent(row, signed.getOrDefault(row.getString("consent_id"), List.of())))
                .list()
                .stream()
                .collect(Collectors.toMap(Consent::person, consent -> consent));
    }

    private static LocalDate born(DeskMember member) {
        return member.person() == null ? LocalDate.MAX : member.person().born();
    }

    private static long count(List<Member> members, Participation participation) {
        return members.stream()
                .filter(member -> member.participation() == participation)
                .count();
    }

    /** All numbers the participants have, or have had. */
    private static Set<Cpr> numbers(List<Member> participants, Judge.Seen seen) {
        Set<Cpr> numbers = new HashSet<>();
        participants.forEach(member -> Optional.ofNullable(seen.people().get(member.id()))
                .ifPresent(person -> numbers.addAll(person.numbers())));
        return numbers;
    }

    private DeskMember member(Member member, Judge.Seen seen, Set<Cpr> own, @Nullable Consent newest) {
        Person person = seen.people().get(member.id());
        if (person == null) {
            return new DeskMember(member, null, List.of(), null, null, newest);
        }
        CustodyNote note = seen.noted().get(member.id());
        Entitlement entitlement =
                new EntitledGrantors(clock.today(), settings.graceAtFifteen()).of(person, seen.others());
        return entitlement instanceof Entitlement.Required required
                ? new DeskMember(member, person, grantors(person, required, seen, own), null, note, newest)
                : new DeskMember(member, person, List.of(), ((Entitlement.Blocked) entitlement).reason(), note, newest);
    }

    private List<DeskGrantor> grantors(Person subject, Entitlement.Required required, Judge.Seen seen, Set<Cpr> own) {
        return required.grantors().stream()
                .map(requirement -> grantor(subject, requirement, seen, own))
                .sorted(Comparator.comparing(DeskGrantor::capacity)
                        .thenComparing(grantor -> !grantor.member())
                        .thenComparing(DeskGrantor::key))
                .toList();
    }

    private DeskGrantor grantor(Person subject, Requirement requirement, Judge.Seen seen, Set<Cpr> own) {
        if (requirement.capacity() == Capacity.SELF) {
            return new DeskGrantor("self", signer(subject.cpr()), requirement, subject.cpr(), subject, true);
        }
        Optional<Cpr> named = requirement.numbers().stream().min(Comparator.comparing(Cpr::digits));
        if (named.isEmpty()) {
            return new DeskGrantor("unknown", "unknown", requirement, null, null, false);
        }
        Person who = requirement.numbers().stream()
                .map(seen.others()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Cpr number = who == null ? named.get() : who.cpr();
        boolean member = requirement.numbers().stream().anyMatch(own::contains);
        return new DeskGrantor(signer(number), signer(number), requirement, number, who, member);
    }

    private String signer(Cpr number) {
        return check.hash(number).hex().substring(0, KEY);
    }
}
