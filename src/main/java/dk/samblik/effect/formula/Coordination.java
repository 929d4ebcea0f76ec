package dk.samblik.effect.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** C1 to C6: how much of the municipality a household meets. No direction is good or bad: finding help can open cases. */
public final class Coordination {

    private static final int FEWEST_APPOINTMENTS = 5;

    private Coordination() {}

    /** A case of a department, open from {@code opened} to the day before {@code closed}; {@code worker} null: nobody named. */
    public record Case(
            String department,
            String key,
            LocalDate opened,
            @Nullable LocalDate closed,
            @Nullable String worker) {

        boolean openOn(LocalDate day) {
            return !opened.isAfter(day) && (closed == null || closed.isAfter(day));
        }
    }

    /** An appointment that has been: held, or the citizen did not come. Cancelled and planned ones are none. */
    public record Appointment(LocalDate day, boolean held) {}

    /** An agreement of a meeting and what came of it: when the measure it led to began, and when it was marked as done. */
    public record Agreement(
            LocalDate made,
            @Nullable LocalDate began,
            @Nullable LocalDate done) {

        /** The start of its measure, else the day it was done, and no day before it was made; empty while neither is told. */
        public Optional<LocalDate> acted() {
            return Optional.ofNullable(began == null ? done : began).map(day -> day.isBefore(made) ? made : day);
        }
    }

    /** C1: departments with an open case on the day, which is the last of a month. */
    public static int departments(Collection<Case> cases, LocalDate day) {
        return different(cases, day, Case::department);
    }

    /** C2: open cases on the day. */
    public static int cases(Collection<Case> cases, LocalDate day) {
        return different(cases, day, one -> one.department() + "|" + one.key());
    }

    /** C3: different responsible caseworkers of the open cases on the day. */
    public static int caseworkers(Collection<Case> cases, LocalDate day) {
        return different(cases, day, Case::worker);
    }

    /** C4: plans that are in force on the day. */
    public static int plans(Collection<Spell> plans, LocalDate day) {
        return (int) plans.stream().filter(plan -> plan.holds(day)).count();
    }

    private static int different(Collection<Case> cases, LocalDate day, Function<Case, @Nullable String> by) {
        return (int) cases.stream()
                .filter(one -> one.openOn(day))
                .map(by)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    /** C5 of each agreement that was acted on: the days from when it was made; 0 where it was acted on at once. */
    public static List<BigDecimal> daysToAction(Collection<Agreement> agreements) {
        return agreements.stream()
                .flatMap(agreement -> agreement.acted().stream()
                        .map(acted -> BigDecimal.valueOf(ChronoUnit.DAYS.between(agreement.made(), acted))))
                .toList();
    }

    /** C6: missed appointments of those held or missed in the period; fewer than five are insufficient. */
    public static Measured missed(Collection<Appointment> appointments, Known known, Period period) {
        List<Appointment> past = appointments.stream()
                .filter(one -> !one.day().isBefore(period.from()) && !one.day().isAfter(period.until()))
                .filter(one -> known.holds(one.day()))
                .toList();
        int days = period.days().size();
        if (past.size() < FEWEST_APPOINTMENTS) {
            return Measured.nothing(days);
        }
        long missed = past.stream().filter(one -> !one.held()).count();
        return Measured.of(missed, past.size(), known.days(period), days);
    }
}
