package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.mapping.Fact;
import dk.samblik.view.Frame.RegisterShown;
import dk.samblik.view.Lane.Contact;
import dk.samblik.view.Lane.Note;
import dk.samblik.view.SourceState.Outcome;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The view by department, always all of them and in one order. */
final class Lanes {

    private static final List<Department> ORDER =
            List.of(Department.EMPLOYMENT, Department.CHILDREN, Department.SOCIAL, Department.HOUSING);
    private static final Comparator<Fact.Case> NEWEST_FIRST =
            Comparator.comparing(Fact.Case::opened).reversed().thenComparing(Fact.Case::number);

    private final Frame frame;
    private final Shown shown;
    private final List<SourceState> states;
    private final List<CalendarEntry> calendar;
    private final LocalDate today;

    private Lanes(Frame frame, Shown shown, List<SourceState> states, List<CalendarEntry> calendar, LocalDate today) {
        this.frame = frame;
        this.shown = shown;
        this.states = states;
        this.calendar = calendar;
        this.today = today;
    }

    static List<Lane> of(
            Frame frame, Shown shown, List<SourceState> states, List<CalendarEntry> calendar, LocalDate today) {
        Lanes lanes = new Lanes(frame, shown, states, calendar, today);
        return ORDER.stream().map(lanes::lane).toList();
    }

    private Lane lane(Department department) {
        List<SourceState> members =
                states.stream().filter(state -> state.source() == department).toList();
        List<Sourced<Fact.Case>> cases = own(department, shown.of(Fact.Case.class, NEWEST_FIRST));
        List<Contact> contacts = Contacts.of(department, shown, today);
        return new Lane(
                department,
                title(department),
                combined(members),
                note(department, members),
                contacts,
                cases.stream().filter(one -> one.fact().open()).toList(),
                cases.stream().filter(one -> !one.fact().open()).toList(),
                own(department, shown.of(Fact.Worker.class, Comparator.comparing(Fact.Worker::toString))),
                calendar.stream()
                        .filter(entry -> entry.department() == department
                                && !entry.date().isBefore(today))
                        .toList(),
                members,
                (int) contacts.stream()
                        .map(Contact::name)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count(),
                members.stream().mapToInt(SourceState::facts).sum());
    }

    private static <F extends Fact> List<Sourced<F>> own(Department department, List<Sourced<F>> all) {
        return all.stream()
                .filter(sourced -> sourced.from().source() == department)
                .toList();
    }

    private String title(Department department) {
        return frame.registers().stream()
                .filter(register -> register.source() == department)
                .map(RegisterShown::title)
                .findFirst()
                .orElse(department.name());
    }

    /**
     * The state that asks for most attention; "not fetched" only where nothing at all is shown from there. A member whose
     * first asking is to come says nothing about the others.
     */
    private static LaneState combined(List<SourceState> members) {
        Set<LaneState> found = members.stream()
                .filter(member -> member.outcome() != Outcome.NOT_YET)
                .map(SourceState::state)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LaneState.class)));
        boolean anything = members.stream().anyMatch(member -> member.answered() != null);
        boolean waiting = members.stream().anyMatch(member -> member.outcome() == Outcome.NOT_YET);
        if (!anything && (waiting || found.contains(LaneState.DOWN_EMPTY))) {
            return LaneState.DOWN_EMPTY;
        }
        if (found.contains(LaneState.DOWN_EMPTY) || found.contains(LaneState.STALE)) {
            return LaneState.STALE;
        }
        return Stream.of(
                        LaneState.PARTLY_QUARANTINED,
                        LaneState.FRESH,
                        LaneState.NOTHING_FOUND,
                        LaneState.NOT_ACCESSIBLE,
                        LaneState.WITHDRAWN)
                .filter(found::contains)
                .findFirst()
                .orElse(LaneState.NOT_IN_SCOPE);
    }

    private Note note(Department department, List<SourceState> members) {
        Optional<SourceState> worst = members.stream()
                .filter(member -> member.state() == LaneState.DOWN_EMPTY || member.state() == LaneState.STALE)
                .min(Comparator.comparing(SourceState::staleSince, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(member -> member.person().value()));
        return new Note(
                first(members, SourceState::asOf),
                first(members, SourceState::answered),
                worst.map(SourceState::staleSince).orElse(null),
                worst.map(SourceState::reason).orElse(null),
                looksBack(department),
                first(
                        frame.participants(),
                        participant -> participant.withdrawn().get(department)),
                members.stream().mapToInt(SourceState::quarantined).sum());
    }

    private static <S, T extends Comparable<T>> @Nullable T first(List<S> from, Function<S, @Nullable T> value) {
        return from.stream()
                .map(value)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private @Nullable LocalDate looksBack(Department department) {
        return frame.participants().stream()
                .map(participant -> participant.scopes().get(department))
                .filter(Objects::nonNull)
                .map(scope -> today.minus(scope.back()))
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
