package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.mapping.Fact;
import dk.samblik.view.Frame.RegisterShown;
import dk.samblik.view.Lane.Contact;
import dk.samblik.view.Lane.Note;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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
                LaneState.of(members),
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

    private Note note(Department department, List<SourceState> members) {
        return new Note(
                        null,
                        null,
                        null,
                        null,
                        looksBack(department),
                        first(
                                frame.participants(),
                                participant -> participant.withdrawn().get(department)),
                        0)
                .of(members);
    }

    static <S, T extends Comparable<T>> @Nullable T first(List<S> from, Function<S, @Nullable T> value) {
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
