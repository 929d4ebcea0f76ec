package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import dk.samblik.view.Alert.Kind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The few dated facts to know first; each rule is one of the domain reference, 8.1 no. 3. */
final class Alerts {

    private static final int MOST = 5;
    private static final int SOON = 30;
    private static final int UNLAWFUL_PERMILLE = 100;
    private static final int MISSED = 3;
    private static final int MISSED_DAYS = 60;
    private static final Comparator<Alert> WEIGHTIEST_FIRST =
            Comparator.comparing(Alert::kind).thenComparing(Alert::date).thenComparing(Alert::toString);

    private final LocalDate today;
    private final List<Alert> alerts = new ArrayList<>();

    private Alerts(LocalDate today) {
        this.today = today;
    }

    static List<Alert> of(
            Frame frame, Shown shown, List<Home> homes, List<Child> children, List<Clash> clashes, LocalDate today) {
        Alerts alerts = new Alerts(today);
        homes.forEach(alerts::home);
        shown.of(Fact.Benefit.class, Comparator.comparing(Fact.Benefit::from)).forEach(alerts::benefit);
        children.forEach(alerts::absence);
        shown.of(Fact.Deadline.class, Comparator.comparing(Fact.Deadline::date)).forEach(alerts::deadline);
        clashes.stream()
                .filter(clash -> alerts.soon(clash.date()))
                .forEach(clash -> alerts.add(
                        Kind.CLASH,
                        clash.date(),
                        null,
                        null,
                        clash.appointments().size()));
        alerts.missed(shown);
        frame.participants().forEach(alerts::consent);
        return alerts.alerts.stream()
                .distinct()
                .sorted(WEIGHTIEST_FIRST)
                .limit(MOST)
                .toList();
    }

    private boolean soon(@Nullable LocalDate date) {
        return date != null && !date.isBefore(today) && !date.isAfter(today.plusDays(SOON));
    }

    private int daysTo(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(today, date);
    }

    private void add(
            Kind kind, LocalDate date, @Nullable PersonId person, @Nullable Department department, int number) {
        alerts.add(new Alert(kind, date, person, department, null, number));
    }

    private void home(Home home) {
        PersonId holder = home.persons().get(0);
        LocalDate eviction = home.tenancy().eviction();
        LocalDate terminated = home.tenancy().terminated();
        if (home.current() && eviction != null) {
            add(Kind.EVICTION, eviction, holder, home.from().source(), daysTo(eviction));
        }
        if (home.current() && terminated != null) {
            add(Kind.TENANCY_TERMINATED, terminated, holder, home.from().source(), 0);
        }
    }

    private void benefit(Sourced<Fact.Benefit> sourced) {
        LocalDate until = sourced.fact().until();
        if (until != null && soon(until)) {
            alerts.add(new Alert(
                    Kind.BENEFIT_ENDING,
                    until,
                    sourced.person(),
                    sourced.from().source(),
                    sourced.fact().kind(),
                    daysTo(until)));
        }
    }

    private void absence(Child child) {
        Child.Quarter quarter = child.thisQuarter();
        if (quarter != null && quarter.unlawfulPermille() >= UNLAWFUL_PERMILLE) {
            child.absences().stream()
                    .filter(absence -> absence.fact().quarter().equals(quarter.name()))
                    .max(Comparator.comparing(absence -> absence.fact().upTo()))
                    .ifPresent(latest -> add(
                            Kind.UNLAWFUL_ABSENCE,
                            latest.fact().upTo(),
                            child.person(),
                            latest.from().source(),
                            Math.round(quarter.unlawfulPermille() / 10f)));
        }
    }

    private void deadline(Sourced<Fact.Deadline> sourced) {
        Fact.Deadline deadline = sourced.fact();
        if (deadline.met() == null && deadline.date().isBefore(today)) {
            alerts.add(new Alert(
                    Kind.DEADLINE_PASSED,
                    deadline.date(),
                    sourced.person(),
                    sourced.from().source(),
                    deadline.kind(),
                    -daysTo(deadline.date())));
        }
    }

    private void missed(Shown shown) {
        Map<PersonId, List<LocalDate>> missed =
                shown.of(Fact.Appointment.class, Comparator.comparing(Fact.Appointment::date)).stream()
                        .filter(sourced ->
                                "MISSED".equals(sourced.fact().status().canonical())
                                        && !sourced.fact().date().isBefore(today.minusDays(MISSED_DAYS)))
                        .collect(Collectors.groupingBy(
                                Sourced::person,
                                () -> new TreeMap<>(Comparator.comparing(PersonId::value)),
                                Collectors.mapping(sourced -> sourced.fact().date(), Collectors.toList())));
        missed.forEach((person, dates) -> {
            if (dates.size() >= MISSED) {
                add(Kind.MISSED_APPOINTMENTS, dates.get(dates.size() - 1), person, null, dates.size());
            }
        });
    }

    private void consent(Frame.Participant participant) {
        LocalDate end = participant.validTo();
        if (participant.standing() == Frame.Standing.IN_FORCE && end != null && soon(end)) {
            add(Kind.CONSENT_ENDING, end, participant.id(), null, daysTo(end));
        }
    }
}
