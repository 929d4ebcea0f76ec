package dk.samblik.demo.bu;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Seen;
import dk.samblik.demo.plan.Setting;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** bu.elev and bu.elevfravaer, and the absence of eight months the hub's query must find. */
final class PupilRows {

    private final Setting setting;
    private final Book book;
    private final Schools schools;

    PupilRows(Setting setting, Book book) {
        this.setting = setting;
        this.book = book;
        this.schools = new Schools(setting.night());
    }

    /** One absence that counts. */
    private record Absent(LocalDate day, String category, String extent) {}

    void plant() {
        schools.write(book);
        for (Person person : setting.town().people()) {
            int grade = grade(person);
            if (grade >= 0 && grade < 10 && "01".equals(person.residence().status())) {
                pupil(person, grade);
            }
        }
    }

    private int grade(Person child) {
        LocalDate night = setting.night();
        int schoolYear = night.getMonthValue() >= 8 ? night.getYear() : night.getYear() - 1;
        return schoolYear - child.identity().birth().getYear() - 6;
    }

    private void pupil(Person child, int grade) {
        Dice dice = setting.dice("pupil", child.id());
        Schools.School school = schools.of(child, dice);
        LocalDate night = setting.night();
        LocalDate first = (night.getMonthValue() >= 8 ? night : night.minusYears(1))
                .withDayOfMonth(1)
                .withMonth(8);
        LocalDate from = first.minusYears(grade);
        String group = dice.chance(0.95) ? grade + "." + dice.any("a", "b") : "";
        if (grade > 1 && dice.chance(0.05)) {
            LocalDate left = night.minusDays(dice.between(200, 600));
            enrol(child, schools.another(school, dice), "", 0, from.isBefore(left) ? from : left.minusDays(300), left);
            from = left.plusDays(1);
        }
        enrol(child, school, group, grade, from, null);
        List<Absent> absences = absences(child, school, from, dice);
        for (int back = 0; back <= 7; back++) {
            LocalDate start = night.withDayOfMonth(1).minusMonths(back);
            if (!schools.exempt(school, start)) {
                month(child, school, start, from, absences);
            }
        }
    }

    private void enrol(
            Person child, Schools.School school, String group, int grade, LocalDate from, @Nullable LocalDate until) {
        book.write(BuTable.ELEV, book.cpr(child), school.number(), school.name(), group, grade, from, until);
        boolean over = until != null && until.isBefore(setting.back(child));
        book.count(
                BuTable.ELEV,
                child,
                over ? Fate.FILTERED : Fate.MAPPED,
                Seen.of(child.id(), "enrolment", child.shownName(), "SCHOOL", school.name(), group, from, until));
    }

    private List<Absent> absences(Person child, Schools.School school, LocalDate enrolled, Dice dice) {
        double unlawful = dice.chance(0.12) ? 0.09 : 0.006;
        double sick = dice.chance(0.15) ? 0.06 : 0.025;
        List<Absent> counted = new ArrayList<>();
        LocalDate start = setting.night().minusMonths(13);
        for (LocalDate day = start.isBefore(enrolled) ? enrolled : start;
                day.isBefore(setting.night());
                day = day.plusDays(1)) {
            boolean schoolDay = schools.schoolDay(day);
            if (schools.exempt(school, day) || !schoolDay && !dice.chance(0.001)) {
                continue;
            }
            double roll = schoolDay ? dice.below(10_000) / 10_000.0 : 0;
            String category = roll < sick ? "SYG" : roll < sick + 0.012 ? "TIL" : "ULO";
            if (roll < sick + 0.012 + unlawful) {
                Absent absent = new Absent(day, category, dice.chance(0.15) ? "DEL" : "HEL");
                Absent last = register(child, absent, dice);
                if (schoolDay) {
                    counted.add(last);
                }
            }
        }
        return counted;
    }

    // Three in a hundred are corrected later: the later registration counts.
    private Absent register(Person child, Absent absent, Dice dice) {
        String cpr = book.cpr(child);
        LocalDate day = absent.day();
        book.write(BuTable.ELEVFRAVAER, cpr, day, absent.category(), absent.extent(), day + " 08:31:00", false);
        if (!dice.chance(0.03)) {
            return absent;
        }
        String other = absent.category().equals("SYG") ? "TIL" : "SYG";
        book.write(BuTable.ELEVFRAVAER, cpr, day, other, absent.extent(), day.plusDays(2) + " 12:02:00", true);
        return new Absent(day, other, absent.extent());
    }

    private void month(
            Person child, Schools.School school, LocalDate start, LocalDate enrolled, List<Absent> absences) {
        LocalDate end = start.plusMonths(1).minusDays(1);
        LocalDate last = end.isAfter(setting.night()) ? setting.night() : end;
        LocalDate first = enrolled.isAfter(start) ? enrolled : start;
        if (first.isAfter(last)) {
            return;
        }
        long days =
                first.datesUntil(last.plusDays(1)).filter(schools::schoolDay).count();
        List<Absent> within = absences.stream()
                .filter(a -> !a.day().isBefore(first) && !a.day().isAfter(last))
                .toList();
        long partly = within.stream().filter(a -> a.extent().equals("DEL")).count();
        Seen seen = Seen.of(child.id(), "absence", child.shownName(), school.name())
                .and(YearMonth.from(start), days)
                .and(whole(within, "SYG"), whole(within, "TIL"), whole(within, "ULO"), partly);
        book.count(BuTable.ELEVFRAVAER, child, end.isBefore(setting.back(child)) ? Fate.FILTERED : Fate.MAPPED, seen);
    }

    private static long whole(List<Absent> absences, String category) {
        return absences.stream()
                .filter(a -> a.extent().equals("HEL") && a.category().equals(category))
                .count();
    }
}
