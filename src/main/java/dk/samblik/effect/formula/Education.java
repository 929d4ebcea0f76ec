package dk.samblik.effect.formula;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** E4: days under education that is going on. */
public final class Education {

    private final Set<LocalDate> days;
    private final Known known;
    private final Period period;

    private Education(Set<LocalDate> days, Known known, Period period) {
        this.days = days;
        this.known = known;
        this.period = period;
    }

    /** What the source told of education with the status in progress. */
    public static Education of(Collection<Spell> inProgress, Known known, Period period) {
        List<LocalDate> told = period.days().stream().filter(known::holds).toList();
        return new Education(Spell.days(inProgress, told), known, period);
    }

    /** E4: days of education of the days that are told; overlapping rows count once. */
    public Measured share() {
        int told = known.days(period);
        return Measured.of(days.size(), told, told, period.days().size());
    }

    boolean tells(YearMonth month) {
        return known.whole(month);
    }

    long daysIn(YearMonth month) {
        return days.stream().filter(day -> YearMonth.from(day).equals(month)).count();
    }
}
