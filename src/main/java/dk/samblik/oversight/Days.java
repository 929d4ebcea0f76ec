package dk.samblik.oversight;

import dk.samblik.household.CivilClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A period of whole days in Copenhagen, the last one included. */
record Days(LocalDate from, LocalDate until) {

    Days {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a period ends before it begins");
        }
    }

    /**
     * The days somebody wrote; what is not written is today, or so far back from the end. Empty where one is no date, or
     * the end is before the beginning.
     */
    static Optional<Days> read(@Nullable String from, @Nullable String until, LocalDate today, Period back) {
        Optional<LocalDate> end = blank(until) ? Optional.of(today) : CivilClock.day(until);
        Optional<LocalDate> begin = blank(from) ? end.map(day -> day.minus(back)) : CivilClock.day(from);
        return end.isEmpty() || begin.isEmpty() || end.get().isBefore(begin.get())
                ? Optional.empty()
                : Optional.of(new Days(begin.get(), end.get()));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** When the first day begins. */
    Instant begins() {
        return from.atStartOfDay(CivilClock.COPENHAGEN).toInstant();
    }

    /** When the last day is over. */
    Instant ends() {
        return until.plusDays(1).atStartOfDay(CivilClock.COPENHAGEN).toInstant();
    }
}
