package dk.samblik.view;

import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import dk.samblik.view.Child.Quarter;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** School and day care by child. */
final class Children {

    private Children() {}

    static List<Child> of(List<Member> members, Shown shown, LocalDate today) {
        List<Sourced<Fact.Enrolment>> enrolments = shown.of(
                Fact.Enrolment.class,
                Comparator.<Fact.Enrolment, Boolean>comparing(place -> !Current.on(today, place.from(), place.until()))
                        .thenComparing(Fact.Enrolment::from, Comparator.reverseOrder()));
        List<Sourced<Fact.Absence>> absences = shown.of(
                Fact.Absence.class,
                Comparator.comparing(Fact.Absence::month).reversed().thenComparing(Fact.Absence::institution));
        List<Sourced<Fact.Attendance>> attendance =
                shown.of(Fact.Attendance.class, Comparator.comparing(Fact.Attendance::institution));
        List<Sourced<Fact.CareHours>> hours = shown.of(
                Fact.CareHours.class,
                Comparator.comparing(Fact.CareHours::month).reversed().thenComparing(Fact.CareHours::institution));
        List<Child> children = new ArrayList<>();
        for (Member member : members) {
            Child child = new Child(
                    member.id(),
                    of(member.id(), enrolments),
                    quarter(name(today), of(member.id(), absences)),
                    quarter(name(today.minusMonths(3)), of(member.id(), absences)),
                    of(member.id(), absences),
                    of(member.id(), attendance),
                    of(member.id(), hours));
            if (!child.enrolments().isEmpty()
                    || !child.absences().isEmpty()
                    || !child.attendance().isEmpty()
                    || !child.hours().isEmpty()) {
                children.add(child);
            }
        }
        return children;
    }

    private static <F extends Fact> List<Sourced<F>> of(PersonId person, List<Sourced<F>> all) {
        return all.stream().filter(sourced -> sourced.person().equals(person)).toList();
    }

    /** The name of a day's quarter as registers' figures carry it, for example {@code 2026-Q4}. */
    static String name(LocalDate day) {
        return day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
    }

    private static @Nullable Quarter quarter(String name, List<Sourced<Fact.Absence>> absences) {
        List<Sourced<Fact.Absence>> months = absences.stream()
                .filter(absence -> absence.fact().quarter().equals(name))
                .toList();
        Quarter sum = Quarter.of(name, months);
        return sum.schoolDays() == 0 ? null : sum;
    }
}
