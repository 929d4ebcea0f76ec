package dk.samblik.view;

import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What each adult lives on, and how the department classes the person. */
final class Incomes {

    private Incomes() {}

    static List<Income> of(List<Member> members, Shown shown, LocalDate today) {
        List<Sourced<Fact.Benefit>> benefits = shown.of(
                Fact.Benefit.class,
                Comparator.<Fact.Benefit, Boolean>comparing(
                                benefit -> !Current.on(today, benefit.from(), benefit.until()))
                        .thenComparing(Fact.Benefit::from, Comparator.reverseOrder()));
        List<Sourced<Fact.Classification>> classes =
                shown.of(Fact.Classification.class, Comparator.comparing(Fact.Classification::toString));
        List<Sourced<Fact.PaidHours>> hours = shown.of(
                Fact.PaidHours.class,
                Comparator.comparing(Fact.PaidHours::month).reversed().thenComparing(Fact.PaidHours::hours));
        List<Sourced<Fact.Education>> educations = shown.of(
                Fact.Education.class,
                Comparator.<Fact.Education, Boolean>comparing(
                                one -> !"ACTIVE".equals(one.status().canonical()))
                        .thenComparing(Fact.Education::from, Comparator.reverseOrder()));
        List<Income> incomes = new ArrayList<>();
        for (Member member : members) {
            Income income = new Income(
                    member.id(),
                    of(member.id(), benefits),
                    of(member.id(), classes),
                    of(member.id(), hours),
                    of(member.id(), educations));
            if (!income.benefits().isEmpty()
                    || !income.classifications().isEmpty()
                    || !income.hours().isEmpty()
                    || !income.educations().isEmpty()) {
                incomes.add(income);
            }
        }
        return incomes;
    }

    private static <F extends Fact> List<Sourced<F>> of(PersonId person, List<Sourced<F>> all) {
        return all.stream().filter(sourced -> sourced.person().equals(person)).toList();
    }
}
