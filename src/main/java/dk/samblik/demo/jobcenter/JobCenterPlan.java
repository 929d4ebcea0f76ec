package dk.samblik.demo.jobcenter;

import dk.samblik.demo.enrolment.Desk;
import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.people.Sex;
import dk.samblik.demo.plan.Planted;
import dk.samblik.demo.plan.Setting;
import java.time.LocalDate;
import java.util.List;

/** Every row the job centre has about anybody of the town, in the order of its files. */
public final class JobCenterPlan {

    private final Setting setting;
    private final Sheet sheet = new Sheet();

    private JobCenterPlan(Setting setting) {
        this.setting = setting;
    }

    /** Plants the rows of all clients. */
    public static List<Planted<JobCenterRow>> make(Setting setting) {
        return new JobCenterPlan(setting).plant();
    }

    private List<Planted<JobCenterRow>> plant() {
        Dice dice = setting.dice("jobcenter");
        Caseworkers caseworkers = new Caseworkers(setting.town().names(), dice);
        caseworkers.write(sheet);
        PersonRows people = new PersonRows(sheet, caseworkers);
        CaseRows cases = new CaseRows(sheet, caseworkers);
        BenefitRows benefits = new BenefitRows(sheet);
        MeetingRows meetings = new MeetingRows(sheet, caseworkers);
        OfferRows offers = new OfferRows(sheet);
        WorkRows work = new WorkRows(sheet);
        for (Person person : setting.town().people()) {
            if (isClient(person)) {
                Client client = client(person);
                people.plant(client);
                cases.plant(client);
                benefits.plant(client);
                meetings.plant(client);
                offers.plant(client);
                work.plant(client);
            }
        }
        replacementNumber(dice);
        return sheet.rows();
    }

    private boolean isClient(Person person) {
        int age = person.ageOn(setting.night());
        if (age < 15 || age > 66 || person.residence().status().equals("90") && !setting.enrolled(person)) {
            return false;
        }
        if (setting.marked(Desk.Mark.KNOWN_EVERYWHERE, person)) {
            return true;
        }
        double chance = setting.enrolled(person) ? 0.78 : 0.24;
        return setting.dice("client", person.id()).chance(age < 18 ? 0.05 : chance);
    }

    private Client client(Person person) {
        Dice dice = setting.dice("jobcenter", person.id());
        return new Client(
                person,
                setting.numberIn("jobcenter", person),
                TargetGroups.pick(person.ageOn(setting.night()), dice),
                setting.night().minusDays(dice.between(40, 1100)),
                setting.night(),
                setting.back(person),
                setting.clashing(person),
                dice);
    }

    // Somebody without a CPR number; the number stands in no other system.
    private void replacementNumber(Dice dice) {
        LocalDate birth = setting.night().minusYears(31).withDayOfYear(137);
        String number = setting.town().numbers().issueReplacement(birth, Sex.M, dice);
        sheet.addForeign(Table.BORGER, number, "Petrenko, Andrij", "0998", "6.13", "", "", "", "", "Team Aktiv");
        sheet.addForeign(
                Table.SAG,
                "JC-E-000001",
                number,
                "15.20.20",
                "Oplyst",
                Sheet.date(setting.night().minusDays(80)),
                "",
                2,
                "",
                Caseworkers.UNITS.get(0),
                "");
    }
}
