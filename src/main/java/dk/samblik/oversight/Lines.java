package dk.samblik.oversight;

import dk.samblik.access.LogRow;
import dk.samblik.household.HouseholdId;
import dk.samblik.team.LookWords;
import dk.samblik.team.Words;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts rows of the log into words; two questions for names and numbers, whatever the rows. */
@Component
class Lines {

    private static final Set<String> OF_A_VIEW =
            Set.of("VIEW", "DETAIL", "REVEAL_CPR", "REVEAL_ADDRESS", "PRINT", "EXPORT", "API", "SEARCH", "FETCH");
    private static final int SHORT = 8;

    private final Subjects subjects;

    Lines(Subjects subjects) {
        this.subjects = subjects;
    }

    /** In their order. */
    List<Line> of(Collection<LogRow> rows, Words words) {
        Map<String, String> names =
                subjects.names(rows.stream().map(LogRow::actor).collect(Collectors.toSet()));
        Map<HouseholdId, String> numbers = subjects.numbers(rows.stream()
                .map(LogRow::household)
                .filter(Objects::nonNull)
                .map(HouseholdId::new)
                .collect(Collectors.toSet()));
        return rows.stream().map(row -> line(row, names, numbers, words)).toList();
    }

    private static Line line(LogRow row, Map<String, String> names, Map<HouseholdId, String> numbers, Words words) {
        return new Line(
                row.seq(),
                row.at(),
                names.getOrDefault(row.actor(), row.actor()),
                role(row, words),
                words.sayOr("oversight.action." + row.action(), row.action()),
                row.outcome().equals("OK") ? null : words.sayOr("oversight.outcome." + row.outcome(), row.outcome()),
                about(row, numbers, words),
                purpose(row, words),
                consent(row, words),
                words.say("oversight.from." + from(row)));
    }

    static String role(LogRow row, Words words) {
        return LookWords.who(row.actorRole(), row.actorOrg(), words);
    }

    static String purpose(LogRow row, Words words) {
        return LookWords.purpose(row.purpose(), words);
    }

    private static String about(LogRow row, Map<HouseholdId, String> numbers, Words words) {
        return Stream.of(
                        row.household() == null
                                ? null
                                : numbers.getOrDefault(
                                        new HouseholdId(row.household()), words.say("oversight.household.gone")),
                        row.person() == null
                                ? null
                                : words.say(
                                        "oversight.person",
                                        row.person().toString().substring(0, SHORT)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static String consent(LogRow row, Words words) {
        if (row.household() == null
                || !OF_A_VIEW.contains(row.action())
                || row.actorRole().equals("DPO")) {
            return "";
        }
        String consents = row.consents().isEmpty()
                ? words.say("oversight.consents.none")
                : words.count("oversight.consents", row.consents().size());
        return row.viewVersion() == null
                ? consents
                : consents + ", " + words.say("oversight.version", words.number(row.viewVersion()));
    }

    private static String from(LogRow row) {
        if (row.action().equals("API")) {
            return "api";
        }
        return isHub(row.actorRole()) ? "run" : "page";
    }

    private static boolean isHub(@Nullable String role) {
        return "HUB".equals(role);
    }
}
