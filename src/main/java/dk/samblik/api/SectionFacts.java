package dk.samblik.api;

import static dk.samblik.api.Written.all;
import static dk.samblik.api.Written.code;
import static dk.samblik.api.Written.said;
import static dk.samblik.api.Written.source;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Lane;
import dk.samblik.view.Sourced;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The facts of one department in a view that is cut already. */
record SectionFacts(HouseholdView view, Department department) {

    List<Parts.Case> cases(Lane lane) {
        return Stream.of(lane.open(), lane.closed())
                .flatMap(Collection::stream)
                .map(one -> new Parts.Case(
                        one.person().value(),
                        one.fact().number(),
                        code(one.fact().subject()),
                        code(one.fact().kind()),
                        said(one.fact().status()),
                        one.fact().open(),
                        one.fact().opened(),
                        one.fact().closed(),
                        one.fact().unit(),
                        source(one.from())))
                .toList();
    }

    List<Parts.Measure> measures() {
        return all(
                here(view.measures().stream()),
                one -> new Parts.Measure(
                        one.person().value(),
                        code(one.fact().kind()),
                        one.fact().law(),
                        one.fact().provider(),
                        one.fact().from(),
                        one.fact().until(),
                        one.fact().hoursPerWeek(),
                        said(one.fact().status()),
                        one.fact().followUp(),
                        source(one.from())));
    }

    List<Parts.Counted> counted() {
        return view.anonymous().stream()
                .filter(one -> one.department() == department)
                .map(one -> new Parts.Counted(one.person().value(), one.number(), source(one.from())))
                .toList();
    }

    List<Parts.Benefit> benefits() {
        return all(
                here(view.incomes().stream().flatMap(income -> income.benefits().stream())),
                one -> new Parts.Benefit(
                        one.person().value(),
                        said(one.fact().kind()),
                        one.fact().rate(),
                        one.fact().from(),
                        one.fact().until(),
                        source(one.from())));
    }

    List<Parts.Classification> classifications() {
        return all(
                here(view.incomes().stream().flatMap(income -> income.classifications().stream())),
                one -> new Parts.Classification(
                        one.person().value(),
                        code(one.fact().targetGroup()),
                        one.fact().personCategory(),
                        one.fact().team(),
                        one.fact().since(),
                        one.fact().until(),
                        source(one.from())));
    }

    List<Parts.PaidHours> paidHours() {
        return all(
                here(view.incomes().stream().flatMap(income -> income.hours().stream())),
                one -> new Parts.PaidHours(
                        one.person().value(),
                        one.fact().month(),
                        one.fact().hours(),
                        code(one.fact().kind()),
                        source(one.from())));
    }

    List<Parts.Education> educations() {
        return all(
                here(view.incomes().stream().flatMap(income -> income.educations().stream())),
                one -> new Parts.Education(
                        one.person().value(),
                        one.fact().name(),
                        said(one.fact().status()),
                        one.fact().from(),
                        one.fact().until(),
                        source(one.from())));
    }

    List<Parts.CareHours> careHours() {
        return all(
                here(view.children().stream().flatMap(child -> child.hours().stream())),
                one -> new Parts.CareHours(
                        one.person().value(),
                        one.fact().institution(),
                        one.fact().month(),
                        one.fact().days(),
                        one.fact().visits(),
                        one.fact().unnoted(),
                        one.fact().minutes(),
                        source(one.from())));
    }

    List<Parts.Appointment> appointments() {
        return all(
                here(view.appointments().stream()),
                one -> new Parts.Appointment(
                        one.person().value(),
                        said(one.fact().kind()),
                        one.fact().date(),
                        one.fact().start(),
                        one.fact().end(),
                        one.fact().form(),
                        one.fact().place(),
                        said(one.fact().status()),
                        source(one.from())));
    }

    List<Parts.Deadline> deadlines() {
        return all(
                here(view.deadlines().stream()),
                one -> new Parts.Deadline(
                        one.person().value(),
                        said(one.fact().kind()),
                        one.fact().date(),
                        one.fact().met(),
                        source(one.from())));
    }

    List<Parts.Enrolment> enrolments() {
        return all(
                here(view.children().stream().flatMap(child -> child.enrolments().stream())),
                one -> new Parts.Enrolment(
                        one.person().value(),
                        said(one.fact().kind()),
                        one.fact().institution(),
                        one.fact().group(),
                        one.fact().from(),
                        one.fact().until(),
                        source(one.from())));
    }

    List<Parts.Absence> absences() {
        return view.children().stream()
                .flatMap(child -> child.bySchool().stream()
                        .filter(one -> one.from().source() == department)
                        .map(one -> new Parts.Absence(
                                child.person().value(),
                                one.institution(),
                                one.days().name(),
                                one.upTo(),
                                one.days().schoolDays(),
                                one.days().sick(),
                                one.days().permitted(),
                                one.days().unlawful(),
                                one.days().partial(),
                                source(one.from()))))
                .toList();
    }

    List<Parts.Attendance> attendance() {
        return all(
                here(view.children().stream().flatMap(child -> child.attendance().stream())),
                one -> new Parts.Attendance(
                        one.person().value(),
                        one.fact().institution(),
                        one.fact().from(),
                        one.fact().upTo(),
                        one.fact().expected(),
                        one.fact().attended(),
                        one.fact().sick(),
                        one.fact().holiday(),
                        one.fact().free(),
                        one.fact().unmarked(),
                        source(one.from())));
    }

    List<Parts.Tenancy> tenancies() {
        return view.homes().stream()
                .filter(home -> home.from().source() == department)
                .map(home -> new Parts.Tenancy(
                        all(home.persons(), PersonId::value),
                        home.current(),
                        home.tenancy().from(),
                        home.tenancy().until(),
                        home.tenancy().arrears(),
                        home.tenancy().arrearsSince(),
                        home.tenancy().reminderStep(),
                        home.tenancy().terminated(),
                        home.tenancy().eviction(),
                        home.tenancy().contact(),
                        home.tenancy().address(),
                        source(home.from())))
                .toList();
    }

    private <F extends Fact> List<Sourced<F>> here(Stream<Sourced<F>> facts) {
        return facts.filter(one -> one.from().source() == department).toList();
    }
}
