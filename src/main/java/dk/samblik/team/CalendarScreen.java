package dk.samblik.team;

import dk.samblik.view.CalendarEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Dates across departments by day, with what they run into said in words. */
record CalendarScreen(List<Day> next, List<Day> past) {

    /** One day and all that stands on it. */
    record Day(LocalDate date, List<CalendarEntry> entries) {}

    static CalendarScreen of(List<CalendarEntry> calendar, LocalDate today) {
        TreeMap<LocalDate, List<CalendarEntry>> days = new TreeMap<>();
        for (CalendarEntry entry : calendar) {
            days.computeIfAbsent(entry.date(), date -> new ArrayList<>()).add(entry);
        }
        return new CalendarScreen(
                days(days.tailMap(today, true)), days(days.headMap(today, false).descendingMap()));
    }

    /** What the reader must see about an entry: at the same time as another, on the same day, nobody came. */
    static List<Badge> marks(CalendarEntry entry, Words words) {
        List<Badge> marks = new ArrayList<>();
        if (entry.clash()) {
            marks.add(Badge.warning(words.say("calendar.same-time")));
        } else if (entry.sameDay()) {
            marks.add(Badge.neutral(words.say("calendar.same-day")));
        }
        if (entry.missed()) {
            marks.add(Badge.warning(words.say("calendar.missed")));
        }
        return marks;
    }

    private static List<Day> days(Map<LocalDate, List<CalendarEntry>> days) {
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), List.copyOf(day.getValue())))
                .toList();
    }
}
