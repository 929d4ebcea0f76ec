package dk.samblik.demo.enrolment;

import static dk.samblik.demo.people.Person.Holder.FATHER;
import static dk.samblik.demo.people.Person.Holder.MOTHER;
import static dk.samblik.demo.people.Person.Holder.OTHER;

import dk.samblik.demo.people.Person;
import dk.samblik.demo.people.Sex;
import java.util.List;

/** Custody that changed with the last change file, is unknown, dead or held by another. */
final class CustodyStories {

    private final Stories stories;

    CustodyStories(Stories stories) {
        this.stories = stories;
    }

    void enrol() {
        grown();
        shrunk();
        unknownHolder();
        deadHolder();
        grandmother();
    }

    private void grown() {
        Enrolling e = stories.start("H-9131", "7.4 no. 13: father has got custody too, with the last change file");
        Person mother = mother(e);
        Person father = e.home().elsewhere(35, Sex.M);
        Person child = e.home().child(e.home().birthday(7), mother, father, MOTHER);
        Person.Custody new_ =
                new Person.Custody(FATHER, 0, e.town().lastEvening().minusDays(1));
        e.town()
                .change(
                        e.town().lastEvening(),
                        custody(child, child.family().custody().get(0), new_));
        e.participants(mother, child);
        e.own(mother);
        e.about(child).custody(mother).notInForce();
        e.open();
    }

    private void shrunk() {
        Enrolling e = stories.start("H-9132", "7.4 no. 13: the father's custody has ended, the consent stays");
        Person mother = mother(e);
        Person father = e.home().elsewhere(38, Sex.M);
        Person child = e.home().child(e.home().birthday(6), mother, father, MOTHER, FATHER);
        e.town()
                .change(
                        e.town().lastEvening(),
                        custody(child, child.family().custody().get(0)));
        e.participants(mother, child);
        e.own(mother);
        e.about(child).custody(mother).custodyElsewhere(father);
        e.open();
    }

    private void unknownHolder() {
        Enrolling e = stories.start("H-9004", "7.2: one custody holder is unknown");
        Person mother = mother(e);
        Person child = e.home().child(e.home().birthday(5), mother, null, MOTHER, FATHER);
        e.participants(mother, child);
        e.own(mother);
        e.about(child).custody(mother).notInForce();
        e.open();
    }

    private void deadHolder() {
        Enrolling e = stories.start("H-9005", "7.2: one custody holder is dead");
        Person mother = mother(e);
        Person father = e.home().elsewhere(49, Sex.M);
        Person child = e.home().child(e.home().birthday(12), mother, father, MOTHER, FATHER);
        e.town()
                .correct(father.with(
                        new Person.Residence("90", null, e.town().statusLoad().minusDays(40), null)));
        e.participants(mother, child);
        e.own(mother);
        e.about(child).custody(mother).notInForce();
        e.open();
    }

    private void grandmother() {
        Enrolling e = stories.start("H-9006", "7.2: custody is with the grandmother of the home");
        Person grandmother = e.home().adult(61, Sex.K);
        Person mother = e.home().elsewhere(33, Sex.K);
        Person child = e.home().child(e.home().birthday(8), mother, null);
        e.town()
                .correct(custody(
                        child,
                        new Person.Custody(
                                OTHER,
                                grandmother.id(),
                                child.identity().birth().plusYears(2))));
        e.participants(grandmother, child);
        e.own(grandmother);
        e.about(child).custody(grandmother);
        e.open();
    }

    private static Person mother(Enrolling e) {
        return e.home().adult(36, Sex.K);
    }

    private static Person custody(Person child, Person.Custody... rows) {
        Person.Family family = child.family();
        return child.with(new Person.Family(
                family.mother(), family.father(), family.spouse(), family.civil(), List.of(rows), family.guardian()));
    }
}
