package dk.samblik.demo.enrolment;

import static dk.samblik.demo.people.Person.Holder.FATHER;
import static dk.samblik.demo.people.Person.Holder.MOTHER;

import dk.samblik.demo.people.Families;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.people.Sex;
import java.time.LocalDate;
import java.util.List;

/** Children whose consent holds or not, by who signed and by the birthday of the night. */
final class ChildStories {

    private final Stories stories;

    ChildStories(Stories stories) {
        this.stories = stories;
    }

    void enrol() {
        onlyMotherSigned();
        fatherElsewhereSigned();
        turnsFifteen();
        turnsEighteen();
        hasTurnedEighteen();
        youthWithoutOwnWord();
    }

    private void onlyMotherSigned() {
        Enrolling e = stories.start("H-9051", "7.4 no. 5: both have custody, only the mother signed");
        List<Person> couple = Families.couple(e.home(), 37);
        Person child = e.home().child(e.home().birthday(9), couple.get(0), couple.get(1), MOTHER, FATHER);
        e.participants(couple.get(0), couple.get(1), known(e, child));
        e.own(couple.get(0));
        e.own(couple.get(1));
        e.about(child).custody(couple.get(0)).notInForce();
        e.open();
    }

    private void fatherElsewhereSigned() {
        Enrolling e = stories.start("H-9061", "7.4 no. 6: father with custody lives elsewhere, has signed");
        Person mother = e.home().adult(34, Sex.K);
        Person father = e.home().elsewhere(36, Sex.M);
        Person child = e.home().child(e.home().birthday(9), mother, father, MOTHER, FATHER);
        e.participants(mother, known(e, child));
        e.own(mother);
        e.about(child).custody(mother).custodyElsewhere(father);
        e.open();
    }

    private void turnsFifteen() {
        Enrolling e = stories.start("H-9071", "7.4 no. 7: youth turns 15 tonight");
        Person mother = e.home().adult(40, Sex.K);
        Person youth = e.home().child(turning(e, 15), mother, null, MOTHER);
        Person sibling = e.home().child(e.home().birthday(11), mother, null, MOTHER);
        e.participants(mother, known(e, youth), sibling);
        e.own(mother);
        e.about(youth).custody(mother).notInForce();
        e.about(sibling).custody(mother);
        e.open();
    }

    private void turnsEighteen() {
        Enrolling e = stories.start("H-9081", "7.4 no. 8: youth turns 18 tonight, parents' consent ends");
        Person mother = e.home().adult(43, Sex.K);
        Person youth = e.home().child(turning(e, 18), mother, null, MOTHER);
        e.participants(mother, known(e, youth));
        e.own(mother);
        // As the desk wrote it while he was 17.
        e.about(youth)
                .only(List.of("CHILDREN", "SOCIAL", "EMPLOYMENT", "POPULATION"))
                .self()
                .custody(mother)
                .notInForce();
        e.open();
    }

    private void hasTurnedEighteen() {
        Enrolling e = stories.start("H-9082", "7.4 no. 8: turned 18 a month ago, own consent since");
        Person mother = e.home().adult(46, Sex.K);
        Person youth = e.home().child(turning(e, 18).minusDays(31), mother, null, MOTHER);
        e.participants(mother, known(e, youth));
        e.own(mother);
        e.own(youth).from(e.home().today().minusDays(27));
        e.open();
    }

    private void youthWithoutOwnWord() {
        Enrolling e = stories.start("H-9003", "7.2: youth of 16, only the parents signed");
        List<Person> couple = Families.couple(e.home(), 45);
        Person youth = e.home().child(e.home().birthday(16), couple.get(0), couple.get(1), MOTHER, FATHER);
        e.participants(couple.get(0), couple.get(1), known(e, youth));
        e.own(couple.get(0));
        e.own(couple.get(1));
        e.about(youth).custody(couple.get(0)).custody(couple.get(1)).notInForce();
        e.open();
    }

    // 1 January makes no number; whoever would turn then turned on the day before.
    private static LocalDate turning(Enrolling e, int age) {
        LocalDate birth = e.home().today().minusYears(age);
        return birth.getDayOfYear() == 1 ? birth.minusDays(1) : birth;
    }

    private static Person known(Enrolling e, Person person) {
        e.mark(Desk.Mark.KNOWN_EVERYWHERE, person);
        return person;
    }
}
