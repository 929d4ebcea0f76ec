package dk.samblik.demo.enrolment;

import static dk.samblik.demo.enrolment.Participation.DECLINED;
import static dk.samblik.demo.enrolment.Participation.NOT_ASKED;
import static dk.samblik.demo.enrolment.Participation.OUTSIDE;

import dk.samblik.demo.people.Families;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.people.Sex;
import java.util.List;

/** Two adults who do not answer alike, or do not answer each other. */
final class CoupleStories {

    private final Stories stories;

    CoupleStories(Stories stories) {
        this.stories = stories;
    }

    void enrol() {
        notAsked();
        declined("H-9041", "7.4 no. 4: A yes, B no");
        lodger();
        spouses("H-9281", "7.4 no. 28: spouses consent to the team only");
        spousesTogether();
        fileRows();
    }

    private void notAsked() {
        Enrolling e = stories.start("H-9031", "7.4 no. 3: A yes, B not asked");
        List<Person> couple = couple(e, 39);
        e.participants(couple.get(0)).member(couple.get(1), NOT_ASKED);
        e.own(couple.get(0)).notInForce();
        e.closed("7.4 no. 3");
    }

    private void declined(String number, String story) {
        Enrolling e = stories.start(number, story);
        List<Person> couple = couple(e, 44);
        e.participants(couple.get(0)).member(couple.get(1), DECLINED);
        e.own(couple.get(0));
        e.open();
    }

    private void lodger() {
        Enrolling e = stories.start("H-9271", "7.4 no. 27: lodger at the address, OUTSIDE");
        Person adult = e.home().adult(50, Sex.K);
        Person lodger = e.home().lodger(27, Sex.M);
        e.participants(adult).member(lodger, OUTSIDE);
        e.mark(Desk.Mark.KNOWN_EVERYWHERE, adult).mark(Desk.Mark.KNOWN_EVERYWHERE, lodger);
        e.own(adult);
        e.open();
    }

    private void spouses(String number, String story) {
        Enrolling e = stories.start(number, story);
        List<Person> couple = couple(e, 35);
        e.participants(couple.get(0), couple.get(1));
        e.own(couple.get(0));
        e.own(couple.get(1));
        e.open();
    }

    private void spousesTogether() {
        Enrolling e = stories.start("H-9282", "7.4 no. 28: spouses consent to be spoken of together");
        List<Person> couple = couple(e, 42);
        e.participants(couple.get(0), couple.get(1));
        e.own(couple.get(0)).recipient(Vocabulary.ADULTS);
        e.own(couple.get(1)).recipient(Vocabulary.ADULTS);
        e.open();
    }

    private void fileRows() {
        Enrolling e = stories.start("H-9291", "7.4 no. 29: rows of B stand beside those of A in every file");
        List<Person> couple = couple(e, 31);
        e.participants(couple.get(0)).member(couple.get(1), DECLINED);
        e.mark(Desk.Mark.SECOND_TENANT, couple.get(0));
        e.own(couple.get(0));
        e.open();
    }

    private static List<Person> couple(Enrolling e, int age) {
        List<Person> couple = Families.couple(e.home(), age);
        couple.forEach(person -> e.mark(Desk.Mark.KNOWN_EVERYWHERE, person));
        return couple;
    }
}
