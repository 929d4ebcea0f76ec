package dk.samblik.view;

import dk.samblik.mapping.Fact;
import dk.samblik.view.Change.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What is new between two views, weightiest first. A register that is fresh again, equal values fetched anew and another
 * spelling are not; neither is a fact that is gone because it grew old or its consent was taken back.
 */
public final class Changes {

    private static final Comparator<Change> WEIGHTIEST_FIRST = Comparator.comparing(Change::kind)
            .thenComparing(Change::date, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Change::toString);

    private final List<Change> changes = new ArrayList<>();

    private Changes() {}

    /** The changes from one view of a household to a later one; none from a version 0, where all would be new. */
    public static List<Change> between(HouseholdView before, HouseholdView after) {
        if (before.frame().version() == 0) {
            return List.of();
        }
        Changes found = new Changes();
        found.changes.addAll(ConsentChanges.between(before.frame(), after.frame()));
        found.changes.addAll(HomeChanges.between(before, after));
        found.each(cases(before), cases(after), found::ofCase);
        found.each(before.measures(), after.measures(), found::ofMeasure);
        found.each(benefits(before), benefits(after), found::ofBenefit);
        found.each(educations(before), educations(after), found::ofEducation);
        found.each(before.deadlines(), after.deadlines(), found::ofDeadline);
        found.each(before.appointments(), after.appointments(), found::ofAppointment);
        found.each(places(before), places(after), found::ofPlace);
        return found.changes.stream().distinct().sorted(WEIGHTIEST_FIRST).toList();
    }

    private static List<Sourced<Fact.Case>> cases(HouseholdView view) {
        List<Sourced<Fact.Case>> cases = new ArrayList<>();
        view.lanes().forEach(lane -> {
            cases.addAll(lane.open());
            cases.addAll(lane.closed());
        });
        return cases;
    }

    private static List<Sourced<Fact.Benefit>> benefits(HouseholdView view) {
        return view.incomes().stream()
                .flatMap(income -> income.benefits().stream())
                .toList();
    }

    private static List<Sourced<Fact.Education>> educations(HouseholdView view) {
        return view.incomes().stream()
                .flatMap(income -> income.educations().stream())
                .toList();
    }

    private static List<Sourced<Fact.Enrolment>> places(HouseholdView view) {
        return view.children().stream()
                .flatMap(child -> child.enrolments().stream())
                .toList();
    }

    /** A fact that stood there before, word for word, is not judged: one key may carry more than one. */
    private <F extends Fact> void each(
            List<Sourced<F>> before, List<Sourced<F>> after, BiConsumer<@Nullable F, Sourced<F>> judge) {
        Map<List<Object>, List<F>> known = new HashMap<>();
        before.forEach(sourced -> known.computeIfAbsent(FactKey.of(sourced), key -> new ArrayList<>())
                .add(sourced.fact()));
        for (Sourced<F> sourced : after) {
            List<F> then = known.getOrDefault(FactKey.of(sourced), List.of());
            if (!then.contains(sourced.fact())) {
                judge.accept(then.isEmpty() ? null : then.get(0), sourced);
            }
        }
    }

    private void ofCase(Fact.@Nullable Case before, Sourced<Fact.Case> after) {
        Fact.Case now = after.fact();
        boolean wasOpen = before == null || before.open();
        if (wasOpen && !now.open()) {
            add(Kind.CASE_CLOSED, after, new Told(now.subject(), now.number(), now.closed()));
        } else if (now.open() && (before == null || !before.open())) {
            add(Kind.CASE_NEW, after, new Told(now.subject(), now.number(), now.opened()));
        }
    }

    private void ofMeasure(Fact.@Nullable Measure before, Sourced<Fact.Measure> after) {
        Fact.Measure now = after.fact();
        Told told = new Told(now.kind(), now.law(), now.until() == null ? now.from() : now.until());
        if (before == null) {
            add(Kind.MEASURE_NEW, after, told);
        } else if (ended(now) && !ended(before)) {
            add(Kind.MEASURE_ENDED, after, told);
        } else if (!said(before).equals(said(now))) {
            add(Kind.MEASURE_CHANGED, after, told);
        }
    }

