package dk.samblik.mapping;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Facts of one person in one register as lines of an expectation file. */
final class FactLines {

    private final String register;
    private final String name;
    private final List<Fact> facts;

    FactLines(String register, String name, List<Fact> facts) {
        this.register = register;
        this.name = name;
        this.facts = facts;
    }

    List<String> sorted() {
        return facts.stream().map(this::line).sorted().toList();
    }

    private String line(Fact fact) {
        if (fact instanceof Fact.Case c) {
            String state = c.open() ? "OPEN" : "CLOSED";
            return of(
                    "case",
                    register,
                    name,
                    c.number(),
                    code(c.subject()),
                    state,
                    c.opened(),
                    c.closed(),
                    c.unit(),
                    c.workerName());
        } else if (fact instanceof Fact.Worker w) {
            return of(
                    "worker",
                    register,
                    name,
                    w.name(),
                    code(w.role()),
                    w.primary() ? "PRIMARY" : "OTHER",
                    w.from(),
                    w.until());
        } else if (fact instanceof Fact.Measure m) {
            return of(
                    "measure",
                    register,
                    name,
                    m.key(),
                    code(m.kind()),
                    m.law(),
                    m.provider(),
                    m.from(),
                    m.until(),
                    m.hoursPerWeek(),
                    m.status().canonical(),
                    caseNumber(m.caseKey()));
        } else if (fact instanceof Fact.Anonymous) {
            return of("anonymous", register, name);
        } else if (fact instanceof Fact.Benefit b) {
            return of("benefit", name, b.kind().code(), b.rate(), b.from(), b.until());
        } else if (fact instanceof Fact.Classification c) {
            return of("class", name, code(c.targetGroup()), c.personCategory());
        } else if (fact instanceof Fact.PaidHours p) {
            return of("hours", name, p.month(), p.hours(), code(p.kind()));
        } else if (fact instanceof Fact.Education e) {
            return of("education", name, e.name(), code(e.status()), e.from(), e.until());
        } else if (fact instanceof Fact.Appointment a) {
            return of(
                    "appointment",
                    register,
                    name,
                    code(a.kind()),
                    a.date(),
                    a.start(),
                    a.status().canonical());
        } else if (fact instanceof Fact.Deadline d) {
            return of("deadline", register, name, code(d.kind()), d.date(), d.met());
        }
        return ofHome(fact);
    }

    private String ofHome(Fact fact) {
        if (fact instanceof Fact.Enrolment e) {
            return of("enrolment", name, e.kind().canonical(), e.institution(), e.group(), e.from(), e.until());
        } else if (fact instanceof Fact.Absence a) {
            return of(
                    "absence",
                    name,
                    a.institution(),
                    a.month(),
                    a.schoolDays(),
                    a.sick(),
                    a.permitted(),
                    a.unlawful(),
                    a.partial());
        } else if (fact instanceof Fact.Attendance a) {
            return of(
                    "attendance",
                    name,
                    a.institution(),
                    a.expected(),
                    a.attended(),
                    a.sick(),
                    a.holiday(),
                    a.free(),
                    a.unmarked());
        } else if (fact instanceof Fact.CareHours h) {
            return of(
                    "carehours",
                    name,
                    h.institution(),
                    h.month(),
                    h.days(),
                    h.visits(),
                    h.unnoted(),
                    h.minutes(),
                    h.median());
        } else if (fact instanceof Fact.Tenancy t) {
            return of(
                    "tenancy",
                    name,
                    t.key(),
                    t.from(),
                    t.until(),
                    t.arrears() ? "ARREARS" : "NONE",
                    t.arrearsSince(),
                    t.reminderStep(),
                    t.terminated(),
                    t.eviction());
        }
        throw new IllegalArgumentException("no line for a " + fact.getClass().getSimpleName());
    }

    private String caseNumber(String key) {
        return facts.stream()
                .filter(fact -> fact instanceof Fact.Case c && c.key().equals(key))
                .map(fact -> ((Fact.Case) fact).number())
                .findFirst()
                .orElse(null);
    }

    private static String code(Coded coded) {
        return coded == null ? null : coded.code();
    }

    private static String of(Object... fields) {
        return Arrays.stream(fields).map(FactLines::written).collect(Collectors.joining("|"));
    }

    private static String written(Object field) {
        return field instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : Objects.toString(field, "");
    }
}
