package dk.samblik.team;

import dk.samblik.household.Department;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Member;
import dk.samblik.view.Moment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the reader chose to see of a timeline. It stands in the address and names no one: {@code person} is a place in the
 * list of members, from 1. A value that is not offered chooses nothing.
 */
record TimelineFilters(
        @Nullable String forvaltning,
        @Nullable String person,
        @Nullable String art) {

    /** What events are grouped by, in the order they are offered. */
    enum Kind {
        CASES,
        MEASURES,
        BENEFITS,
        EDUCATION,
        CONTACTS,
        PLACES,
        HOME;

        static Kind of(Moment moment) {
            return switch (moment.kind()) {
                case CASE_OPENED, CASE_CLOSED -> CASES;
                case MEASURE_STARTED, MEASURE_ENDED -> MEASURES;
                case BENEFIT_STARTED, BENEFIT_ENDED -> BENEFITS;
                case EDUCATION_STARTED, EDUCATION_COMPLETED, EDUCATION_BROKEN_OFF -> EDUCATION;
                case APPOINTMENT_HELD, APPOINTMENT_MISSED, DEADLINE_MET -> CONTACTS;
                case PLACE_STARTED, PLACE_ENDED -> PLACES;
                case MOVED_IN, MOVED_OUT -> HOME;
            };
        }
    }

    /** The department chosen; empty for all. */
    Optional<Department> department() {
        return named(Department.values(), forvaltning);
    }

    /** The kind chosen; empty for all. */
    Optional<Kind> kind() {
        return named(Kind.values(), art);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, @Nullable String name) {
        return Arrays.stream(all).filter(one -> value(one).equals(name)).findFirst();
    }

    /** How a choice is written in the address. */
    static String value(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** The member chosen; empty for all. */
    Optional<Member> member(HouseholdView view) {
        List<Member> members = view.members();
        return IntStream.range(0, members.size())
                .filter(at -> String.valueOf(at + 1).equals(person))
                .mapToObj(members::get)
                .findFirst();
    }

    boolean fits(Moment moment, HouseholdView view) {
        return department().map(moment.department()::equals).orElse(true)
                && member(view)
                        .map(member -> member.id().equals(moment.person()))
                        .orElse(true)
                && kind().map(Kind.of(moment)::equals).orElse(true);
    }

    TimelineFilters withoutDepartment() {
        return new TimelineFilters(null, person, art);
    }

    TimelineFilters withoutPerson() {
        return new TimelineFilters(forvaltning, null, art);
    }

    TimelineFilters withoutKind() {
        return new TimelineFilters(forvaltning, person, null);
    }

    /** The address of this choice. */
    String address(HouseholdView view) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        department().ifPresent(one -> query.add("forvaltning=" + value(one)));
        member(view).ifPresent(one -> query.add("person=" + (view.members().indexOf(one) + 1)));
        kind().ifPresent(one -> query.add("art=" + value(one)));
        return "/husstande/" + view.frame().household() + "/tidslinje" + query;
    }
}
