package dk.samblik.demo.jobcenter;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.plan.Planted;
import dk.samblik.demo.plan.Setting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a day adds to every file, so that no two deliveries are alike: rows of somebody who takes no part, and, after the
 * night of the plan, a new interview for a few who do.
 */
final class Drift {

    /** How many days before the night the drift begins. */
    static final int DAYS = 7;

    private final Setting setting;
    private final List<Person> others;
    private final List<Person> members;

    Drift(Setting setting) {
        this.setting = setting;
        this.others = adults(setting).stream()
                .filter(person -> !setting.enrolled(person))
                .toList();
        this.members = adults(setting).stream().filter(setting::enrolled).toList();
    }

    /** The rows that the deliveries up to and including this day have on top of the plan. */
    List<Planted<JobCenterRow>> upTo(LocalDate day) {
        List<Planted<JobCenterRow>> rows = new ArrayList<>();
        for (LocalDate d = setting.night().minusDays(DAYS); !d.isAfter(day); d = d.plusDays(1)) {
            rows.addAll(on(d));
        }
        return rows;
    }

    private List<Planted<JobCenterRow>> on(LocalDate day) {
        Dice dice = setting.dice("drift", day);
        Sheet sheet = new Sheet();
        String cpr = dice.pick(others).cpr();
        String date = Sheet.date(day.minusDays(1));
        String id = day.toString().replace("-", "");
        sheet.addForeign(Table.SAGSBEHANDLER, "N" + id, "Vikar " + id, "", "", "", Caseworkers.UNITS.get(1), "J");
        sheet.addForeign(Table.BORGER, cpr, "", "0998", "", "", "", date, "", "Team Aktiv");
        sheet.addForeign(
                Table.SAG, "JC-D-" + id, cpr, "15.20.20", "Opstået", date, "", 2, "", Caseworkers.UNITS.get(1), "");
        sheet.addForeign(Table.ANSVARLIG, cpr, "N" + id, "15", "0", date, "");
        sheet.addForeign(Table.YDELSE, cpr, "Enkeltudgifter", "", date, date, "1.200,00", "Måned", "0998");
        interview(sheet, dice, cpr, day);
        sheet.addForeign(Table.AKTIVITET, dice.uuid(), cpr, "Nytteindsats", "", date, "", 13, "", "", "", "Planlagt");
        sheet.addForeign(Table.FRAVAER, cpr, 11, date, "");
        sheet.addForeign(
                Table.LOENTIMER, cpr, day.toString().substring(0, 7), dice.between(1, 90) + ",00", "J", "Café Måge");
        sheet.addForeign(Table.UDDANNELSE, cpr, "", "Igang", date, "");
        if (day.isAfter(setting.night())) {
            for (int i = 0; i < 5; i++) {
                interview(sheet, dice, dice.pick(members).cpr(), day);
            }
        }
        return sheet.rows();
    }

    private static void interview(Sheet sheet, Dice dice, String cpr, LocalDate day) {
        LocalDate planned = Setting.weekday(day.plusDays(dice.between(5, 25)));
        sheet.addForeign(
                Table.KONTAKT,
                dice.uuid(),
                cpr,
                "Opfølgning",
                Sheet.date(planned),
                "10:15",
                "Telefon",
                "Planlagt",
                "",
                "");
    }

    private static List<Person> adults(Setting setting) {
        return setting.town().people().stream()
                .filter(person -> person.ageOn(setting.night()) > 20)
                .filter(person -> person.residence().status().equals("01"))
                .toList();
    }
}
