package dk.samblik.demo.enrolment;

import static dk.samblik.demo.people.Person.Holder.FATHER;
import static dk.samblik.demo.people.Person.Holder.MOTHER;

import dk.samblik.demo.people.Person;
import dk.samblik.demo.people.Sex;
import java.time.LocalDate;

/** What a register says or does not say: not accessible, failing, unborn, without consent, two numbers. */
final class RegisterStories {

    private final Stories stories;

    RegisterStories(Stories stories) {
        this.stories = stories;
    }

    void enrol() {
        marked("H-9201", "7.4 no. 20: social says not accessible", Desk.Mark.NOT_ACCESSIBLE);
        marked("H-9211", "7.4 no. 21: the record of one citizen always fails", Desk.Mark.ALWAYS_FAILS);
        marked("H-9007", "6: a person one source does not know", Desk.Mark.UNKNOWN_TO_SOCIAL);
        marked("H-9221", "7.4 no. 22: unborn-child row on the mother", Desk.Mark.EXPECTING);
        measureWithoutConsent();
        newNumber("H-9251", "7.4 no. 25: old and new number, the desk knows the new one");
        newNumber("H-9252", "7.4 no. 25: old and new number, the desk knows the old one");
    }

    private void marked(String number, String story, Desk.Mark mark) {
        Enrolling e = stories.start(number, story);
        Person adult = e.home().adult(28, Sex.K);
        e.participants(adult).mark(mark, adult).mark(Desk.Mark.KNOWN_EVERYWHERE, adult);
        e.own(adult);
        e.open();
    }

    private void measureWithoutConsent() {
        Enrolling e = stories.start("H-9231", "7.4 no. 23: measures without consent");
        Person mother = e.home().adult(32, Sex.K);
        Person father = e.home().elsewhere(33, Sex.M);
        Person child = e.home().child(e.home().birthday(10), mother, father, MOTHER, FATHER);
        e.participants(mother, child)
                .mark(Desk.Mark.MEASURE_WITHOUT_CONSENT, child)
                .mark(Desk.Mark.KNOWN_EVERYWHERE, child);
        e.own(mother);
        e.about(child).custody(mother).custodyElsewhere(father);
        e.open();
    }

    private void newNumber(String number, String story) {
        Enrolling e = stories.start(number, story);
        Person before = e.home().adult(26, Sex.K);
        LocalDate day = e.town().lastEvening();
        LocalDate birth = before.identity().birth();
        String cpr = e.town().numbers().issue(birth, Sex.M, e.dice());
        Person after = before.with(new Person.Identity(cpr, Sex.M, birth, before.cpr(), day));
        e.town().change(day, after);
        e.member(after, Participation.PARTICIPANT, number.endsWith("2") ? before.cpr() : cpr);
        e.mark(Desk.Mark.KNOWN_EVERYWHERE, after).mark(Desk.Mark.LAGGING_NUMBER, after);
        e.own(after);
        e.open();
    }
}
