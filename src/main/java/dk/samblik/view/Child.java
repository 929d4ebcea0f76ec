package dk.samblik.view;

import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * School and day care of one child: places (current first), absence by month (newest first), day-care attendance, and
 * the hours of the obligatory offer by month (newest first).
 * {@code thisQuarter} and {@code lastQuarter} sum over schools, null where there are no figures.
 */
public record Child(
        PersonId person,
        List<Sourced<Fact.Enrolment>> enrolments,
        @Nullable Quarter thisQuarter,
        @Nullable Quarter lastQuarter,
        List<Sourced<Fact.Absence>> absences,
        List<Sourced<Fact.Attendance>> attendance,
        List<Sourced<Fact.CareHours>> hours) {

    public Child {
        enrolments = List.copyOf(enrolments);
        absences = List.copyOf(absences);
        attendance = List.copyOf(attendance);
        hours = List.copyOf(hours);
    }

    /** Absence of the running and the last quarter at one school; {@code from} where its newest month comes from. */
    public record AtSchool(String institution, Quarter days, LocalDate upTo, Provenance from) {}

    /** The absence school by school, the newest quarter first. */
    public List<AtSchool> bySchool() {
        return Stream.of(thisQuarter, lastQuarter)
                .flatMap(Stream::ofNullable)
                .flatMap(quarter -> absences.stream()
                        .filter(one -> one.fact().quarter().equals(quarter.name()))
                        .collect(Collectors.groupingBy(
                                one -> one.fact().institution(), TreeMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(school -> atSchool(school.getKey(), quarter.name(), school.getValue())))
                .toList();
    }

    private static AtSchool atSchool(String institution, String quarter, List<Sourced<Fact.Absence>> months) {
        Sourced<Fact.Absence> newest = months.get(0);
        return new AtSchool(
                institution, Quarter.of(quarter, months), newest.fact().upTo(), newest.from());
    }

    /** Absence of a quarter so far: whole days away of school days; partial days count 0 (the official figure). */
    public record Quarter(String name, int schoolDays, int sick, int permitted, int unlawful, int partial) {

        static Quarter of(String name, List<Sourced<Fact.Absence>> months) {
            Quarter sum = new Quarter(name, 0, 0, 0, 0, 0);
            for (Sourced<Fact.Absence> month : months) {
                Fact.Absence add = month.fact();
                sum = new Quarter(
                        name,
                        sum.schoolDays() + add.schoolDays(),
                        sum.sick() + add.sick(),
                        sum.permitted() + add.permitted(),
                        sum.unlawful() + add.unlawful(),
                        sum.partial() + add.partial());
            }
            return sum;
        }

        /** Days away, whatever the reason. */
        public int away() {
            return sick + permitted + unlawful;
        }

        /** Away, in tenths of a per cent of the school days. */
        public int awayPermille() {
            return permille(away());
        }

        /** Unlawfully away, in tenths of a per cent of the school days. */
        public int unlawfulPermille() {
            return permille(unlawful);
        }

        private int permille(int days) {
            return schoolDays == 0 ? 0 : (int) Math.round(days * 1000.0 / schoolDays);
        }
    }
}
