package dk.samblik.team;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.view.Frame;
import dk.samblik.view.LaneState;
import dk.samblik.view.SourceState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One register and the members for whom it stands alike; counts are summed over them. */
record SourceRow(
        Department department,
        String title,
        String names,
        Badge badge,
        @Nullable Instant asked,
        @Nullable Instant asOf,
        @Nullable Instant answered,
        @Nullable LocalDate covers,
        int facts,
        int quarantined,
        @Nullable String mapping) {

    private record Standing(
            String register,
            LaneState state,
            SourceState.Outcome outcome,
            @Nullable Instant asOf,
            @Nullable Instant answered,
            @Nullable String mapping) {}

    /** {@code frame} tells how far back each may be asked: the first day of the longest of the members who stand alike. */
    static List<SourceRow> of(List<SourceState> sources, Frame frame, People people, Words words) {
        Map<Standing, List<SourceState>> alike = sources.stream()
                .collect(Collectors.groupingBy(SourceRow::standing, LinkedHashMap::new, Collectors.toList()));
        return alike.values().stream()
                .map(those -> row(those, frame, people, words))
                .toList();
    }

    private static Standing standing(SourceState source) {
        return new Standing(
                source.register(),
                source.state(),
                source.outcome(),
                source.asOf(),
                source.answered(),
                source.mapping());
    }

    private static SourceRow row(List<SourceState> alike, Frame frame, People people, Words words) {
        SourceState first = alike.get(0);
        return new SourceRow(
                first.source(),
                first.title(),
                people.names(alike.stream().map(SourceState::person).toList()),
                badge(first, words),
                first.asked(),
                first.asOf(),
                first.answered(),
                covers(alike, frame, words.today()),
                alike.stream().mapToInt(SourceState::facts).sum(),
                alike.stream().mapToInt(SourceState::quarantined).sum(),
                first.mapping() == null ? null : words.rules(first.mapping()));
    }

    private static @Nullable LocalDate covers(List<SourceState> alike, Frame frame, LocalDate today) {
        Department source = alike.get(0).source();
        Set<PersonId> those = alike.stream().map(SourceState::person).collect(Collectors.toSet());
        return frame.participants().stream()
                .filter(participant -> those.contains(participant.id()))
                .map(participant -> participant.scopes().get(source))
                .filter(Objects::nonNull)
                .map(scope -> today.minus(scope.back()))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static Badge badge(SourceState source, Words words) {
        return source.outcome() == SourceState.Outcome.NOT_YET
                ? Badge.info(words.say("state.NOT_YET"))
                : LaneScreen.badge(source.state(), words);
    }
}
