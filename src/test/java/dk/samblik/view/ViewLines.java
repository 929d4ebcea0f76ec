package dk.samblik.view;

import dk.samblik.household.PersonId;
import dk.samblik.mapping.Coded;
import dk.samblik.mapping.Fact;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A view as the sorted lines of an expectation file, so that what the hub published can be compared with what was planned.
 * Where somebody is protected, fields that give a place away are empty; {@link #hidden(List)} empties the planned ones.
 */
public final class ViewLines {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final HouseholdView view;
    private final List<String> lines = new ArrayList<>();

    private ViewLines(HouseholdView view) {
        this.view = view;
    }

    /** The lines of a view, sorted. */
    public static List<String> of(HouseholdView view) {
        ViewLines all = new ViewLines(view);
        all.members();
        all.cases();
        all.measures();
        all.incomes();
        all.dates();
        all.children();
        all.homes();
        return all.lines.stream().sorted().toList();
    }

    /** Planned lines of a household with a protected member, as a view may show them. */
    public static List<String> hidden(List<String> planned) {
        return planned.stream().map(ViewLines::hidden).sorted().toList();
    }

    private static String hidden(String line) {
        String[] fields = line.split("\\|", -1);
        int[] places = switch (fields[0]) {
            case "measure" -> new int[] {6};
            case "enrolment" -> new int[] {3, 4};
            case "absence", "attendance", "carehours", "tenancy" -> new int[] {2};
            default -> new int[0];
        };
        Arrays.stream(places).forEach(place -> fields[place] = "");
        return String.join("|", fields);
    }

    private void line(Object... fields) {
        lines.add(Arrays.stream(fields).map(ViewLines::written).collect(Collectors.joining("|")));
    }

    private static String written(Object field) {
        if (field instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return field instanceof LocalTime time ? TIME.format(time) : Objects.toString(field, "");
    }

    private String name(PersonId person) {
        return view.member(person).map(Member::name).orElse(null);
    }

    private static String code(Coded coded) {
        return coded == null ? null : coded.code();
    }

    private void members() {
        Set<PersonId> consenting = view.members().stream()
                .filter(member -> member.consent() == Frame.Standing.IN_FORCE)
                .map(Member::id)
                .collect(Collectors.toSet());
        view.members().stream()
                .filter(member -> consenting.contains(member.id()))
                .forEach(member -> line("member", member.name(), member.kind(), member.born()));
        if (view.frame().adultsNotTakingPart() > 0) {
            line("notpart", view.frame().adultsNotTakingPart());
        }
        view.sources().stream()
                .filter(source -> consenting.contains(source.person()))
                .forEach(source -> line(
                        "state", source.register(), name(source.person()), source.outcome(), source.quarantined()));
        view.disagreements()
                .forEach(found ->
                        line("disagree", name(found.person()), found.kind() + (found.hidden() ? "_HIDDEN" : "")));
    }

    private List<Sourced<Fact.Case>> shownCases() {
        List<Sourced<Fact.Case>> cases = new ArrayList<>();
        view.lanes().forEach(lane -> {
            cases.addAll(lane.open());
            cases.addAll(lane.closed());
        });
        return cases;
    }

    private void cases() {
        for (Sourced<Fact.Case> sourced : shownCases()) {
            Fact.Case c = sourced.fact();
            line(
                    "case",
                    sourced.from().register(),
                    name(sourced.person()),
                    c.number(),
                    code(c.subject()),
                    c.open() ? "OPEN" : "CLOSED",
                    c.opened(),
                    c.closed(),
                    c.unit(),
                    c.workerName());
        }
        view.lanes()
                .forEach(lane -> lane.workers().forEach(sourced -> {
                    Fact.Worker w = sourced.fact();
                    line(
                            "worker",
                            sourced.from().register(),
                            name(sourced.person()),
                            w.name(),
                            code(w.role()),
                            w.primary() ? "PRIMARY" : "OTHER",
                            w.from(),
                            w.until());
                }));
    }

    private void measures() {
        for (Sourced<Fact.Measure> sourced : view.measures()) {
            Fact.Measure m = sourced.fact();
            line(
                    "measure",
                    sourced.from().register(),
                    name(sourced.person()),
                    m.key(),
                    code(m.kind()),
                    m.law(),
                    m.provider(),
                    m.from(),
                    m.until(),
                    m.hoursPerWeek(),
                    m.status().canonical(),
                    caseNumber(sourced));
        }
        view.anonymous()
                .forEach(count -> line("anonymous", count.from().register(), name(count.person()), count.number()));
    }

    private String caseNumber(Sourced<Fact.Measure> measure) {
        return shownCases().stream()
                .filter(shown -> shown.person().equals(measure.person())
                        && shown.from().register().equals(measure.from().register())
                        && shown.fact().key().equals(measure.fact().caseKey()))
                .map(shown -> shown.fact().number())
                .findFirst()
                .orElse(null);
    }

    private void incomes() {
        for (Income income : view.incomes()) {
            String name = name(income.person());
            income.benefits().forEach(sourced -> {
                Fact.Benefit b = sourced.fact();
                line("benefit", name, b.kind().code(), b.rate(), b.from(), b.until());
            });
            income.hours().forEach(sourced -> {
                Fact.PaidHours p = sourced.fact();
                line("hours", name, p.month(), p.hours(), code(p.kind()));
            });
            income.educations().forEach(sourced -> {
                Fact.Education e = sourced.fact();
                line("education", name, e.name(), code(e.status()), e.from(), e.until());
            });
            income.classifications()
                    .forEach(sourced -> line(
                            "class",
                            name,
                            code(sourced.fact().targetGroup()),
                            sourced.fact().personCategory()));
        }
    }

    private void dates() {
        view.appointments().forEach(sourced -> {
            Fact.Appointment a = sourced.fact();
            line(
                    "appointment",
                    sourced.from().register(),
                    name(sourced.person()),
                    a.kind().code(),
                    a.date(),
                    a.start(),
                    a.status().canonical());
        });
        view.deadlines().forEach(sourced -> {
            Fact.Deadline d = sourced.fact();
            line(
                    "deadline",
                    sourced.from().register(),
                    name(sourced.person()),
                    d.kind().code(),
                    d.date(),
                    d.met());
        });
        view.clashes()
                .forEach(clash ->
                        line("clash", clash.date(), clash.appointments().size()));
    }

    private void children() {
        for (Child child : view.children()) {
            String name = name(child.person());
            child.enrolments().forEach(sourced -> {
                Fact.Enrolment e = sourced.fact();
                line("enrolment", name, e.kind().canonical(), e.institution(), e.group(), e.from(), e.until());
            });
            child.absences().forEach(sourced -> {
                Fact.Absence a = sourced.fact();
                line(
                        "absence",
                        name,
                        a.institution(),
                        a.month(),
                        a.schoolDays(),
                        a.sick(),
                        a.permitted(),
                        a.unlawful(),
                        a.partial());
            });
            child.hours().forEach(sourced -> {
                Fact.CareHours h = sourced.fact();
                line(
                        "carehours",
                        name,
                        h.institution(),
                        h.month(),
                        h.days(),
                        h.visits(),
                        h.unnoted(),
                        h.minutes(),
                        h.median());
            });
            child.attendance().forEach(sourced -> {
                Fact.Attendance a = sourced.fact();
                line(
                        "attendance",
                        name,
                        a.institution(),
                        a.expected(),
                        a.attended(),
                        a.sick(),
                        a.holiday(),
                        a.free(),
                        a.unmarked());
            });
        }
    }

    private void homes() {
        for (Home home : view.homes()) {
            Fact.Tenancy t = home.tenancy();
            home.persons()
                    .forEach(person -> line(
                            "tenancy",
                            name(person),
                            t.key(),
                            t.from(),
                            t.until(),
                            t.arrears() ? "ARREARS" : "NONE",
                            t.arrearsSince(),
                            t.reminderStep(),
                            t.terminated(),
                            t.eviction()));
        }
    }
}
