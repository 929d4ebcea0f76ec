package dk.samblik.effect.formula;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Days in a row, both ends among them; {@code until} null is without an end. */
public record Spell(LocalDate from, @Nullable LocalDate until) {

    /** Whether it holds the day. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** The days of the list that at least one of these holds, each once. */
    static Set<LocalDate> days(Collection<Spell> spells, List<LocalDate> among) {
        Set<LocalDate> days = new TreeSet<>();
        among.stream()
                .filter(day -> spells.stream().anyMatch(spell -> spell.holds(day)))
                .forEach(days::add);
        return days;
    }
}
