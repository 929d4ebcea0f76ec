package dk.samblik.effect;

import dk.samblik.effect.Indicator.Formula;
import dk.samblik.effect.formula.Education;
import dk.samblik.effect.formula.Employment;
import dk.samblik.effect.formula.Employment.Worked;
import dk.samblik.effect.formula.Known;
import dk.samblik.effect.formula.Measured;
import dk.samblik.effect.formula.Period;
import dk.samblik.effect.formula.Spell;
import dk.samblik.household.Category;
import dk.samblik.mapping.Coded;
import dk.samblik.mapping.Fact;
import dk.samblik.view.Member;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** E1 to E5 of an adult in a month, by what the job centre tells of paid hours and educations. */
record WorkMonths(IndicatorFile file, Heard heard) {

    /** Employers report the hours of a month by this day of the next one; before it nobody knows them all. */
    private static final int REPORTED_BY = 10;

    /** The month's value; empty where the person has no outcome, or it is not known who pays for the hours. */
    Optional<Measured> of(Indicator indicator, Member member, YearMonth month) {
        Known known = heard.known(member.id(), indicator.needs(), indicator.source());
        Period period = new Period(month, month);
        if (heard.known(member.id(), Category.BENEFITS, indicator.source()).days(period) == 0
                || !concerns(member, heard.facts(Fact.Benefit.class, member.id()), file, period)) {
            return Optional.empty();
        }
        Education education = Education.of(educations(member), known, period);
        if (indicator.formula() == Formula.EDUCATION) {
            return Optional.of(education.share());
        }
        List<Fact.PaidHours> paid = heard.facts(Fact.PaidHours.class, member.id()).stream()
                .filter(one -> one.month().equals(month))
                .toList();
        if (paid.stream().anyMatch(one -> canonical(one.kind()) == null)
                || !known.holds(month.plusMonths(1).atDay(REPORTED_BY))) {
            return Optional.empty();
        }
        Employment work = Employment.of(
                paid.stream()
                        .filter(one -> "ORDINARY".equals(canonical(one.kind())))
                        .map(one -> new Worked(month, one.hours()))
                        .toList(),
                known,
                period);
        return Optional.of(
                switch (indicator.formula()) {
                    case HALF_TIME_WORK -> work.atLeast(Employment.HALF_TIME);
                    case ORDINARY_HOURS -> work.mean(Employment.FULL_TIME);
                    case ATTACHMENT, HOUSEHOLD_ATTACHMENT -> work.attached(education);
                    default -> work.any();
                });
    }

    /** Whether the month is an outcome for the person: of working age, and without a pension in it. */
    static boolean concerns(Member member, List<Fact.Benefit> benefits, IndicatorFile file, Period period) {
        LocalDate born = member.born();
        return born != null && Employment.concerns(born, Formulas.spells(benefits, file.pensions()), period);
    }

    /** An education counts for the days it ran; what is over and nobody dated has none. */
    private List<Spell> educations(Member member) {
        return heard.facts(Fact.Education.class, member.id()).stream()
                .flatMap(one -> one.until() == null && !"ACTIVE".equals(canonical(one.status()))
                        ? Stream.<Spell>empty()
                        : Stream.of(new Spell(one.from(), one.until())))
                .toList();
    }

    private static @Nullable String canonical(@Nullable Coded coded) {
        return coded == null ? null : coded.canonical();
    }
}
