package dk.samblik.team;

import dk.samblik.household.Department;
import dk.samblik.view.LaneState;
import dk.samblik.view.SourceState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One register and the members for whom it stands alike; counts are summed over them. */
record SourceRow(
        Department department,
        String title,
        String names,
        Badge badge,
        @Nullable Instant asOf,
        @Nullable Instant answered,
        int facts,
        int quarantined) {

    private record Standing(
            String register,
            LaneState state,
            SourceState.Outcome outcome,
            @Nullable Instant asOf,
            @Nullable Instant answered) {}

    static List<SourceRow> of(List<SourceState> sources, People people, Words words) {
        Map<Standing, List<SourceState>> alike = sources.stream()
                .collect(Collectors.groupingBy(SourceRow::standing, LinkedHashMap::new, Collectors.toList()));
        return alike.values().stream().map(those -> row(those, people, words)).toList();
    }

    private static Standing standing(SourceState source) {
        return new Standing(source.register(), source.state(), source.outcome(), source.asOf(), source.answered());
    }

    private static SourceRow row(List<SourceState> alike, People people, Words words) {
        SourceState first = alike.get(0);
        return new SourceRow(
                first.source(),
                first.title(),
                people.names(alike.stream().map(SourceState::person).toList()),
                badge(first, words),
                first.asOf(),
                first.answered(),
                alike.stream().mapToInt(SourceState::facts).sum(),
                alike.stream().mapToInt(SourceState::quarantined).sum());
    }

    private static Badge badge(SourceState source, Words words) {
        return source.outcome() == SourceState.Outcome.NOT_YET
                ? Badge.info(words.say("state.NOT_YET"))
                : LaneScreen.badge(source.state(), words);
    }
}
