package dk.samblik.demo.bu;

import dk.samblik.demo.people.Areas;
import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Person;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;

/** The schools of Fjordsted and their calendars. Havneskolen is on a welfare agreement and sends nothing for a quarter. */
final class Schools {

    private static final List<School> ALL = List.of(
            new School("70012", "Lærkeskolen"),
            new School("70013", "Moseskolen"),
            new School("700145", "Skovparkskolen"),
            new School("70016", "Havneskolen"));

    private final LocalDate night;

    Schools(LocalDate night) {
        this.night = night;
    }

    /** A school by its institution number. */
    record School(String number, String name) {}

    /** The school of a child: the area's own, Havneskolen for one in eight. */
    School of(Person child, Dice dice) {
        var address = child.residence().address();
        if (address == null || dice.chance(0.12)) {
            return ALL.get(3);
        }
        for (int i = 0; i < Areas.ALL.size(); i++) {
            if (Areas.ALL.get(i).roads().stream().anyMatch(road -> road.code().equals(address.road()))) {
                return ALL.get(i);
            }
        }
        return ALL.get(3);
    }

    School another(School than, Dice dice) {
        return dice.pick(ALL.stream().filter(school -> !school.equals(than)).toList());
    }

    /** The first day of a quarter, counted back from the running one. */
    LocalDate quarter(int back) {
        LocalDate first = night.withDayOfMonth(1).withMonth(night.get(IsoFields.QUARTER_OF_YEAR) * 3 - 2);
        return first.minusMonths(3L * back);
    }

    /** Whether the school sends neither calendar nor absence for this day. */
    boolean exempt(School school, LocalDate day) {
        return school.equals(ALL.get(3)) && !day.isBefore(quarter(1)) && day.isBefore(quarter(0));
    }

    /** Whether it is a school day. */
    boolean schoolDay(LocalDate day) {
        int month = day.getMonthValue();
        int date = day.getDayOfMonth();
        boolean summer = month == 7 || month == 8 && date < 10 || month == 6 && date > 27;
        boolean winter = month == 12 && date > 21 || month == 1 && date < 3;
        int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !summer && !winter && week != 42 && week != 7;
    }

    /** Writes the calendars, from five quarters back to the end of the running one. */
    void write(Book book) {
        for (School school : ALL) {
            for (LocalDate day = quarter(5); day.isBefore(quarter(-1)); day = day.plusDays(1)) {
                if (!exempt(school, day)) {
                    book.write(BuTable.SKOLEKALENDER, school.number(), day, schoolDay(day));
                }
            }
        }
    }
}
