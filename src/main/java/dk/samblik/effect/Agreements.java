package dk.samblik.effect;

import dk.samblik.effect.Indicator.Formula;
import dk.samblik.effect.formula.Coordination;
import dk.samblik.effect.formula.Coordination.Agreement;
import dk.samblik.effect.formula.Measured;
import dk.samblik.household.CivilClock;
import dk.samblik.mapping.Fact;
import dk.samblik.meeting.LedTo;
import dk.samblik.meeting.OwnLines.Acted;
import dk.samblik.view.Told;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * C5: the days an agreement took, a figure each, in the month of its action: the start of the measure it led to, where that
 * stands in what is told, else the day it was marked as done. Agreements that nothing came of yet have none.
 */
final class Agreements {

    /** What a figure of an agreement names as its source first; the second is that of the measure, where there is one. */
    static final String SOURCE = "agreements";

    private Agreements() {}

    /** What came of a household's agreements up to and with a month, for a file that counts it. */
    static List<Observation> observed(IndicatorFile file, Told told, List<Acted> acted, YearMonth last) {
        return file.indicators().stream()
                .filter(indicator -> indicator.formula() == Formula.DAYS_TO_ACTION)
                .flatMap(indicator -> acted.stream().flatMap(one -> observed(indicator, told, one).stream()))
                .filter(one -> !one.month().isAfter(last))
                .toList();
    }

    private static Optional<Observation> observed(Indicator indicator, Told told, Acted one) {
        Optional<Begun> begun =
                Stream.ofNullable(one.ledTo()).flatMap(to -> begun(told, to)).findFirst();
        Agreement agreement = new Agreement(
                day(one.made()), begun.map(Begun::day).orElse(null), one.done() == null ? null : day(one.done()));
        return agreement
                .acted()
                .map(acted -> new Observation(
                        one.line(),
                        indicator.code(),
                        YearMonth.from(acted),
                        new Measured(
                                Coordination.daysToAction(List.of(agreement)).get(0), BigDecimal.ONE, 1, 1),
                        Stream.concat(Stream.of(SOURCE), begun.map(Begun::mapping).stream())
                                .toList(),
                        true));
    }

    private record Begun(LocalDate day, String mapping) {}

    private static Stream<Begun> begun(Told told, LedTo to) {
        return new Heard(told)
                .facts(Fact.Measure.class)
                .filter(fact -> fact.fact() instanceof Fact.Measure measure
                        && to.is(fact.person(), fact.from().register(), measure))
                .flatMap(fact ->
                        LedTo.start((Fact.Measure) fact.fact())
                                .map(day -> new Begun(day, fact.from().mapping()))
                                .stream());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, CivilClock.COPENHAGEN);
    }
}
