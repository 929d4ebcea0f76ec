package dk.samblik.effect;

import dk.samblik.effect.Indicator.About;
import dk.samblik.effect.Indicator.Formula;
import dk.samblik.effect.formula.Measured;
import dk.samblik.effect.formula.Period;
import dk.samblik.household.PersonId;
import dk.samblik.view.Member;
import dk.samblik.view.Told;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every figure of a household in the months that have ended, from the first of the baseline on. A pure function. */
final class HouseholdMonths {

    private HouseholdMonths() {}

    /**
     * The figures up to and with {@code last}. What nobody has told anything of is left out; wellbeing and what became of
     * agreements come from elsewhere.
     */
    static List<Observation> of(IndicatorFile file, Told told, YearMonth last) {
        Heard heard = new Heard(told);
        Formulas formulas = new Formulas(file, heard);
        YearMonth first =
                Period.baseline(YearMonth.from(told.frame().enrolled())).first();
        List<Observation> all = new ArrayList<>();
        if (last.isBefore(first)) {
            return all;
        }
        for (YearMonth month : new Period(first, last).months()) {
            for (Indicator indicator : file.indicators()) {
                List<String> sources = heard.sources(indicator.needs(), indicator.source());
                values(formulas, indicator, told, month)
                        .filter(value -> value.measured().known() > 0)
                        .map(value -> new Observation(value.who(), indicator.code(), month, value.measured(), sources))
                        .forEach(all::add);
            }
        }
        return all;
    }

    private record Value(UUID who, Measured measured) {}

    private static Stream<Value> values(Formulas formulas, Indicator indicator, Told told, YearMonth month) {
        if (indicator.formula() == Formula.HOUSEHOLD_ATTACHMENT) {
            return each(parents(told), formulas, indicator, month);
        }
        if (indicator.about() == About.HOUSEHOLD) {
            UUID household = told.frame().household().value();
            return formulas.of(indicator, month).map(value -> new Value(household, value)).stream();
        }
        Member.Kind kind = indicator.about() == About.ADULT ? Member.Kind.ADULT : Member.Kind.CHILD;
        return each(told.members().stream().filter(member -> member.kind() == kind), formulas, indicator, month);
    }

    private static Stream<Value> each(Stream<Member> members, Formulas formulas, Indicator indicator, YearMonth month) {
        return members.flatMap(member ->
                formulas
                        .of(indicator, member, month)
                        .map(value -> new Value(member.id().value(), value))
                        .stream());
    }

    /** Adults with custody of a member under 18. */
    private static Stream<Member> parents(Told told) {
        Set<PersonId> holders = told.members().stream()
                .flatMap(member -> member.custody().stream())
                .collect(Collectors.toSet());
        return told.members().stream()
                .filter(member -> member.kind() == Member.Kind.ADULT && holders.contains(member.id()));
    }
}
