package dk.samblik.view;

import dk.samblik.mapping.Coded;
import dk.samblik.mapping.Fact;
import dk.samblik.view.Moment.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened, newest first: every dated beginning, end and contact up to today. */
final class Timeline {

    private static final Comparator<Moment> NEWEST_FIRST = Comparator.comparing(Moment::date)
            .reversed()
            .thenComparing(Moment::kind)
            .thenComparing(moment -> moment.person().value())
            .thenComparing(Moment::toString);

    private final LocalDate today;
    private final List<Moment> moments = new ArrayList<>();

    private Timeline(LocalDate today) {
        this.today = today;
    }

    static List<Moment> of(Shown shown, LocalDate today) {
        Timeline timeline = new Timeline(today);
        shown.all().forEach(timeline::tell);
        return timeline.moments.stream().distinct().sorted(NEWEST_FIRST).toList();
    }

    private void tell(Sourced<? extends Fact> from) {
        Fact fact = from.fact();
        if (fact instanceof Fact.Case c) {
            Coded what = c.subject() == null ? c.kind() : c.subject();
            add(from, Kind.CASE_OPENED, c.opened(), what, null);
            add(from, Kind.CASE_CLOSED, c.closed(), what, null);
        } else if (fact instanceof Fact.Measure m) {
            add(from, Kind.MEASURE_STARTED, m.from(), m.kind(), m.law());
            add(from, Kind.MEASURE_ENDED, m.until(), m.kind(), m.law());
        } else if (fact instanceof Fact.Benefit b) {
            add(from, Kind.BENEFIT_STARTED, b.from(), b.kind(), null);
            add(from, Kind.BENEFIT_ENDED, b.until(), b.kind(), null);
        } else if (fact instanceof Fact.Appointment a) {
            tell(from, a);
        } else if (fact instanceof Fact.Deadline d) {
            add(from, Kind.DEADLINE_MET, d.met(), d.kind(), null);
        } else {
            tellOfPlaces(from);
        }
    }

    private void tell(Sourced<? extends Fact> from, Fact.Appointment appointment) {
        if ("HELD".equals(appointment.status().canonical())) {
            add(from, Kind.APPOINTMENT_HELD, appointment.date(), appointment.kind(), null);
        } else if ("MISSED".equals(appointment.status().canonical())) {
            add(from, Kind.APPOINTMENT_MISSED, appointment.date(), appointment.kind(), null);
        }
    }

    /** A last day of one that runs is planned and has not happened. */
    private void tell(Sourced<? extends Fact> from, Fact.Education education) {
        add(from, Kind.EDUCATION_STARTED, education.from(), null, education.name());
        if ("COMPLETED".equals(education.status().canonical())) {
            add(from, Kind.EDUCATION_COMPLETED, education.until(), null, education.name());
        } else if ("BROKEN_OFF".equals(education.status().canonical())) {
            add(from, Kind.EDUCATION_BROKEN_OFF, education.until(), null, education.name());
        }
    }

    private void tellOfPlaces(Sourced<? extends Fact> from) {
        if (from.fact() instanceof Fact.Enrolment e) {
            String institution = e.institution().isEmpty() ? null : e.institution();
            add(from, Kind.PLACE_STARTED, e.from(), e.kind(), institution);
            add(from, Kind.PLACE_ENDED, e.until(), e.kind(), institution);
        } else if (from.fact() instanceof Fact.Tenancy t) {
            add(from, Kind.MOVED_IN, t.from(), null, null);
            add(from, Kind.MOVED_OUT, t.until(), null, null);
        } else if (from.fact() instanceof Fact.Education e) {
            tell(from, e);
        }
    }

    private void add(
            Sourced<? extends Fact> from,
            Kind kind,
            @Nullable LocalDate date,
            @Nullable Coded what,
            @Nullable String text) {
        if (date != null && !date.isAfter(today)) {
            moments.add(new Moment(date, kind, from.person(), from.from().source(), what, text, from.from()));
        }
    }
}
