package dk.samblik.consent;

import dk.samblik.household.Cpr;
import dk.samblik.population.Person;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that decides whether a household is open on a day. {@code registerHousehold}: everybody at the household's address,
 * by the population register; null where the household has no address that others could share.
 */
record HouseholdStanding(
        LocalDate today,
        ConsentSettings settings,
        Enrolled household,
        List<Member> members,
        Collection<Verdict> verdicts,
        @Nullable List<Person> registerHousehold,
        Function<Cpr, CprHash> hash) {

    /** Whether at least one adult participant consents. */
    boolean anAdultConsents() {
        return verdicts.stream().anyMatch(verdict -> verdict.allows() && adult(verdict));
    }

    private boolean adult(Verdict verdict) {
        Person person = verdict.standing().person();
        return person != null && person.adultOn(today);
    }

    /** Adult participants who do not consent, less those who came of age since they became members. */
    boolean anAdultParticipantDoesNot() {
        return verdicts.stream()
                .filter(verdict -> verdict.standing().member().on(today))
                .filter(verdict -> !verdict.allows() && !verdict.standing().dead())
                .anyMatch(verdict -> verdict.standing().person() == null
                        ? !verdict.standing().member().relation().equals(Member.CHILD)
                        : adult(verdict)
                                && !cameOfAge(
                                        verdict.standing().person(),
                                        verdict.standing().member().from()));
    }

    /** Whether an adult who was there when the household was enrolled has not been asked. */
    boolean anAdultIsNotAsked() {
        if (registerHousehold == null) {
            return members.stream()
                    .anyMatch(member -> member.on(today)
                            && member.participation() == Participation.NOT_ASKED
                            && !member.relation().equals(Member.CHILD));
        }
        return adultsAtTheAddress()
                .anyMatch(adult -> settled(adult)
                        .map(member -> member.participation() == Participation.NOT_ASKED)
                        .orElseGet(() -> !cameOfAge(adult, household.from()) && !newcomer(adult)));
    }

    /** Whether an adult moved in, nobody has settled how he stands, and the time to do so is over. */
    boolean aNewcomerIsNotSettled() {
        return newcomers()
                .anyMatch(adult -> movedIn(adult).plus(settings.newAdultGrace()).isBefore(today));
    }

    /** The adults who moved in and of whom nobody has settled how they stand. */
    Stream<Person> newcomers() {
        return adultsAtTheAddress().filter(adult -> settled(adult).isEmpty() && newcomer(adult));
    }

    private Stream<Person> adultsAtTheAddress() {
        return registerHousehold == null
                ? Stream.empty()
                : registerHousehold.stream().filter(person -> person.adultOn(today));
    }

    private Optional<Member> settled(Person adult) {
        List<CprHash> numbers = adult.numbers().stream().map(hash).toList();
        return members.stream()
                .filter(member -> member.on(today) && numbers.contains(member.number()))
                .findFirst();
    }

    /** Turning 18 makes nobody unasked: he was there, and his parents were asked for him. */
    private boolean cameOfAge(Person person, LocalDate since) {
        return !person.adultOn(since);
    }

    private boolean newcomer(Person adult) {
        return adult.movedIn() != null && adult.movedIn().isAfter(household.from());
    }

    private LocalDate movedIn(Person adult) {
        return adult.movedIn() == null ? LocalDate.MIN : adult.movedIn();
    }
}
