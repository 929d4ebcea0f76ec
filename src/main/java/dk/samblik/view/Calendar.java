package dk.samblik.view;

import dk.samblik.mapping.Fact;
import dk.samblik.view.CalendarEntry.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All dates near today over all departments, so that what nobody coordinates is seen. */
final class Calendar {

    private static final int DAYS = 30;
    private static final Comparator<CalendarEntry> BY_TIME = Comparator.comparing(CalendarEntry::date)
            .thenComparing(CalendarEntry::start, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(CalendarEntry::kind)
            .thenComparing(CalendarEntry::toString);

    private Calendar() {}

    static List<CalendarEntry> of(Frame frame, Shown shown, List<Clash> clashes, LocalDate today) {
        Set<Sourced<Fact.Appointment>> clashing = new HashSet<>();
        clashes.forEach(clash -> clashing.addAll(clash.appointments()));
        List<CalendarEntry> entries = new ArrayList<>();
        LocalDate meeting = frame.meeting();
        if (meeting != null) {
            entries.add(new CalendarEntry(
                    meeting,
                    frame.meetingTime(),
                    null,
                    Kind.MEETING,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    false,
                    false,
                    null));
        }
        shown.of(Fact.Appointment.class, Comparator.comparing(Fact.Appointment::date))
                .forEach(appointment -> entries.add(entry(appointment, clashing.contains(appointment))));
        shown.of(Fact.Deadline.class, Comparator.comparing(Fact.Deadline::date))
                .forEach(deadline -> entries.add(entry(deadline)));
        entries.removeIf(entry ->
                entry.date().isBefore(today.minusDays(DAYS)) || entry.date().isAfter(today.plusDays(DAYS)));
        return together(entries);
    }

    private static CalendarEntry entry(Sourced<Fact.Appointment> sourced, boolean clash) {
        Fact.Appointment a = sourced.fact();
        return new CalendarEntry(
                a.date(),
                a.start(),
                a.end(),
                Kind.APPOINTMENT,
                sourced.person(),
                sourced.from().source(),
                a.kind(),
                a.status(),
                a.form(),
                a.place(),
                clash,
                false,
                "MISSED".equals(a.status().canonical()),
                sourced.from());
    }

    private static CalendarEntry entry(Sourced<Fact.Deadline> sourced) {
        Fact.Deadline d = sourced.fact();
        return new CalendarEntry(
                d.date(),
                null,
                null,
                d.met() == null ? Kind.DEADLINE : Kind.DEADLINE_MET,
                sourced.person(),
                sourced.from().source(),
                d.kind(),
                null,
                null,
                null,
                false,
                false,
                false,
                sourced.from());
    }

    private static List<CalendarEntry> together(List<CalendarEntry> entries) {
        Map<LocalDate, Long> standing = entries.stream()
                .filter(Calendar::stands)
                .collect(Collectors.groupingBy(CalendarEntry::date, Collectors.counting()));
        return entries.stream()
                .map(entry -> stands(entry) && standing.getOrDefault(entry.date(), 0L) > 1 ? sameDay(entry) : entry)
                .sorted(BY_TIME)
                .toList();
    }

    private static boolean stands(CalendarEntry entry) {
        return entry.kind() != Kind.DEADLINE_MET
                && (entry.status() == null || !"CANCELLED".equals(entry.status().canonical()));
    }

    private static CalendarEntry sameDay(CalendarEntry e) {
        return new CalendarEntry(
                e.date(),
                e.start(),
                e.end(),
                e.kind(),
                e.person(),
                e.department(),
                e.what(),
                e.status(),
                e.form(),
                e.place(),
                e.clash(),
                true,
                e.missed(),
                e.from());
    }
}
