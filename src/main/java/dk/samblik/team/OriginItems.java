package dk.samblik.team;

import dk.samblik.view.CalendarEntry;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Lane;
import dk.samblik.view.Member;
import dk.samblik.view.Sourced;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What stands in a part of the household's page, for saying where it comes from. */
final class OriginItems {

    private OriginItems() {}

    /** What a part shows. */
    static Stream<Origins.Item> in(Part part, HouseholdView view) {
        return switch (part) {
            case MEMBERS ->
                view.members().stream()
                        .map(Member::from)
                        .filter(Objects::nonNull)
                        .map(from -> new Origins.Item(from, "identity"));
            case MEASURES -> items("measure", view.measures());
            case BENEFITS ->
                view.incomes().stream()
                        .flatMap(income -> Stream.of(
                                        items("benefit", income.benefits()),
                                        items("classification", income.classifications()),
                                        items("paid-hours", income.hours()),
                                        items("education", income.educations()))
                                .flatMap(all -> all));
            case CHILDREN ->
                view.children().stream()
                        .flatMap(child -> Stream.of(
                                        items("enrolment", child.enrolments()),
                                        items("absence", child.absences()),
                                        items("attendance", child.attendance()),
                                        items("care-hours", child.hours()))
                                .flatMap(all -> all));
            case HOUSING -> view.homes().stream().map(home -> new Origins.Item(home.from(), "tenancy"));
            case DATES -> items(view.calendar());
            case LANES -> Stream.empty();
        };
    }

    private static Stream<Origins.Item> items(String fact, List<? extends Sourced<?>> all) {
        return all.stream().map(one -> new Origins.Item(one.from(), fact));
    }

    private static Stream<Origins.Item> items(List<CalendarEntry> dates) {
        return dates.stream()
                .filter(entry -> entry.from() != null)
                .map(entry -> new Origins.Item(
                        Objects.requireNonNull(entry.from()),
                        entry.kind() == CalendarEntry.Kind.APPOINTMENT ? "appointment" : "deadline"));
    }

    /** What a lane shows. */
    static Stream<Origins.Item> in(Lane lane) {
        return Stream.of(
                        items("case", lane.open()),
                        items("case", lane.closed()),
                        lane.contacts().stream().map(contact -> new Origins.Item(contact.from(), "worker")),
                        items(lane.next()))
                .flatMap(all -> all);
    }
}
