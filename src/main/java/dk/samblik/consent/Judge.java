package dk.samblik.consent;

import dk.samblik.consent.PersonStanding.Signing;
import dk.samblik.consent.PersonStanding.Whereabouts;
import dk.samblik.household.Cpr;
import dk.samblik.household.PersonId;
import dk.samblik.population.Address;
import dk.samblik.population.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rules of the consent gate to one household: a pure function of what is stored, what the population register
 * says, and the date in Copenhagen.
 */
record Judge(LocalDate today, ConsentSettings settings, Function<Cpr, CprHash> hash) {

    /**
     * What the population register says: members by id, custody holders and guardians by the number they are named with,
     * and who lives at an address. {@code noted}: whose custody holders or guardian are those the desk noted, where the
     * register does not tell.
     */
    record Seen(
            Map<PersonId, Person> people,
            Map<Cpr, Person> others,
            Function<Address, List<Person>> livingAt,
            Map<PersonId, CustodyNote> noted) {

        /** Where nothing was noted. */
        Seen(Map<PersonId, Person> people, Map<Cpr, Person> others, Function<Address, List<Person>> livingAt) {
            this(people, others, livingAt, Map.of());
        }
    }

    Judgement judge(Dossier dossier, Seen seen) {
        HouseholdStanding household = standing(dossier, seen);
        return new Judgement(dossier, List.copyOf(household.verdicts()), HouseholdRule.refusing(household));
    }

    /** All that decides about a household and its participants today. */
    HouseholdStanding standing(Dossier dossier, Seen seen) {
        List<Member> participants =
                dossier.members().stream().filter(Member::participates).toList();
        SharedAddress shared = SharedAddress.of(
                participants.stream().filter(member -> member.on(today)).toList(), seen.people(), today);
        List<Verdict> verdicts = participants.stream()
                .map(member -> Verdict.on(standing(dossier, member, seen, shared)))
                .toList();
        return new HouseholdStanding(
                today,
                settings,
                dossier.household(),
                dossier.members(),
                verdicts,
                shared.address().map(seen.livingAt()).orElse(null),
                hash);
    }

    private PersonStanding standing(Dossier dossier, Member member, Seen seen, SharedAddress shared) {
        Consent consent = dossier.consents().get(member.id());
        Person person = seen.people().get(member.id());
        return new PersonStanding(
                today,
                settings,
                dossier.household(),
                member,
                consent,
                person,
                signing(consent, person, seen.others()),
                person == null ? Whereabouts.STAYS : shared.of(member, person),
                consent != null && dossier.rests(consent));
    }

    private Signing signing(@Nullable Consent consent, @Nullable Person person, Map<Cpr, Person> others) {
        if (person == null || consent == null) {
            return Signing.UNKNOWN;
        }
        Entitlement entitlement = new EntitledGrantors(today, settings.graceAtFifteen()).of(person, others);
        if (entitlement instanceof Entitlement.Required required) {
            return required.grantors().stream().allMatch(grantor -> grantor.metBy(consent.signatures(), hash))
                    ? Signing.COMPLETE
                    : Signing.INCOMPLETE;
        }
        return Signing.BLOCKED;
    }
}
