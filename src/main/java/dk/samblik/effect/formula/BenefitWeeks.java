package dk.samblik.effect.formula;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** E6: ISO weeks with at least one day of a maintenance benefit. */
public final class BenefitWeeks {

    private BenefitWeeks() {}

    /**
     * Weeks with a day of benefit, of the weeks that are told in full; a week counts once, whatever benefits meet in it, and
     * any of its seven days is enough (DREAM's rule).
     */
    public static Measured share(Collection<Spell> maintenance, Known known, Period period) {
        List<LocalDate> told =
                period.weeks().stream().filter(monday -> told(known, monday)).toList();
        long paid = told.stream()
                .filter(monday -> !Spell.days(maintenance, week(monday)).isEmpty())
                .count();
        return Measured.of(paid, told.size(), told.size(), period.weeks().size());
    }

    private static boolean told(Known known, LocalDate monday) {
        return week(monday).stream().allMatch(known::holds);
    }

    private static List<LocalDate> week(LocalDate monday) {
        return monday.datesUntil(monday.plusWeeks(1)).toList();
    }
}
