package dk.samblik.demo.enrolment;

import static dk.samblik.demo.people.Person.Holder.FATHER;
import static dk.samblik.demo.people.Person.Holder.MOTHER;

import dk.samblik.demo.people.Person;
import dk.samblik.demo.people.Person.Protection;
import dk.samblik.demo.people.Sex;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Name and address protection: in force, over, to come, for a hundred years, on a child only. */
final class ProtectionStories {

    private final Stories stories;

    ProtectionStories(Stories stories) {
        this.stories = stories;
    }

    void enrol() {
        inForce();
        adult("H-9172", "7.4 no. 17: protection is over", -500, -135);
        adult("H-9173", "7.4 no. 17: protection is to come", 40, 405);
        child();
    }

    private void inForce() {
        Enrolling e = stories.start("H-9171", "7.4 no. 17: protected member, tenancy at another address");
        Person mother = e.home().adult(30, Sex.K);
        Person child = e.home().child(e.home().birthday(4), mother, null, MOTHER);
        protect(e, mother, -100, 265);
        protect(e, child, -100, 265);
        e.participants(mother, child).mark(Desk.Mark.KNOWN_EVERYWHERE, mother).mark(Desk.Mark.OTHER_DWELLING, mother);
        e.own(mother);
        e.about(child).custody(mother);
        e.open();
    }

    private void adult(String number, String story, int from, int until) {
        Enrolling e = stories.start(number, story);
        Person adult = e.home().adult(37, Sex.M);
        protect(e, adult, from, until);
        e.participants(adult).mark(Desk.Mark.KNOWN_EVERYWHERE, adult).mark(Desk.Mark.OTHER_DWELLING, adult);
        e.own(adult);
        e.open();
    }

    private void child() {
        Enrolling e = stories.start("H-9174", "7.4 no. 17: only the child is protected, until 2101");
        Person mother = e.home().adult(35, Sex.K);
        Person father = e.home().elsewhere(39, Sex.M);
        Person child = e.home().child(e.home().birthday(10), mother, father, MOTHER, FATHER);
        LocalDate from = e.home().today().minusDays(700);
        e.town().correct(e.town().person(child.id()).with(List.of(new Protection("0001", from, from.withYear(2101)))));
        e.participants(mother, child)
                .mark(Desk.Mark.KNOWN_EVERYWHERE, child)
                .mark(Desk.Mark.OTHER_DWELLING, mother)
                .mark(Desk.Mark.KNOWN_EVERYWHERE, mother);
        e.own(mother);
        e.about(child).custody(mother).custodyElsewhere(father);
        e.open();
    }

    private static void protect(Enrolling e, Person person, int from, int until) {
        LocalDate today = e.home().today();
        @Nullable LocalDate end = today.plusDays(until);
        e.town().correct(e.town().person(person.id()).with(List.of(new Protection("0001", today.plusDays(from), end))));
    }
}
