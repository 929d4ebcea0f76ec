package dk.samblik.team;

import dk.samblik.household.PersonId;
import dk.samblik.mapping.Coded;
import dk.samblik.mapping.Fact;
import dk.samblik.view.AnonymousCount;
import dk.samblik.view.Child;
import dk.samblik.view.Home;
import dk.samblik.view.Income;
import dk.samblik.view.Sourced;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts in a line each, as paper says them: no number, no address, no name of staff. */
final class FactLines {

    private final People people;
    private final Words words;

    FactLines(People people, Words words) {
        this.people = people;
        this.words = words;
    }

    /** A line: what a register calls it, and what we say of it. */
    record Line(String text, String more) {}

    Line line(Sourced<Fact.Case> one) {
        Coded what =
                one.fact().subject() == null ? one.fact().kind() : one.fact().subject();
        return new Line(
                what == null ? words.say("case.nameless") : what.text(),
                more(
                        people.name(one.person()),
                        words.period(one.fact().opened(), one.fact().closed())));
    }

    Line measure(Sourced<Fact.Measure> one) {
        Fact.Measure measure = one.fact();
        String what = measure.kind() == null
                ? words.say("measure.nameless")
                : measure.kind().text();
        return new Line(
                measure.law() == null || !measure.lawKnown() ? what : what + " (" + measure.law() + ")",
                more(
                        people.name(one.person()),
                        one.hidden() ? null : measure.provider(),
                        words.period(measure.from(), measure.until()),
                        measure.hoursPerWeek() == null
                                ? null
                                : words.say("sheet.hours", words.decimal(measure.hoursPerWeek())),
                        measure.followUp() == null
                                ? null
                                : words.say("sheet.follow-up", words.date(measure.followUp()))));
    }

    Line anonymous(AnonymousCount one) {
        return new Line("", words.count("measure.anonymous", one.number()) + more(people.name(one.person())));
    }

    Line benefit(Sourced<Fact.Benefit> one) {
        Fact.Benefit benefit = one.fact();
        return new Line(
                benefit.kind().text() + more(benefit.rate()),
                more(people.name(one.person()), words.period(benefit.from(), benefit.until())));
    }

    /** Paid hours of every month there are any of, in one line. */
    Stream<Line> paidHours(Income income) {
        List<String> months = income.newestHours(Integer.MAX_VALUE).entrySet().stream()
                .map(one -> words.say("benefit.hours", words.month(one.getKey()), words.decimal(one.getValue())))
                .toList();
        return months.isEmpty()
                ? Stream.empty()
                : Stream.of(new Line(
                        words.say("benefit.hours.line", String.join(", ", months)),
                        more(people.name(income.person()))));
    }

    Line education(Sourced<Fact.Education> one) {
        Fact.Education education = one.fact();
        return new Line(
                education.name() == null ? words.say("benefit.education") : education.name(),
                more(
                        education.status().text(),
                        people.name(one.person()),
                        words.period(education.from(), education.until())));
    }

    /** The hours a week of the obligatory offer, the newest month first. */
    static List<String> careHours(Child child, Words words) {
        return child.hours().stream()
                .map(one -> one.fact()
                        .weekly()
                        .map(hours ->
                                words.say("child.hours", words.month(one.fact().month()), words.decimal(hours)))
                        .orElseGet(() -> words.say(
                                "child.hours.unknown", words.month(one.fact().month()))))
                .toList();
    }

    /** How the department classes somebody; nothing where it does not say. */
    Stream<Line> classification(Sourced<Fact.Classification> one) {
        Coded group = one.fact().targetGroup();
        return Stream.ofNullable(group)
                .map(known -> new Line(
                        words.say("citizen.group", known.text())
                                + more(one.fact().personCategory()),
                        more(people.name(one.person()))));
    }

    Line appointment(Sourced<Fact.Appointment> one) {
        Fact.Appointment met = one.fact();
        String day = words.date(met.date());
        return new Line(
                met.kind().text(),
                more(
                        people.name(one.person()),
                        met.start() == null ? day : words.say("format.moment", day, words.time(met.start())),
                        coded("appointment.status", met.status())));
    }

    Line deadline(Sourced<Fact.Deadline> one) {
        Fact.Deadline deadline = one.fact();
        return new Line(
                deadline.kind().text(),
                more(
                        people.name(one.person()),
                        words.say("citizen.deadline", words.date(deadline.date())),
                        deadline.met() == null ? null : words.say("citizen.met", words.date(deadline.met()))));
    }

    /** Places, absence and attendance of a child. */
    Stream<Line> child(Child child) {
        String name = people.name(child.person());
        Stream<Line> places = child.enrolments().stream()
                .map(Sourced::fact)
                .map(place -> new Line(
                        place.institution().isEmpty() ? coded("place", place.kind()) : place.institution(),
                        more(place.group(), name, words.period(place.from(), place.until()))));
        Stream<Line> figures = Stream.of(
                        absence("child.this-quarter", child.thisQuarter()),
                        absence("child.last-quarter", child.lastQuarter()),
                        careHours(child, words).stream(),
                        child.attendance().stream()
                                .map(Sourced::fact)
                                .map(days -> words.say("child.attendance") + ": "
                                        + words.say("child.attended", days.attended(), days.expected())))
                .flatMap(said -> said)
                .map(said -> new Line("", said + more(name)));
        return Stream.concat(places, figures);
    }

    private Stream<String> absence(String when, Child.@Nullable Quarter quarter) {
        return Stream.ofNullable(quarter)
                .map(known -> words.say(when) + ": "
                        + words.say(
                                "child.absence",
                                words.percent(known.awayPermille()),
                                known.away(),
                                known.schoolDays()));
    }

    Line home(Home home) {
        Fact.Tenancy tenancy = home.tenancy();
        String arrears = tenancy.arrearsSince() == null
                ? words.say("home.arrears." + (tenancy.arrears() ? "yes" : "no"))
                : words.say("home.arrears.since", words.date(tenancy.arrearsSince()));
        return new Line(
                "",
                words.say("home.tenancy")
                        + more(
                                names(home.persons()),
                                words.period(tenancy.from(), tenancy.until()),
                                words.say("home.arrears") + ": " + arrears,
                                tenancy.terminated() == null
                                        ? null
                                        : words.say("citizen.terminated", words.date(tenancy.terminated())),
                                tenancy.eviction() == null
                                        ? null
                                        : words.say("citizen.eviction", words.date(tenancy.eviction()))));
    }

    /** Whom to call about the home they live in. */
    Line landlord(String contact, List<PersonId> persons) {
        return new Line(words.say("sheet.landlord", contact), more(names(persons)));
    }

    private String names(List<PersonId> persons) {
        return people.names(persons);
    }

    private String coded(String list, Coded coded) {
        return coded.canonical() == null ? coded.text() : words.sayOr(list + "." + coded.canonical(), coded.text());
    }

    private static String more(@Nullable String... said) {
        return Stream.of(said)
                .filter(one -> one != null && !one.isEmpty())
                .map(one -> ", " + one)
                .collect(Collectors.joining());
    }
}
