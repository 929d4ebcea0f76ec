package dk.samblik.consent;

import dk.samblik.consent.DeskTask.Kind;
import dk.samblik.consent.PersonStanding.Signing;
import dk.samblik.consent.PersonStanding.Whereabouts;
import dk.samblik.household.PersonId;
import dk.samblik.population.Person;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be done about one household's consents: a pure function of what the gate would judge by. {@code soon}: how
 * long before an end or a birthday it becomes a task; {@code past}: how long after a move it still is one.
 */
record DeskTasks(LocalDate today, Period soon, Period past) {

    private static final Set<Consent.Status> GIVEN = Set.of(Consent.Status.ACTIVE, Consent.Status.EXPIRED);

    /** The weightiest first. {@code drafts}: members whose newest version is not finished. */
    List<DeskTask> of(HouseholdStanding household, Set<PersonId> drafts) {
        if (!household.household().on(today)) {
            return List.of();
        }
        List<DeskTask> tasks = new ArrayList<>();
        if (household.anAdultIsNotAsked()) {
            tasks.add(new DeskTask(Kind.NOT_ASKED, null, null, null));
        }
        household
                .newcomers()
                .forEach(adult -> tasks.add(new DeskTask(
                        Kind.NEW_ADULT,
                        null,
                        adult.movedIn(),
                        adult.movedIn() == null
                                ? null
                                : adult.movedIn().plus(household.settings().newAdultGrace()))));
        household.verdicts().forEach(verdict -> {
            PersonStanding standing = verdict.standing();
            of(standing).ifPresent(tasks::add);
            if (drafts.contains(standing.member().id()) && standing.member().on(today)) {
                tasks.add(DeskTask.about(standing.member().id(), Kind.UNFINISHED, null));
            }
        });
        tasks.sort(Comparator.comparing(DeskTask::kind));
        return tasks;
    }

    /** One task a member: what comes first makes what follows idle. */
    private Optional<DeskTask> of(PersonStanding standing) {
        Consent consent = standing.consent();
        if (consent == null || !GIVEN.contains(consent.status())) {
            return Optional.empty();
        }
        PersonId id = standing.member().id();
        LocalDate left = standing.member().to();
        if (left != null && left.isBefore(today)) {
            return left.plus(past).isBefore(today)
                    ? Optional.empty()
                    : Optional.of(DeskTask.about(id, Kind.MOVED, left.plusDays(1)));
        }
        if (standing.dead()) {
            Person person = standing.person();
            return Optional.of(DeskTask.about(id, Kind.DIED, person == null ? null : person.statusSince()));
        }
        if (standing.whereabouts() == Whereabouts.MOVED_OUT) {
            Person person = standing.person();
            return Optional.of(DeskTask.about(id, Kind.MOVED, person == null ? null : person.movedIn()));
        }
        return signing(standing, consent).or(() -> dates(standing, consent));
    }

    private Optional<DeskTask> signing(PersonStanding standing, Consent consent) {
        PersonId id = standing.member().id();
        if (standing.signing() == Signing.BLOCKED) {
            return Optional.of(DeskTask.about(id, Kind.NOBODY_CAN_CONSENT, null));
        }
        Person person = standing.person();
        if (standing.signing() != Signing.INCOMPLETE || person == null) {
            return Optional.empty();
        }
        LocalDate given = consent.signatures().stream()
                .map(Signature::given)
                .max(Comparator.naturalOrder())
                .orElse(consent.from());
        if (person.adultOn(today) && !person.adultOn(given)) {
            return Optional.of(DeskTask.about(id, Kind.TURNED_18, person.born().plusYears(18)));
        }
        if (person.ageOn(today) >= 15 && person.ageOn(given) < 15) {
            return Optional.of(DeskTask.about(id, Kind.TURNED_15, person.born().plusYears(15)));
        }
        boolean stood = standing.wasInForce() || consent.status() == Consent.Status.EXPIRED;
        return Optional.of(DeskTask.about(id, stood ? Kind.NEW_HOLDER : Kind.UNFINISHED, null));
    }

    private Optional<DeskTask> dates(PersonStanding standing, Consent consent) {
        PersonId id = standing.member().id();
        if (consent.status() == Consent.Status.EXPIRED || consent.to().isBefore(today)) {
            LocalDate last = consent.to().isBefore(today) ? consent.to() : null;
            return Optional.of(DeskTask.about(id, Kind.EXPIRED, last));
        }
        if (soon(consent.to())) {
            return Optional.of(DeskTask.about(id, Kind.EXPIRING, consent.to()));
        }
        Person person = standing.person();
        return person == null
                ? Optional.empty()
                : birthday(id, Kind.TURNS_18, person.born().plusYears(18))
                        .or(() -> birthday(id, Kind.TURNS_15, person.born().plusYears(15)));
    }

    private Optional<DeskTask> birthday(PersonId id, Kind kind, LocalDate day) {
        return day.isAfter(today) && soon(day) ? Optional.of(DeskTask.about(id, kind, day)) : Optional.empty();
    }

    private boolean soon(LocalDate day) {
        return !day.isAfter(today.plus(soon));
    }
}
