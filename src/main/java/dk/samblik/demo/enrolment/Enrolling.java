package dk.samblik.demo.enrolment;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Home;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.people.Town;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One household while it is enrolled. Ends with {@link #open()} or {@link #closed(String)}. */
final class Enrolling {

    private final Desk desk;
    private final Home home;
    private final String number;
    private final String story;
    private final List<Member> members = new ArrayList<>();
    private final List<ConsentDraft> drafts = new ArrayList<>();
    private LocalDate enrolled;
    private @Nullable LocalDate renewed;
    private @Nullable LocalDate exit;

    Enrolling(Desk desk, Home home, String number, String story) {
        this.desk = desk;
        this.home = home;
        this.number = number;
        this.story = story;
        this.enrolled = home.today().minusDays(dice().between(25, 300));
    }

    Home home() {
        return home;
    }

    Town town() {
        return desk.town();
    }

    Dice dice() {
        return home.dice();
    }

    LocalDate enrolled() {
        return enrolled;
    }

    Enrolling enrolled(LocalDate day) {
        enrolled = day;
        return this;
    }

    /** The day on which those who had agreed by then agreed anew. */
    Enrolling renewed(LocalDate day) {
        renewed = day;
        return this;
    }

    Enrolling exit(LocalDate day) {
        exit = day;
        return this;
    }

    Enrolling mark(Desk.Mark mark, Person person) {
        desk.mark(mark, person.id());
        return this;
    }

    /** A member; adults of the home are ADULT, those under 18 CHILD. */
    Enrolling member(Person person, Participation participation) {
        return member(person, participation, person.cpr());
    }

    Enrolling member(Person person, Participation participation, String cprThen) {
        String relation = person.adultOn(home.today()) ? "ADULT" : "CHILD";
        String reason = participation == Participation.OUTSIDE ? "LODGER" : null;
        members.add(new Member(person.id(), cprThen, participation, reason, relation, known(person)));
        return this;
    }

    Enrolling participants(Person... people) {
        for (Person person : people) {
            member(person, Participation.PARTICIPANT);
        }
        return this;
    }

    /** A consent about somebody, with nobody's signature yet. */
    ConsentDraft about(Person subject) {
        ConsentDraft draft = new ConsentDraft(subject, givenFor(subject), dice());
        if (!subject.adultOn(home.today())) {
            draft.only(
                    List.of("CHILDREN", "SOCIAL", "POPULATION", subject.ageOn(home.today()) > 14 ? "EMPLOYMENT" : ""));
        }
        drafts.add(draft);
        return draft;
    }

    /** An adult's own consent. */
    ConsentDraft own(Person adult) {
        return about(adult).self();
    }

    void open() {
        finish(null);
    }

    void closed(String reason) {
        finish(reason);
    }

    // Signed at 14 or 17, a consent ends on the birthday; the desk asks again then.
    private LocalDate givenFor(Person subject) {
        LocalDate given = known(subject);
        if (renewed != null && renewed.isAfter(given)) {
            given = renewed;
        }
        for (int age : new int[] {15, 18}) {
            LocalDate turned = subject.identity().birth().plusYears(age);
            if (turned.isBefore(home.today()) && turned.isAfter(given)) {
                given = turned.plusDays(1);
            }
        }
        return given;
    }

    // A baby born into an enrolled household is a member from the week after.
    private LocalDate known(Person person) {
        LocalDate week = person.identity().birth().plusDays(7);
        return week.isAfter(enrolled) ? week : enrolled;
    }

    private void finish(@Nullable String closedBy) {
        List<PlannedConsent> consents =
                drafts.stream().map(ConsentDraft::written).toList();
        desk.add(new EnrolledHousehold(
                dice().uuid(), number, home.area(), enrolled, exit, story, closedBy, members, consents));
    }
}
