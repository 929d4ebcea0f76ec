package dk.samblik.view;

import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.consent.Consenting;
import dk.samblik.consent.Withdrawn;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One meeting of a night, a refresh and the consent desk over the same household. {@code neighbour} is in the night's
 * chunk, {@code stranger} in a chunk that another worker of the night has; nobody takes anything back there. Without
 * {@code news} both runs are told the same.
 */
record RaceCase(
        String name,
        Taken taken,
        boolean news,
        Run night,
        Run refresh,
        ConsentedHousehold home,
        ConsentedHousehold neighbour,
        ConsentedHousehold stranger) {

    /** What the first person of the household takes back. */
    enum Taken {
        EVERYTHING(new Withdrawn.Everything()),
        ONE_DEPARTMENT(new Withdrawn.Source(Department.SOCIAL)),
        ONE_KIND(new Withdrawn.Kind(Category.MEASURES)),
        /** Everything, and nobody else is left in the household. */
        THE_LAST(new Withdrawn.Everything());

        final Withdrawn what;

        Taken(Withdrawn what) {
            this.what = what;
        }
    }

    static RaceCase of(String name, int number, Run night, Run refresh) {
        Taken taken = Taken.values()[Math.floorMod(number, Taken.values().length)];
        ConsentedPerson first = Consenting.yes("A" + number);
        ConsentedHousehold home = taken == Taken.THE_LAST
                ? Consenting.household(first)
                : Consenting.household(first, Consenting.yes("B" + number));
        return new RaceCase(
                number + " " + name,
                taken,
                number / 8 % 2 == 0,
                night,
                refresh,
                home,
                Consenting.household(Consenting.yes("N" + number)),
                Consenting.household(Consenting.yes("S" + number)));
    }

    List<ConsentedHousehold> households() {
        return List.of(home, neighbour, stranger);
    }

    Stream<ConsentedPerson> persons() {
        return households().stream().flatMap(household -> household.persons().stream());
    }

    PersonId withdrawing() {
        return home.persons().get(0).id();
    }

    /** Whether this person's consent for this department is gone in the end. */
    boolean takenBack(PersonId person, Department source) {
        return person.equals(withdrawing())
                && switch (taken) {
                    case EVERYTHING, THE_LAST -> true;
                    case ONE_DEPARTMENT -> source == Department.SOCIAL;
                    case ONE_KIND -> false;
                };
    }

    /** The kind of information that may not be stored about this person in the end. */
    Optional<Category> takenKind(PersonId person) {
        return person.equals(withdrawing()) && taken == Taken.ONE_KIND
                ? Optional.of(Category.MEASURES)
                : Optional.empty();
    }

    /** The later of the runs that published this household; what it saw is what stands. */
    Run last(ConsentedHousehold household) {
        return household.equals(home) && refresh.fence() > night.fence() ? refresh : night;
    }
}
