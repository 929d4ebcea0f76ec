package dk.samblik.team;

import dk.samblik.household.Department;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Member;
import dk.samblik.view.Moment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A whole timeline, newest first, and the choices there are: only those that have an event. */
final class TimelineScreen {

    private final HouseholdView view;
    private final TimelineFilters filters;
    private final People people;
    private final Words words;

    TimelineScreen(HouseholdView view, TimelineFilters filters, People people, Words words) {
        this.view = view;
        this.filters = filters;
        this.people = people;
        this.words = words;
    }

    /** One choice of a list: how it is written in the address, and in words. */
    public record Option(String value, String text, boolean chosen) {}

    /** A choice that was made, and the address without it. */
    public record Chosen(String text, String without) {}

    public List<Moment> moments() {
        return view.timeline().stream()
                .filter(moment -> filters.fits(moment, view))
                .toList();
    }

    /** "12 of 45 events". */
    public String shown() {
        return words.say("timeline.shown", moments().size(), view.timeline().size());
    }

    public boolean filtered() {
        return !chosen().isEmpty();
    }

    /** Every choice that was made. */
    public List<Chosen> chosen() {
        List<Chosen> chosen = new ArrayList<>();
        filters.department()
                .ifPresent(one -> chosen.add(
                        new Chosen(text(one), filters.withoutDepartment().address(view))));
        filters.member(view)
                .ifPresent(one -> chosen.add(
                        new Chosen(people.name(one), filters.withoutPerson().address(view))));
        filters.kind()
                .ifPresent(one ->
                        chosen.add(new Chosen(text(one), filters.withoutKind().address(view))));
        return chosen;
    }

    public List<Option> departments() {
        return Arrays.stream(Department.values())
                .filter(one -> view.timeline().stream().anyMatch(moment -> moment.department() == one))
                .map(one -> option(
                        one, text(one), filters.department().filter(one::equals).isPresent()))
                .toList();
    }

    public List<Option> kinds() {
        return Arrays.stream(TimelineFilters.Kind.values())
                .filter(one -> view.timeline().stream().anyMatch(moment -> TimelineFilters.Kind.of(moment) == one))
                .map(one -> option(
                        one, text(one), filters.kind().filter(one::equals).isPresent()))
                .toList();
    }

    public List<Option> persons() {
        List<Option> options = new ArrayList<>();
        List<Member> members = view.members();
        for (int at = 0; at < members.size(); at++) {
            Member member = members.get(at);
            if (view.timeline().stream().anyMatch(moment -> moment.person().equals(member.id()))) {
                options.add(new Option(
                        String.valueOf(at + 1),
                        people.name(member),
                        filters.member(view).filter(member::equals).isPresent()));
            }
        }
        return options;
    }

    /** The address without any choice. */
    public String all() {
        return new TimelineFilters(null, null, null).address(view);
    }

    private static Option option(Enum<?> one, String text, boolean chosen) {
        return new Option(TimelineFilters.value(one), text, chosen);
    }

    private String text(Department department) {
        return words.say("department." + department);
    }

    private String text(TimelineFilters.Kind kind) {
        return words.say("timeline.kind." + kind);
    }
}
