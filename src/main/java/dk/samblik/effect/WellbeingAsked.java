package dk.samblik.effect;

import dk.samblik.effect.Indicator.Formula;
import dk.samblik.effect.formula.Measured;
import dk.samblik.effect.formula.Period;
import dk.samblik.household.Category;
import dk.samblik.household.PersonId;
import dk.samblik.view.Frame.Participant;
import dk.samblik.view.Member;
import dk.samblik.view.Told;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who of those that may be asked about wellbeing has a score, by the month: the response rate of W1. */
final class WellbeingAsked {

    private WellbeingAsked() {}

    /** A figure for each adult whose consent covers wellbeing and each month from the enrolment to the last: 1 answered, 0 not. */
    static List<Observation> observed(IndicatorFile file, Told told, List<Observation> answers, YearMonth last) {
        YearMonth enrolled = YearMonth.from(told.frame().enrolled());
        if (last.isBefore(enrolled)) {
            return List.of();
        }
        Set<PersonId> asked = told.frame().participants().stream()
                .filter(WellbeingAsked::mayBeAsked)
                .map(Participant::id)
                .collect(Collectors.toSet());
        return file.indicators().stream()
                .filter(indicator -> indicator.formula() == Formula.WELLBEING_ANSWERED)
                .flatMap(indicator -> told.members().stream()
                        .filter(member -> member.kind() == Member.Kind.ADULT && asked.contains(member.id()))
                        .flatMap(member -> new Period(enrolled, last)
                                .months().stream().map(month -> one(indicator, member.id(), month, answers))))
                .toList();
    }

    private static boolean mayBeAsked(Participant participant) {
        return participant.scopes().values().stream()
                .anyMatch(scope -> scope.categories().contains(Category.WELLBEING));
    }

    private static Observation one(Indicator indicator, PersonId who, YearMonth month, List<Observation> answers) {
        boolean answered = answers.stream()
                .anyMatch(answer ->
                        answer.who().equals(who.value()) && answer.month().equals(month));
        return new Observation(
                who.value(), indicator.code(), month, Measured.of(answered ? 1 : 0, 1, 1, 1), List.of("who-5"));
    }
}
