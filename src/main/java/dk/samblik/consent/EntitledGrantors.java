package dk.samblik.consent;

import dk.samblik.household.Cpr;
import dk.samblik.population.Person;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Who must have consented for a person on a day, by age, custody and guardianship in the population register (domain
 * reference, 7.2). The day of the birthday counts as the new age. {@code graceAtFifteen}: for how long after the 15th
 * birthday the young person's own consent is not yet required.
 */
record EntitledGrantors(LocalDate today, Period graceAtFifteen) {

    private static final Set<String> GONE = Set.of("70", "90");

    /** {@code others}: the custody holders and guardians the register knows, by the number they are named with. */
    Entitlement of(Person subject, Map<Cpr, Person> others) {
        if (subject.adultOn(today)) {
            return new Entitlement.Required(adult(subject, others));
        }
        if (subject.custodyUnknown() || subject.custodyHolders().isEmpty()) {
            return new Entitlement.Blocked(Entitlement.Blocked.Reason.CUSTODY_UNKNOWN);
        }
        boolean gone = subject.custodyHolders().stream()
                .map(others::get)
                .filter(Objects::nonNull)
                .anyMatch(holder -> GONE.contains(holder.status()));
        return gone
                ? new Entitlement.Blocked(Entitlement.Blocked.Reason.HOLDER_DEAD_OR_DISAPPEARED)
                : new Entitlement.Required(child(subject, others));
    }

    /** An adult alone, with own word given as an adult; with a guardian both. */
    private List<Requirement> adult(Person subject, Map<Cpr, Person> others) {
        List<Requirement> required = new ArrayList<>();
        required.add(
                new Requirement(Capacity.SELF, subject.numbers(), subject.born().plusYears(18)));
        for (Person.Guardianship guardianship : subject.guardianships()) {
            Cpr guardian = guardianship.guardian();
            required.add(
                    new Requirement(Capacity.GUARDIAN, guardian == null ? Set.of() : numbers(guardian, others), null));
        }
        return required;
    }

    /** Everybody who has custody; from 15 years the young person too. */
    private List<Requirement> child(Person subject, Map<Cpr, Person> others) {
        List<Requirement> required = new ArrayList<>();
        if (subject.ageOn(today.minus(graceAtFifteen)) >= 15) {
            required.add(new Requirement(Capacity.SELF, subject.numbers(), null));
        }
        subject.custodyHolders()
                .forEach(holder ->
                        required.add(new Requirement(Capacity.CUSTODY_HOLDER, numbers(holder, others), null)));
        return required;
    }

    private static Set<Cpr> numbers(Cpr named, Map<Cpr, Person> others) {
        Person known = others.get(named);
        return known == null ? Set.of(named) : known.numbers();
    }
}
