package dk.samblik.demo.enrolment;

import static dk.samblik.demo.people.Person.Holder.FATHER;
import static dk.samblik.demo.people.Person.Holder.MOTHER;

import dk.samblik.demo.people.Areas;
import dk.samblik.demo.people.Families;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.people.Sex;
import java.time.LocalDate;
import java.util.List;

/** Who moved out, who moved in, who died since the consent. */
final class AddressStories {

    private final Stories stories;

    AddressStories(Stories stories) {
        this.stories = stories;
    }

    void enrol() {
        sonMovedOut();
        childMovedToFather();
        newAdult("H-9151", "7.4 no. 15: a new adult moved in five days ago", 5);
        newAdult("H-9152", "7.4 no. 15: a new adult moved in twenty days ago, not asked", 20);
        dies();
    }

    private void sonMovedOut() {
        Enrolling e = stories.start("H-9141", "7.4 no. 14: the grown son moved out of the municipality");
        List<Person> couple = Families.couple(e.home(), 48);
        Person son = e.home().child(e.home().birthday(20), couple.get(0), couple.get(1), MOTHER, FATHER);
        Person sister = e.home().child(e.home().birthday(13), couple.get(0), couple.get(1), MOTHER, FATHER);
        e.participants(couple.get(0), couple.get(1), son, sister).mark(Desk.Mark.KNOWN_EVERYWHERE, son);
        e.own(couple.get(0));
        e.own(couple.get(1));
        e.own(son).notInForce();
        e.about(sister).custody(couple.get(0)).custody(couple.get(1));
        move(e, son);
        e.open();
    }

    private void childMovedToFather() {
        Enrolling e = stories.start("H-9142", "7.4 no. 14: one child moved to the father elsewhere");
        Person mother = e.home().adult(39, Sex.K);
        Person father = e.home().elsewhere(41, Sex.M);
        Person stays = e.home().child(e.home().birthday(8), mother, father, MOTHER, FATHER);
        Person moves = e.home().child(e.home().birthday(12), mother, father, MOTHER, FATHER);
        e.participants(mother, stays, moves).mark(Desk.Mark.KNOWN_EVERYWHERE, moves);
        e.own(mother);
        e.about(stays).custody(mother).custodyElsewhere(father);
        e.about(moves).custody(mother).custodyElsewhere(father).notInForce();
        move(e, moves);
        e.open();
    }

    private void newAdult(String number, String story, int daysAgo) {
        Enrolling e = stories.start(number, story);
        Person adult = e.home().adult(32, Sex.K);
        Person newcomer = e.home().lodger(34, Sex.M);
        LocalDate in = e.home().today().minusDays(daysAgo);
        Person.Residence before = new Person.Residence("01", Areas.elsewhereInTown(e.dice()), in.minusYears(2), null);
        Person.Residence now = new Person.Residence("01", e.home().address(), in, before.address());
        if (in.isAfter(e.town().statusLoad())) {
            e.town().correct(newcomer.with(before));
            e.town().change(in, newcomer.with(now));
        } else {
            e.town().correct(newcomer.with(now));
        }
        e.participants(adult).mark(Desk.Mark.KNOWN_EVERYWHERE, adult).mark(Desk.Mark.KNOWN_EVERYWHERE, newcomer);
        if (daysAgo > 14) {
            e.own(adult).notInForce();
            e.closed("7.4 no. 15");
        } else {
            e.own(adult);
            e.open();
        }
    }

    private void dies() {
        Enrolling e = stories.start("H-9161", "7.4 no. 16: a member died");
        Person wife = e.home().adult(59, Sex.K);
        Person husband = e.home().adult(63, Sex.M);
        e.home().marry(wife, husband);
        e.participants(wife, husband).mark(Desk.Mark.KNOWN_EVERYWHERE, husband);
        e.own(wife);
        e.own(husband).notInForce();
        LocalDate day = e.town().lastEvening();
        Person.Residence gone = new Person.Residence("90", null, day, e.home().address());
        e.town().change(day, e.town().person(husband.id()).with(gone).with(civil('D')));
        e.town().change(day, e.town().person(wife.id()).with(civil('E')));
        e.open();
    }

    private static void move(Enrolling e, Person person) {
        LocalDate day = e.town().lastEvening();
        Person now = e.town().person(person.id());
        e.town()
                .change(
                        day,
                        now.with(new Person.Residence(
                                "01", Areas.abroad(e.dice()), day, e.home().address())));
    }

    private static Person.Family civil(char civil) {
        return new Person.Family(0, 0, 0, civil, List.of(), null);
    }
}
