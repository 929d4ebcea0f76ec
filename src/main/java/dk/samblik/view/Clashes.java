package dk.samblik.view;

import dk.samblik.mapping.Fact;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Planned appointments that cannot all be kept. One without an end is taken to last an hour. */
final class Clashes {

    private static final int UNSAID_MINUTES = 60;

    private Clashes() {}

    static List<Clash> of(Shown shown) {
        TreeMap<LocalDate, List<Sourced<Fact.Appointment>>> days = new TreeMap<>();
        for (Sourced<Fact.Appointment> sourced : shown.of(Fact.Appointment.class, byTime())) {
            if ("PLANNED".equals(sourced.fact().status().canonical())
                    && sourced.fact().start() != null) {
                days.computeIfAbsent(sourced.fact().date(), day -> new ArrayList<>())
                        .add(sourced);
            }
        }
        List<Clash> clashes = new ArrayList<>();
        days.forEach((day, planned) -> {
            List<Sourced<Fact.Appointment>> clashing = planned.stream()
                    .filter(one -> planned.stream().anyMatch(other -> clash(one, other)))
                    .toList();
            if (!clashing.isEmpty()) {
                clashes.add(new Clash(day, clashing));
            }
        });
        return clashes;
    }

    private static Comparator<Fact.Appointment> byTime() {
        return Comparator.comparing(Fact.Appointment::date)
                .thenComparing(Fact.Appointment::start, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    private static boolean clash(Sourced<Fact.Appointment> one, Sourced<Fact.Appointment> other) {
        boolean samePerson = one.person().equals(other.person());
        boolean sameRegister = one.from().register().equals(other.from().register());
        boolean oneMeeting =
                sameRegister && one.fact().key().equals(other.fact().key());
        return !(samePerson && sameRegister)
                && !oneMeeting
                && begin(one.fact()) < end(other.fact())
                && begin(other.fact()) < end(one.fact());
    }

    private static int begin(Fact.Appointment appointment) {
        LocalTime start = appointment.start();
        return start == null ? 0 : start.toSecondOfDay() / 60;
    }

    private static int end(Fact.Appointment appointment) {
        int begin = begin(appointment);
        LocalTime end = appointment.end();
        int said = end == null ? begin : end.toSecondOfDay() / 60;
        return said > begin ? said : begin + UNSAID_MINUTES;
    }
}
