package dk.samblik.demo;

import dk.samblik.demo.plan.Seen;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Planned appointments of different registers or members at the same time. */
final class Clashes {

    private Clashes() {}

    static List<String> lines(List<Seen> planned) {
        Map<LocalDate, List<Seen>> byDay = planned.stream()
                .filter(seen -> seen.slot() != null)
                .collect(Collectors.groupingBy(seen -> slot(seen).date(), TreeMap::new, Collectors.toList()));
        return byDay.entrySet().stream()
                .filter(day -> clashing(day.getValue()) > 1)
                .map(day -> Seen.line("clash", day.getKey(), clashing(day.getValue())))
                .toList();
    }

    private static long clashing(List<Seen> day) {
        return day.stream()
                .filter(one -> day.stream().anyMatch(other -> clash(one, other)))
                .count();
    }

    private static boolean clash(Seen one, Seen other) {
        Seen.Slot a = slot(one);
        Seen.Slot b = slot(other);
        boolean different = one.person() != other.person() || !a.register().equals(b.register());
        return different && a.start().isBefore(b.end()) && b.start().isBefore(a.end());
    }

    private static Seen.Slot slot(Seen seen) {
        Seen.Slot slot = seen.slot();
        if (slot == null) {
            throw new IllegalArgumentException("only appointments with a time can clash");
        }
        return slot;
    }
}
