package dk.samblik.view;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.mapping.Fact;
import dk.samblik.view.Frame.Participant;
import dk.samblik.view.Frame.RegisterShown;
import dk.samblik.view.Frame.Scope;
import dk.samblik.view.Frame.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is agreed, in one sentence, and what is not asked for, so that silence is not read as "no case". */
final class Consents {

    private Consents() {}

    static ConsentSummary summary(Frame frame, List<Member> members) {
        List<LocalDate> ends = frame.participants().stream()
                .flatMap(participant -> participant.scopes().values().stream())
                .map(Scope::until)
                .sorted()
                .toList();
        List<Member> adults = members.stream()
                .filter(member -> member.kind() == Member.Kind.ADULT)
                .toList();
        return new ConsentSummary(
                (int) adults.stream()
                        .filter(adult -> adult.consent() == Standing.IN_FORCE)
                        .count(),
                adults.size() + frame.adultsNotTakingPart(),
                (int) sources(frame).stream()
                        .filter(source -> frame.participants().stream()
                                .anyMatch(participant -> participant.scopes().containsKey(source)))
                        .count(),
                sources(frame).size(),
                ends.isEmpty() ? null : ends.get(0),
                ends.isEmpty() ? null : ends.get(ends.size() - 1));
    }

    private static List<Department> sources(Frame frame) {
        return frame.registers().stream()
                .map(RegisterShown::source)
                .distinct()
                .sorted()
                .toList();
    }

    static List<NotCovered> notCovered(Frame frame, List<Member> members) {
        List<NotCovered> missing = new ArrayList<>();
        for (Member member : members) {
            frame.participants().stream()
                    .filter(participant -> participant.id().equals(member.id()))
                    .forEach(participant ->
                            sources(frame).forEach(source -> missing.addAll(notCovered(participant, source))));
        }
        return missing;
    }

    private static List<NotCovered> notCovered(Participant participant, Department source) {
        Scope scope = participant.scopes().get(source);
        if (scope == null) {
            return List.of(new NotCovered(
                    participant.id(), source, Set.of(), participant.withdrawn().get(source)));
        }
        Set<Category> lacking = Offered.by(source).stream()
                .filter(category -> !scope.categories().contains(category))
                .collect(Collectors.toSet());
        return lacking.isEmpty() ? List.of() : List.of(new NotCovered(participant.id(), source, lacking, null));
    }

    /** Measures that may only be counted, by member. */
    static List<AnonymousCount> anonymous(Shown shown) {
        return shown.of(Fact.Anonymous.class, Comparator.comparing(Fact.Anonymous::key)).stream()
                .collect(Collectors.groupingBy(sourced -> List.of(sourced.person(), sourced.from())))
                .values()
                .stream()
                .map(same -> new AnonymousCount(
                        same.get(0).person(),
                        same.get(0).from().source(),
                        same.size(),
                        same.get(0).from()))
                .sorted(Comparator.comparing(AnonymousCount::department)
                        .thenComparing(count -> count.person().value()))
                .toList();
    }
}
