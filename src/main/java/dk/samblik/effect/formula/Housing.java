package dk.samblik.effect.formula;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** H1: a home without a threat to it. */
public final class Housing {

    private static final int SERIOUS = 2;

    private Housing() {}

    /** What threatens a home: a termination, an eviction, or a step of reminding (0 to 3) over days. */
    public sealed interface Threat {

        record Termination(LocalDate day) implements Threat {}

        record Eviction(LocalDate day) implements Threat {}

        record Reminder(int step, Spell days) implements Threat {}
    }

    /** H1: 1 if there was no termination, no eviction and no arrears at step 2 or above in the period, else 0. */
    public static Measured stable(Collection<Threat> threats, Known known, Period period) {
        boolean stable = threats.stream().noneMatch(threat -> serious(threat, period));
        return Measured.of(stable ? 1 : 0, 1, known.days(period), period.days().size());
    }

    private static boolean serious(Threat threat, Period period) {
        if (threat instanceof Threat.Reminder reminder) {
            return reminder.step() >= SERIOUS
                    && !Spell.days(List.of(reminder.days()), period.days()).isEmpty();
        }
        LocalDate day =
                threat instanceof Threat.Termination termination ? termination.day() : ((Threat.Eviction) threat).day();
        return !day.isBefore(period.from()) && !day.isAfter(period.until());
    }
}
