package dk.samblik.demo.bu;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.plan.Setting;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** bu.fremmoede: a day is marked by a check-in or by a code, or not at all. */
final class CheckIns {

    private final Setting setting;
    private final Book book;
    private final LocalDate since;

    CheckIns(Setting setting, Book book) {
        this.setting = setting;
        this.book = book;
        this.since = new Schools(setting.night()).quarter(1);
    }

    /**
     * How days were marked: KOM, SYG, FERIE, FRI, unmarked days are absent; and how many minutes a child that came stayed, 0
     * where nobody can tell.
     */
    record Marks(Map<LocalDate, String> days, Map<LocalDate, Integer> minutes) {}

    /** Writes the days up to the night. */
    Marks write(Person child, LocalDate from, Set<LocalDate> closed, Dice dice) {
        Map<LocalDate, String> marks = new HashMap<>();
        Map<LocalDate, Integer> minutes = new HashMap<>();
        String cpr = book.cpr(child);
        for (LocalDate day = from.isAfter(since) ? from : since; day.isBefore(setting.night()); day = day.plusDays(1)) {
            int roll = dice.below(100);
            if (!weekday(day) || closed.contains(day) || roll >= 95) {
                continue;
            }
            String mark = roll < 84 ? "KOM" : roll < 89 ? "SYG" : roll < 93 ? "FERIE" : "FRI";
            marks.put(day, mark);
            if (roll < 84) {
                String out = dice.chance(0.08) ? "" : dice.chance(0.005) ? "06:10" : "15:" + dice.between(10, 55);
                String in = "0" + dice.between(7, 8) + ":" + dice.between(10, 55);
                book.write(BuTable.FREMMOEDE, cpr, day, in, out, "");
                minutes.put(day, out.isEmpty() ? 0 : Math.max(0, minutes(in, out)));
            } else {
                book.write(BuTable.FREMMOEDE, cpr, day, "", "", mark);
            }
        }
        return new Marks(marks, minutes);
    }

    private static int minutes(String in, String out) {
        return (int) Duration.between(LocalTime.parse(in), LocalTime.parse(out)).toMinutes();
    }

    static boolean weekday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }
}
