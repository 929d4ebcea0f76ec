package dk.samblik.effect;

import dk.samblik.effect.Indicator.Formula;
import dk.samblik.effect.formula.Coordination;
import dk.samblik.effect.formula.Coordination.Agreement;
import dk.samblik.effect.formula.Measured;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.meeting.OwnLines.Acted;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** C5: the days an agreement took, a figure each, in the month it was done. Agreements that stand open have none. */
final class Agreements {

    private Agreements() {}

    /** What was done up to and with a month, for the files that count it. */
    static Map<HouseholdId, List<Observation>> observed(List<Acted> acted, IndicatorFile file, YearMonth last) {
        return file.indicators().stream()
                .filter(indicator -> indicator.formula() == Formula.DAYS_TO_ACTION)
                .flatMap(indicator -> acted.stream()
                        .filter(one -> !YearMonth.from(day(one.done())).isAfter(last))
                        .map(one -> Map.entry(one.household(), observation(indicator, one))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Observation observation(Indicator indicator, Acted one) {
        LocalDate done = day(one.done());
        BigDecimal days = Coordination.daysToAction(List.of(new Agreement(day(one.made()), done)))
                .get(0);
        return new Observation(
                one.line(),
                indicator.code(),
                YearMonth.from(done),
                new Measured(days, BigDecimal.ONE, 1, 1),
                List.of("agreements"));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, CivilClock.COPENHAGEN);
    }
}