    private static boolean ended(Fact.Measure measure) {
        return "ENDED".equals(measure.status().canonical());
    }

    private static List<@Nullable Object> said(Fact.Measure m) {
        List<@Nullable Object> said = new ArrayList<>();
        said.add(m.from());
        said.add(m.until());
        said.add(m.hoursPerWeek() == null ? null : m.hoursPerWeek().stripTrailingZeros());
        said.add(m.status().canonical() == null ? m.status().code() : m.status().canonical());
        return said;
    }

    private void ofBenefit(Fact.@Nullable Benefit before, Sourced<Fact.Benefit> after) {
        Fact.Benefit now = after.fact();
        if (before == null) {
            add(Kind.BENEFIT_NEW, after, new Told(now.kind(), now.rate(), now.from()));
        } else if (before.until() == null && now.until() != null) {
            add(Kind.BENEFIT_ENDED, after, new Told(now.kind(), now.rate(), now.until()));
        } else if (!Objects.equals(before.until(), now.until()) || !Objects.equals(before.rate(), now.rate())) {
            add(Kind.BENEFIT_CHANGED, after, new Told(now.kind(), now.rate(), now.until()));
        }
    }

    private void ofEducation(Fact.@Nullable Education before, Sourced<Fact.Education> after) {
        Fact.Education now = after.fact();
        Kind kind = stands(now);
        if (before == null || stands(before) != kind) {
            add(kind, after, new Told(null, now.name(), kind == Kind.EDUCATION_NEW ? now.from() : now.until()));
        }
    }

    private static Kind stands(Fact.Education education) {
        return switch (String.valueOf(education.status().canonical())) {
            case "COMPLETED" -> Kind.EDUCATION_COMPLETED;
            case "BROKEN_OFF" -> Kind.EDUCATION_BROKEN_OFF;
            default -> Kind.EDUCATION_NEW;
        };
    }

    private void ofDeadline(Fact.@Nullable Deadline before, Sourced<Fact.Deadline> after) {
        Fact.Deadline now = after.fact();
        Told told = new Told(now.kind(), null, now.date());
        if (now.met() != null) {
            if (before != null && before.met() == null) {
                add(Kind.DEADLINE_MET, after, told);
            }
        } else if (before == null) {
            add(Kind.DEADLINE_NEW, after, told);
        } else if (!before.date().equals(now.date())) {
            add(Kind.DEADLINE_CHANGED, after, told);
        }
    }

    private void ofAppointment(Fact.@Nullable Appointment before, Sourced<Fact.Appointment> after) {
        Fact.Appointment now = after.fact();
        Told told = new Told(now.kind(), null, now.date());
        if (before == null) {
            add(Kind.APPOINTMENT_NEW, after, told);
        } else if (!before.date().equals(now.date())
                || !Objects.equals(before.start(), now.start())
                || !Objects.equals(before.status().canonical(), now.status().canonical())) {
            add(Kind.APPOINTMENT_CHANGED, after, told);
        }
    }

    private void ofPlace(Fact.@Nullable Enrolment before, Sourced<Fact.Enrolment> after) {
        Fact.Enrolment now = after.fact();
        String where = now.institution().isEmpty() ? null : now.institution();
        if (before == null) {
            add(Kind.PLACE_NEW, after, new Told(now.kind(), where, now.from()));
        } else if (before.until() == null && now.until() != null) {
            add(Kind.PLACE_ENDED, after, new Told(now.kind(), where, now.until()));
        }
    }

    /** What the sentence of a change says of the fact. */
    private record Told(
            dk.samblik.mapping.@Nullable Coded what,
            @Nullable String text,
            java.time.@Nullable LocalDate date) {}

    private void add(Kind kind, Sourced<?> about, Told told) {
        changes.add(new Change(kind, about.person(), about.from().source(), told.what(), told.text(), told.date()));
    }
}
