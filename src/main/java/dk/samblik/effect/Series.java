package dk.samblik.effect;

import dk.samblik.effect.formula.Measured;
import dk.samblik.effect.formula.Period;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One figure of one person, or household, over the months: what the months come to in a period. */
record Series(Indicator indicator, YearMonth enrolled, Map<YearMonth, Measured> months) {

    private static final int FEWEST_APPOINTMENTS = 5;
    private static final int MONTHS_IN_A_QUARTER = 3;
    private static final int BASELINE_ANSWER_WITHIN = 2;

    Series {
        months = new TreeMap<>(months);
    }

    /** The value at B (0) or F_k; {@code UTILSTRÆKKELIG} is a value that is not sufficient. */
    Measured at(int k) {
        Period period = Period.at(enrolled, k);
        return switch (indicator.formula()) {
            case WELLBEING -> answer(k, period);
            case UNLAWFUL_ABSENCE -> last(whole(period)).orElse(Measured.nothing(1));
            case SCHOOL_ABSENCE -> sum(whole(period), period.days().size());
            case DEPARTMENTS, OPEN_CASES, CASEWORKERS -> last(in(period)).orElse(Measured.nothing(1));
            case STABLE_HOME -> every(sum(in(period), period.days().size()));
            case MISSED_APPOINTMENTS -> enough(sum(in(period), period.days().size()));
            case BENEFIT_WEEKS -> sum(in(period), period.weeks().size());
            case DAY_CARE_ATTENDANCE -> sum(in(period), period.days().size());
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

    /** Quarters that lie in the period with all of their months. */
    private List<Map.Entry<YearMonth, Measured>> whole(Period period) {
        return in(period).stream()
                .filter(one ->
                        !one.getKey().minusMonths(MONTHS_IN_A_QUARTER - 1L).isBefore(period.first()))
                .toList();
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

    /** The baseline answer is the first, near the month of enrolment; a later one is the latest in its period. */
    private Measured answer(int k, Period period) {
        if (k == 0) {
            return months.entrySet().stream()
                    .findFirst()
                    .filter(first -> !first.getKey().isAfter(enrolled.plusMonths(BASELINE_ANSWER_WITHIN)))
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
