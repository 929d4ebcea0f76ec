package dk.samblik.demo.enrolment;

import dk.samblik.demo.people.Person;
import dk.samblik.demo.people.Sex;
import java.time.LocalDate;
import java.util.List;

/** One adult: yes, no, partly, expired, withdrawn, without proof, under guardianship, gone. */
final class AdultStories {

    private final Stories stories;

    AdultStories(Stories stories) {
        this.stories = stories;
    }

    void enrol() {
        yesToAll();
        nobodySigned();
        withoutSocial();
        expired();
        lastDay();
        withdrawn();
        withoutEvidence();
        guardianship();
        leftTheProject();
    }

    private void yesToAll() {
        Enrolling e = stories.start("H-9011", "7.4 no. 1: one adult, active consent, all sources");
        Person adult = known(e, 41, Sex.K);
        e.own(adult);
        e.open();
    }

    private void nobodySigned() {
        Enrolling e = stories.start("H-9021", "7.4 no. 2: no consent, no source is contacted");
        known(e, 38, Sex.K);
        known(e, 40, Sex.M);
        e.closed("7.4 no. 2");
    }

    private void withoutSocial() {
        Enrolling e = stories.start("H-9091", "7.4 no. 9: partial, no SOCIAL");
        e.own(known(e, 33, Sex.M)).without("SOCIAL");
        e.open();
    }

    private void expired() {
        Enrolling e = stories.start("H-9121", "7.4 no. 12: expired at midnight");
        LocalDate lastDay = e.home().today().minusDays(1);
        e.enrolled(lastDay.minusYears(1).plusDays(1));
        e.own(known(e, 47, Sex.K)).to(lastDay).notInForce();
        e.closed("7.4 no. 12");
    }

    private void lastDay() {
        Enrolling e = stories.start("H-9122", "7.4 no. 12: the last day is included");
        LocalDate today = e.home().today();
        e.enrolled(today.minusYears(1).plusDays(1));
        e.own(known(e, 52, Sex.M)).to(today);
        e.open();
    }

    private void withdrawn() {
        Enrolling e = stories.start("H-9111", "7.4 no. 11: withdrawn");
        e.own(known(e, 29, Sex.K)).status("WITHDRAWN").notInForce();
        e.closed("7.4 no. 11");
    }

    private void withoutEvidence() {
        Enrolling e = stories.start("H-9261", "7.4 no. 26: evidence missing, stays DRAFT");
        e.own(known(e, 36, Sex.M)).withoutEvidence().notInForce();
        e.closed("7.4 no. 26");
    }

    private void guardianship() {
        Enrolling e = stories.start("H-9001", "7.2: adult under guardianship, only own signature");
        Person adult = known(e, 58, Sex.M);
        Person guardian = e.home().elsewhere(55, Sex.K);
        Person.Family family = adult.family();
        e.town()
                .correct(adult.with(new Person.Family(
                        0,
                        0,
                        0,
                        family.civil(),
                        List.of(),
                        new Person.Guardian(guardian.id(), e.enrolled().minusYears(3)))));
        e.own(adult).notInForce();
        e.closed("7.2 guardianship");
    }

    private void leftTheProject() {
        Enrolling e = stories.start("H-9002", "7.3: the household has left the project");
        e.enrolled(e.home().today().minusDays(200)).exit(e.home().today().minusDays(12));
        e.own(known(e, 45, Sex.K)).notInForce();
        e.closed("7.3 exit");
    }

    private static Person known(Enrolling e, int age, Sex sex) {
        Person adult = e.home().adult(age, sex);
        e.participants(adult).mark(Desk.Mark.KNOWN_EVERYWHERE, adult);
        return adult;
    }
}
