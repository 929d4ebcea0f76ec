package dk.samblik.effect;

import dk.samblik.effect.formula.Employment;
import dk.samblik.effect.formula.Measured;
import dk.samblik.effect.formula.Period;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One figure of one person, or household, over the months: what the months come to in a period. {@code parents} are the series
 * a household's figure is made of where it is made of its parents'; else empty.
 */
record Series(Indicator indicator, YearMonth enrolled, Map<YearMonth, Measured> months, List<Series> parents) {

    private static final int FEWEST_APPOINTMENTS = 5;
    private static final int MONTHS_IN_A_QUARTER = 3;
    private static final int BASELINE_ANSWER_WITHIN = 2;

    Series {
        months = new TreeMap<>(months);
        parents = List.copyOf(parents);
    }

    Series(Indicator indicator, YearMonth enrolled, Map<YearMonth, Measured> months) {
        this(indicator, enrolled, months, List.of());
    }

    /** A household's series, of its parents'. */
    static Series of(Indicator indicator, YearMonth enrolled, List<Series> parents) {
        return new Series(indicator, enrolled, Map.of(), parents);
    }

    /** The value at B (0) or F_k; {@code UTILSTRÆKKELIG} is a value that is not sufficient. */
    Measured at(int k) {
        Period period = Period.at(enrolled, k);
        return switch (indicator.formula()) {
            case WELLBEING -> answer(k, period);
            case WELLBEING_ANSWERED -> {
                List<Map.Entry<YearMonth, Measured>> asked = in(k == 0 ? firstMonths() : period);
                yield asked.isEmpty() ? Measured.nothing(1) : sum(asked, asked.size());
            }
            case UNLAWFUL_ABSENCE -> lastQuarter(period);
            case HOUSEHOLD_ATTACHMENT ->
                parents.isEmpty()
                        ? sum(in(period), period.days().size())
                        : Employment.household(
                                parents.stream().map(parent -> parent.at(k)).toList());
            case DAYS_TO_ACTION -> last(in(period)).orElse(Measured.nothing(1));
            case DEPARTMENTS, OPEN_CASES, CASEWORKERS -> last(in(period)).orElse(Measured.nothing(1));
            case STABLE_HOME -> every(sum(in(period), period.days().size()));
            case MISSED_APPOINTMENTS -> enough(sum(in(period), period.days().size()));
            case BENEFIT_WEEKS -> sum(in(period), period.weeks().size());
            case SCHOOL_ABSENCE,
                    DAY_CARE_ATTENDANCE,
                    DAY_CARE_HOURS,
                    ORDINARY_WORK,
                    HALF_TIME_WORK,
                    ORDINARY_HOURS,
                    EDUCATION,
                    ATTACHMENT -> sum(in(period), period.days().size());
        };
    }

    /** The value as people read it: percent where it is a share. */
    Optional<BigDecimal> value(int k) {
        return indicator.unit() == Indicator.Unit.PERCENT ? at(k).percent() : at(k).value();
    }

    private List<Map.Entry<YearMonth, Measured>> in(Period period) {
        return months.entrySet().stream()
                .filter(one ->
                        !one.getKey().isBefore(period.first()) && !one.getKey().isAfter(period.last()))
                .toList();
    }

    /** The last calendar quarter that lies in the period with all of its months. */
    private Measured lastQuarter(Period period) {
        YearMonth last = period.last().minusMonths(period.last().getMonthValue() % MONTHS_IN_A_QUARTER);
        Period quarter = new Period(last.minusMonths(MONTHS_IN_A_QUARTER - 1L), last);
        return sum(in(quarter), quarter.days().size());
    }

    private static Measured sum(List<Map.Entry<YearMonth, Measured>> some, int expected) {
        BigDecimal numerator = BigDecimal.ZERO;
        BigDecimal denominator = BigDecimal.ZERO;
        int known = 0;
        for (Map.Entry<YearMonth, Measured> one : some) {
            numerator = numerator.add(one.getValue().numerator());
            denominator = denominator.add(one.getValue().denominator());
            known += one.getValue().known();
        }
        return new Measured(numerator, denominator, Math.min(known, expected), expected);
    }

    private static Optional<Measured> last(List<Map.Entry<YearMonth, Measured>> some) {
        return some.isEmpty()
                ? Optional.empty()
                : Optional.of(some.get(some.size() - 1).getValue());
    }

    /** H1 is 1 where every month is. */
    private static Measured every(Measured sum) {
        int all = sum.numerator().compareTo(sum.denominator()) == 0 ? 1 : 0;
        return sum.denominator().signum() == 0 ? sum : Measured.of(all, 1, sum.known(), sum.expected());
    }

    private static Measured enough(Measured sum) {
        boolean few = sum.denominator().compareTo(BigDecimal.valueOf(FEWEST_APPOINTMENTS)) < 0;
        return few ? Measured.nothing(sum.expected()) : sum;
    }

    private Period firstMonths() {
        return new Period(enrolled, enrolled.plusMonths(BASELINE_ANSWER_WITHIN));
    }

    /** The baseline answer is the first, near the month of enrolment; a later one is the latest in its period. */
    private Measured answer(int k, Period period) {
        if (k == 0) {
            return months.entrySet().stream()
                    .findFirst()
                    .filter(first -> !first.getKey().isAfter(firstMonths().last()))
                    .map(Map.Entry::getValue)
                    .orElse(Measured.nothing(1));
        }
        List<Map.Entry<YearMonth, Measured>> later = in(period).stream()
                .filter(one -> months.keySet().stream()
                        .findFirst()
                        .filter(one.getKey()::equals)
                        .isEmpty())
                .toList();
        return last(later).orElse(Measured.nothing(1));
    }
}
