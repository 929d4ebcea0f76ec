package dk.samblik.demo.enrolment;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Families;
import dk.samblik.demo.people.Home;
import dk.samblik.demo.people.Person;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The many households without a story: families of one to six of whom most say yes to most. All of them are open. */
public final class OrdinaryHouseholds {

    /** Four of so many, in every area, have taken part for about a year or more: there is an effect to measure. */
    private static final int LONG = 10;

    /** Who has taken part for long agrees to what reaches half a year before that. */
    private static final Period BEFORE_AND_SINCE = Period.ofMonths(24);

    private final Desk desk;

    public OrdinaryHouseholds(Desk desk) {
        this.desk = desk;
    }

    /** Enrols the n-th ordinary household. */
    public void enrol(int n) {
        Home home = desk.home();
        Families.enrolled(home);
        Enrolling enrolling = new Enrolling(desk, home, String.format(Locale.ROOT, "H-%04d", 100 + n), "");
        if (enrolling.dice().chance(0.06)) {
            enrolling.enrolled(home.today().minusDays(enrolling.dice().between(338, 355)));
        } else if (n % LONG < 4) {
            LocalDate then = home.today().minusDays(340 + n * 37 % 200);
            enrolling.enrolled(then).renewed(then.plusMonths(11));
        }
        LocalDate today = home.today();
        List<Person> adults =
                home.people().stream().filter(p -> p.adultOn(today)).toList();
        Set<Integer> declined = decide(enrolling, adults);
        for (Person person : home.people()) {
            boolean no = declined.contains(person.id());
            enrolling.member(person, no ? Participation.DECLINED : Participation.PARTICIPANT);
        }
        adults.stream()
                .filter(adult -> !declined.contains(adult.id()))
                .filter(adult ->
                        adult.equals(adults.get(0)) || !enrolling.dice().chance(0.03))
                .forEach(adult -> shape(enrolling.own(adult), enrolling));
        home.people().stream().filter(p -> !p.adultOn(today)).forEach(child -> child(enrolling, child, declined));
        enrolling.open();
    }

    private static Set<Integer> decide(Enrolling enrolling, List<Person> adults) {
        Set<Integer> declined = new HashSet<>();
        for (Person adult : adults.subList(1, adults.size())) {
            if (enrolling.dice().chance(0.08)) {
                declined.add(adult.id());
            }
        }
        return declined;
    }

    private static void child(Enrolling enrolling, Person child, Set<Integer> declined) {
        Dice dice = enrolling.dice();
        ConsentDraft draft = shape(enrolling.about(child), enrolling);
        if (child.ageOn(enrolling.home().today()) >= 15) {
            draft.self();
        }
        Person mother = enrolling.town().person(child.family().mother());
        sign(draft, mother, declined, dice);
        if (child.family().custody().size() > 1) {
            Person father = enrolling.town().person(child.family().father());
            if (enrolling.home().people().contains(father)) {
                sign(draft, father, declined, dice);
            } else if (dice.chance(0.75)) {
                draft.custodyElsewhere(father);
            } else {
                draft.notInForce();
            }
        }
    }

    // Who wants no part himself may still sign for his child; half of them do.
    private static void sign(ConsentDraft draft, Person holder, Set<Integer> declined, Dice dice) {
        if (!declined.contains(holder.id()) || dice.chance(0.5)) {
            draft.custody(holder);
        } else {
            draft.notInForce();
        }
    }

    private static ConsentDraft shape(ConsentDraft draft, Enrolling enrolling) {
        Dice dice = enrolling.dice();
        if (enrolling.enrolled().isBefore(enrolling.home().today().minusYears(1))) {
            draft.back(BEFORE_AND_SINCE);
        }
        if (dice.chance(0.08)) {
            draft.without("SOCIAL");
        }
        if (dice.chance(0.04)) {
            draft.without("HOUSING");
        }
        if (dice.chance(0.08)) {
            draft.back(Period.ofMonths(6));
        }
        if (dice.chance(0.4)) {
            draft.recipient(Vocabulary.HOUSING);
        }
        if (dice.chance(0.5)) {
            draft.recipient(Vocabulary.ADULTS);
        }
        return draft;
    }
}
