package dk.samblik.consent;

import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.population.Person;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rules say about one household on a day: who may be asked about, who not and why, and whether it is open. */
record Judgement(Dossier dossier, List<Verdict> verdicts, Optional<HouseholdRule> closed) {

    HouseholdId household() {
        return dossier.household().id();
    }

    /** The rows that may be in force after this, less those of members whose asking only pauses and had none. */
    List<InForceRow> rows() {
        return verdicts.stream().flatMap(verdict -> rows(verdict).stream()).toList();
    }

    private List<InForceRow> rows(Verdict verdict) {
        PersonId person = verdict.standing().member().id();
        Consent consent = verdict.standing().consent();
        if (consent == null || consent.categories().isEmpty()) {
            return List.of();
        }
        boolean pauses = verdict.has(PersonRule.Effect.PAUSES);
        return consent.sources().stream()
                .filter(source -> verdict.allows() || (pauses && dossier.hasRow(person, source)))
                .map(source -> InForceRow.of(consent, source))
                .toList();
    }

    /** The household as it may be asked about; empty when it is closed. {@code lost}: those withdrawn in the meantime. */
    Optional<ConsentedHousehold> open(Set<PersonId> lost) {
        if (closed.isPresent()) {
            return Optional.empty();
        }
        List<ConsentedPerson> persons = verdicts.stream()
                .filter(Verdict::allows)
                .filter(verdict -> !lost.contains(verdict.standing().member().id()))
                .flatMap(verdict -> person(verdict).stream())
                .toList();
        return persons.isEmpty() ? Optional.empty() : Optional.of(new ConsentedHousehold(household(), persons));
    }

    private Optional<ConsentedPerson> person(Verdict verdict) {
        PersonId id = verdict.standing().member().id();
        Consent consent = verdict.standing().consent();
        Person person = verdict.standing().person();
        return consent == null || person == null || consent.categories().isEmpty()
                ? Optional.empty()
                : Optional.of(new ConsentedPerson(
                        id,
                        person,
                        Scopes.of(consent),
                        consent.reference(),
                        verdict.standing().today()));
    }
}
