package dk.samblik.consent;

import dk.samblik.access.Prints;
import dk.samblik.access.Staff;
import dk.samblik.consent.FactsHeld.Held;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Works out what an ending comes to, from what is stored at this moment. Changes nothing. */
@Component
class Consequences {

    private final ConsentVersions versions;
    private final FactsHeld facts;
    private final Prints prints;
    private final ProofKept proof;
    private final Staff staff;
    private final CivilClock clock;

    Consequences(
            ConsentVersions versions, FactsHeld facts, Prints prints, ProofKept proof, Staff staff, CivilClock clock) {
        this.versions = versions;
        this.facts = facts;
        this.prints = prints;
        this.proof = proof;
        this.staff = staff;
        this.clock = clock;
    }

    Consequence of(DeskLook.Look look, Ending ending) {
        DeskHousehold household = look.household();
        // Taken first: what is recorded while the rest is read makes the page old, not the numbers wrong.
        String mark = versions.mark(household.id());
        List<DeskPerson> persons = household.active().stream()
                .filter(person -> ending.persons().contains(person.id()))
                .toList();
        List<DeskPerson> over =
                persons.stream().filter(person -> whole(person, ending)).toList();
        List<DeskPerson> stay = household.active().stream()
                .filter(person -> !over.contains(person))
                .toList();
        boolean ends = stay.isEmpty() && household.persons().stream().noneMatch(Consequences::mayStillConsent);
        List<Held> held = facts.of(look.grant(), household.id()).stream()
                .filter(one -> ending.persons().contains(one.person()))
                .toList();
        Predicate<Held> goes = one -> goes(one, ending, over);
        return new Consequence(
                persons,
                ending.what(),
                stops(persons, ending),
                sum(held, goes),
                ending.what() instanceof Withdrawn.Kind ? sum(held, goes.negate()) : 0,
                copies(household),
                stay.stream().filter(person -> !persons.contains(person)).toList(),
                ends,
                !ends && stay.stream().allMatch(DeskPerson::child),
                ends ? proof.until(clock.today()) : null,
                mark);
    }

    private static boolean whole(DeskPerson person, Ending ending) {
        Consent consent = person.consent();
        return consent != null && ending.whole(consent);
    }

    /** A draft that is not finished keeps a household in the project. */
    private static boolean mayStillConsent(DeskPerson person) {
        return person.newest() != null && person.newest().status() == Consent.Status.DRAFT;
    }

    private static boolean goes(Held held, Ending ending, List<DeskPerson> over) {
        if (over.stream().anyMatch(person -> person.id().equals(held.person()))) {
            return true;
        }
        if (ending.what() instanceof Withdrawn.Source one) {
            return held.source() == one.source();
        }
        return ending.what() instanceof Withdrawn.Kind one && held.category() == one.category();
    }

    private static int sum(List<Held> held, Predicate<Held> which) {
        return held.stream().filter(which).mapToInt(Held::facts).sum();
    }

    private static List<Department> stops(List<DeskPerson> persons, Ending ending) {
        return persons.stream()
                .flatMap(person -> person.sources().stream()
                        .filter(source -> whole(person, ending) || ending.what().equals(new Withdrawn.Source(source))))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private List<Consequence.Copy> copies(DeskHousehold household) {
        Recorders recorders = Recorders.of(staff.all());
        return prints.of(household.id()).stream()
                .map(print -> new Consequence.Copy(recorders.name(print.actor()), print.at()))
                .toList();
    }
}
