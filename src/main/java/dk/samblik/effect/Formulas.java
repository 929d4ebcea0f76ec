package dk.samblik.effect;

import dk.samblik.effect.formula.BenefitWeeks;
import dk.samblik.effect.formula.Coordination;
import dk.samblik.effect.formula.DayCare;
import dk.samblik.effect.formula.Housing;
import dk.samblik.effect.formula.Housing.Threat;
import dk.samblik.effect.formula.Known;
import dk.samblik.effect.formula.Measured;
import dk.samblik.effect.formula.Period;
import dk.samblik.effect.formula.Spell;
import dk.samblik.mapping.Fact;
import dk.samblik.view.Member;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts of the registers as the formulas take them, a month at a time. Empty: the figure is not about this month at all. */
final class Formulas {

    private final IndicatorFile file;
    private final Heard heard;

    Formulas(IndicatorFile file, Heard heard) {
        this.file = file;
        this.heard = heard;
    }

    /** The month's value about a person. */
    Optional<Measured> of(Indicator indicator, Member member, YearMonth month) {
        Known known = heard.known(member.id(), indicator.needs(), indicator.source());
        return switch (indicator.formula()) {
            case BENEFIT_WEEKS -> benefitWeeks(member, known, month);
            case SCHOOL_ABSENCE -> absence(member, month, fact -> fact.sick() + fact.permitted() + fact.unlawful());
            case UNLAWFUL_ABSENCE -> absence(member, month, Fact.Absence::unlawful);
            case DAY_CARE_ATTENDANCE -> attendance(member, month);
            case DAY_CARE_HOURS -> careHours(member, month);
            case ORDINARY_WORK, HALF_TIME_WORK, ORDINARY_HOURS, EDUCATION, ATTACHMENT, HOUSEHOLD_ATTACHMENT ->
                new WorkMonths(file, heard).of(indicator, member, month);
            default -> Optional.empty();
        };
    }

    /** The month's value about the household. */
    Optional<Measured> of(Indicator indicator, YearMonth month) {
        Known known = heard.known(indicator.needs(), indicator.source());
        LocalDate end = month.atEndOfMonth();
        return switch (indicator.formula()) {
            case DEPARTMENTS -> onLastDay(Coordination.departments(cases(), end), known, month);
            case OPEN_CASES -> onLastDay(Coordination.cases(cases(), end), known, month);
            case CASEWORKERS -> onLastDay(Coordination.caseworkers(cases(), end), known, month);
            case MISSED_APPOINTMENTS -> Optional.of(missed(known, month));
            case STABLE_HOME -> stable(known, month);
            default -> Optional.empty();
        };
    }

    private Optional<Measured> benefitWeeks(Member member, Known known, YearMonth month) {
        Period period = new Period(month, month);
        List<Fact.Benefit> benefits = heard.facts(Fact.Benefit.class, member.id());
        return WorkMonths.concerns(member, benefits, file, period)
                ? Optional.of(BenefitWeeks.share(spells(benefits, file.maintenance()), known, period))
                : Optional.empty();
    }

    static List<Spell> spells(Collection<Fact.Benefit> benefits, Set<String> kinds) {
        return benefits.stream()
                .filter(benefit -> kinds.contains(canonical(benefit.kind().canonical())))
                .map(benefit -> new Spell(benefit.from(), benefit.until()))
                .toList();
    }

    private static String canonical(@Nullable String code) {
        return code == null ? "" : code;
    }

    /** A month that the school has counted to its end is known; it is not where there is no calendar of it. */
    private Optional<Measured> absence(Member member, YearMonth month, ToIntFunction<Fact.Absence> days) {
        List<Fact.Absence> counted = heard.facts(Fact.Absence.class, member.id()).stream()
                .filter(fact -> fact.month().equals(month) && !fact.upTo().isBefore(month.atEndOfMonth()))
                .toList();
        return counted.isEmpty()
                ? Optional.empty()
                : Optional.of(Measured.of(
                        counted.stream().mapToInt(days).sum(),
                        counted.stream().mapToInt(Fact.Absence::schoolDays).sum(),
                        month.lengthOfMonth(),
                        month.lengthOfMonth()));
    }

    private Optional<Measured> careHours(Member member, YearMonth month) {
        return heard.facts(Fact.CareHours.class, member.id()).stream()
                .filter(fact -> fact.month().equals(month))
                .map(DayCare::hours)
                .findFirst();
    }

    /** The source counts thirty days; they stand in the month that most of them are in, known as far as they reach. */
    private Optional<Measured> attendance(Member member, YearMonth month) {
        return heard.facts(Fact.Attendance.class, member.id()).stream()
                .filter(fact -> YearMonth.from(
                                fact.from().plusDays(ChronoUnit.DAYS.between(fact.from(), fact.upTo()) / 2))
                        .equals(month))
                .findFirst()
                .map(fact -> Measured.of(
                        fact.attended(),
                        fact.expected(),
                        Known.between(fact.from(), fact.upTo()).days(new Period(month, month)),
                        month.lengthOfMonth()));
    }

    private List<Coordination.Case> cases() {
        return heard.facts(Fact.Case.class)
                .flatMap(one -> {
                    Fact.Case found = (Fact.Case) one.fact();
                    return !found.open() && found.closed() == null
                            ? Stream.empty()
                            : Stream.of(new Coordination.Case(
                                    one.from().source().name(),
                                    found.key(),
                                    found.opened(),
                                    found.closed(),
                                    found.workerName()));
                })
                .toList();
    }

    private static Optional<Measured> onLastDay(int count, Known known, YearMonth month) {
        int days = known.days(new Period(month, month));
        return Optional.of(Measured.of(count, 1, days, month.lengthOfMonth()));
    }

    /** Raw counts; that fewer than five are insufficient is a matter of the period. */
    private Measured missed(Known known, YearMonth month) {
        List<String> past = heard.facts(Fact.Appointment.class)
                .map(one -> (Fact.Appointment) one.fact())
                .filter(one -> YearMonth.from(one.date()).equals(month))
                .map(one -> canonical(one.status().canonical()))
                .filter(status -> status.equals("HELD") || status.equals("MISSED"))
                .toList();
        return Measured.of(
                past.stream().filter("MISSED"::equals).count(),
                past.size(),
                known.days(new Period(month, month)),
                month.lengthOfMonth());
    }

    private Optional<Measured> stable(Known known, YearMonth month) {
        List<Fact.Tenancy> homes = heard.facts(Fact.Tenancy.class)
                .map(one -> (Fact.Tenancy) one.fact())
                .toList();
        List<Threat> threats = homes.stream().flatMap(Formulas::threats).toList();
        return homes.isEmpty()
                ? Optional.empty()
                : Optional.of(Housing.stable(threats, known, new Period(month, month)));
    }

    private static Stream<Threat> threats(Fact.Tenancy home) {
        LocalDate since = home.arrearsSince() == null ? home.from() : home.arrearsSince();
        Stream<Threat> reminder = home.reminderStep() == null
                ? Stream.empty()
                : Stream.of(new Threat.Reminder(home.reminderStep(), new Spell(since, null)));
        Stream<Threat> terminated = Stream.ofNullable(home.terminated()).map(Threat.Termination::new);
        Stream<Threat> eviction = Stream.ofNullable(home.eviction()).map(Threat.Eviction::new);
        return Stream.of(reminder, terminated, eviction).flatMap(all -> all);
    }
}
