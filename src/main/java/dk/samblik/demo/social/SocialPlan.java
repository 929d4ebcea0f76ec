package dk.samblik.demo.social;

import dk.samblik.demo.enrolment.Desk;
import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.people.Sex;
import dk.samblik.demo.plan.Planted;
import dk.samblik.demo.plan.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every citizen the system knows, what the hub must count, and about whom it must say that there is no answer. */
public record SocialPlan(List<Citizen> citizens, List<Planted<String>> counted, Map<Integer, String> states) {

    public SocialPlan {
        citizens = List.copyOf(citizens);
        counted = List.copyOf(counted);
        states = Map.copyOf(states);
    }

    /** Plants the records of all citizens. */
    public static SocialPlan make(Setting setting) {
        return new Maker(setting).make();
    }

    /** Makes the plan. */
    private static final class Maker {

        private static final long A_PRIME = 10_000_019;

        private final Setting setting;
        private final List<Citizen> citizens = new ArrayList<>();
        private final List<Planted<String>> counted = new ArrayList<>();
        private final Map<Integer, String> states = new HashMap<>();
        private final CaseItems cases = new CaseItems();
        private final GrantItems grants = new GrantItems();
        private final CalendarItems calendar = new CalendarItems();
        private final Staff staff;

        Maker(Setting setting) {
            this.setting = setting;
            this.staff = new Staff(setting.town().names(), setting.dice("social"));
        }

        SocialPlan make() {
            for (Person person : setting.town().people()) {
                if (known(person)) {
                    citizen(person);
                }
            }
            replacementNumber();
            return new SocialPlan(citizens, counted, states);
        }

        private boolean known(Person person) {
            if (setting.marked(Desk.Mark.UNKNOWN_TO_SOCIAL, person)) {
                return false;
            }
            int age = person.ageOn(setting.night());
            boolean story = setting.marked(Desk.Mark.KNOWN_EVERYWHERE, person)
                    || setting.marked(Desk.Mark.NOT_ACCESSIBLE, person)
                    || setting.marked(Desk.Mark.ALWAYS_FAILS, person);
            double chance = age < 15 ? 0.03 : setting.enrolled(person) ? 0.45 : 0.12;
            return story || setting.dice("citizen", person.id()).chance(chance);
        }

        private void citizen(Person person) {
            Dice dice = setting.dice("social", person.id());
            Citizen.Answer answer = answer(person, dice);
            RecordDraft record = new RecordDraft(person, setting, answer, dice);
            // Some are known and have nothing.
            if (setting.marked(Desk.Mark.KNOWN_EVERYWHERE, person) || !dice.chance(0.05)) {
                Staff.Employee primary = staff.write(record);
                cases.write(record, primary);
                grants.write(record);
                calendar.write(record, primary);
            }
            counted.addAll(record.counted());
            String earlier = person.identity().earlier();
            Set<String> numbers = earlier == null ? Set.of(person.cpr()) : Set.of(person.cpr(), earlier);
            int id = 40_000 + (int) (person.id() * 7L % A_PRIME);
            citizens.add(
                    new Citizen(id, person.cpr(), numbers, record.blanks(person.shownName()), answer, record.lists()));
        }

        private Citizen.Answer answer(Person person, Dice dice) {
            if (setting.marked(Desk.Mark.ALWAYS_FAILS, person)) {
                states.put(person.id(), "UNAVAILABLE");
                return Citizen.Answer.FAILS;
            }
            boolean story = setting.marked(Desk.Mark.KNOWN_EVERYWHERE, person);
            if (setting.marked(Desk.Mark.NOT_ACCESSIBLE, person) || !story && dice.chance(0.02)) {
                states.put(person.id(), "NOT_ACCESSIBLE");
                return dice.any(Citizen.Answer.HIDDEN_IN_SEARCH, Citizen.Answer.HIDDEN_IN_EXTRACT);
            }
            return Citizen.Answer.OK;
        }

        private void replacementNumber() {
            Dice dice = setting.dice("social", "replacement");
            String number = setting.town()
                    .numbers()
                    .issueReplacement(setting.night().minusYears(44).withDayOfYear(90), Sex.K, dice);
            Map<String, @Nullable List<Map<String, @Nullable Object>>> lists = new LinkedHashMap<>();
            citizens.add(new Citizen(39_999, number, Set.of(number), "Ukendt", Citizen.Answer.OK, lists));
        }
    }
}
