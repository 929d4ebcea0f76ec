package dk.samblik.demo.plan;

import dk.samblik.demo.enrolment.Desk;
import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.demo.enrolment.PlannedConsent;
import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.people.Town;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What everyone who plants rows may look at: the town, the desk, the night, and dice. */
public final class Setting {

    private final long seed;
    private final Town town;
    private final Desk desk;
    private final Map<Integer, Period> backs = new HashMap<>();
    private final Map<Integer, EnrolledHousehold> households = new HashMap<>();

    public Setting(long seed, Town town, Desk desk) {
        this.seed = seed;
        this.town = town;
        this.desk = desk;
        for (EnrolledHousehold household : desk.households()) {
            household.members().forEach(member -> households.put(member.person(), household));
            for (PlannedConsent consent : household.inForce()) {
                backs.put(consent.subject(), consent.back());
            }
        }
    }

    /** The town. */
    public Town town() {
        return town;
    }

    /** The civil date of the night. */
    public LocalDate night() {
        return town.night();
    }

    /** The first day a record of this person may end on and still be shown. */
    public LocalDate back(Person person) {
        return night().minus(backs.getOrDefault(person.id(), Period.ofMonths(12)));
    }

    /** Whether the person is a member of an enrolled household, whatever was answered there. */
    public boolean enrolled(Person person) {
        return households.containsKey(person.id());
    }

    /** Whether somebody of the person's household is protected on the night. */
    public boolean protectedHousehold(Person person) {
        EnrolledHousehold household = households.get(person.id());
        return household != null
                && household.members().stream()
                        .flatMap(member -> town.person(member.person()).protections().stream())
                        .anyMatch(this::inForce);
    }

    private boolean inForce(Person.Protection protection) {
        LocalDate until = protection.until();
        return protection.type().equals("0001")
                && !protection.from().isAfter(night())
                && (until == null || night().isBefore(until));
    }

    /** Whether a story needs this of a register. */
    public boolean marked(Desk.Mark mark, Person person) {
        return desk.marked(mark, person.id());
    }

    /** Dice for a purpose. */
    public Dice dice(Object... purpose) {
        List<Object> all = new ArrayList<>(List.of(purpose));
        all.add("plan");
        return Dice.of(seed, all.toArray());
    }

    /** The number a register has for a person: the old one for those it lags behind with. */
    public String numberIn(String register, Person person) {
        String earlier = person.identity().earlier();
        boolean lags = marked(Desk.Mark.LAGGING_NUMBER, person)
                || dice("lags", register, person.id()).chance(0.2);
        return earlier != null && lags && !register.equals("social") ? earlier : person.cpr();
    }

    /** A moment in the next weeks at which several appointments of this person's household fall; null for most. */
    public @Nullable LocalDateTime clashing(Person person) {
        EnrolledHousehold household = households.get(person.id());
        if (household == null) {
            return null;
        }
        Dice dice = dice("clash", household.number());
        LocalDateTime moment = weekday(night().plusDays(dice.between(2, 30))).atTime(dice.between(9, 13), 30);
        return dice.chance(0.35) ? moment : null;
    }

    /** The day, or the Monday after it if it is in a weekend. */
    public static LocalDate weekday(LocalDate day) {
        LocalDate weekday = day;
        while (weekday.getDayOfWeek() == DayOfWeek.SATURDAY || weekday.getDayOfWeek() == DayOfWeek.SUNDAY) {
            weekday = weekday.plusDays(1);
        }
        return weekday;
    }
}
