package dk.samblik.effect.formula;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** The days a source has spoken for, whatever it said of them; an empty answer is spoken, silence is not. */
public record Known(List<Spell> spells) {

    public Known {
        spells = List.copyOf(spells);
    }

    /** Nothing was delivered. */
    public static Known nothing() {
        return new Known(List.of());
    }

    /** Everything from this day to that one. */
    public static Known between(LocalDate from, LocalDate until) {
        return new Known(List.of(new Spell(from, until)));
    }

    /** Whether the source has spoken for the day. */
    public boolean holds(LocalDate day) {
        return spells.stream().anyMatch(spell -> spell.holds(day));
    }

    /** Whether each of its days is spoken for. */
    boolean whole(YearMonth month) {
        return month.atDay(1).datesUntil(month.atEndOfMonth().plusDays(1)).allMatch(this::holds);
    }

    /** How many of the period's days are. */
    public int days(Period period) {
        return (int) period.days().stream().filter(this::holds).count();
    }

    /** As {@link #days(Period)} in whole months, for what is told by the month: a month that is half told is not. */
    int daysOfWholeMonths(Period period) {
        return wholeMonths(period).mapToInt(YearMonth::lengthOfMonth).sum();
    }

    Stream<YearMonth> wholeMonths(Period period) {
        return period.months().stream().filter(this::whole);
    }
}
