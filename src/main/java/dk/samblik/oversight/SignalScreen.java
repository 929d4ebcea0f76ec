package dk.samblik.oversight;

import dk.samblik.access.LogSignals.Noticed;
import dk.samblik.household.HouseholdId;
import dk.samblik.team.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Signals in words, in groups of one kind. */
final class SignalScreen {

    private static final int NUMBERS_SHOWN = 5;

    private final Words words;
    private final Map<String, String> names;
    private final Map<HouseholdId, String> numbers;
    private final List<Group> groups = new ArrayList<>();

    /** With the names of employees by subject and the numbers of households, as far as they are known. */
    SignalScreen(Words words, Map<String, String> names, Map<HouseholdId, String> numbers) {
        this.words = words;
        this.names = names;
        this.numbers = numbers;
    }

    /** One kind of signal with what was noticed of it. */
    record Group(String title, String what, List<Row> rows) {
        Group {
            rows = List.copyOf(rows);
        }
    }

    /** What one person did. */
    record Row(String when, String who, String role, String rows, String households) {}

    void add(String title, String what, List<Noticed> noticed) {
        groups.add(new Group(title, what, noticed.stream().map(this::row).toList()));
    }

    List<Group> groups() {
        return List.copyOf(groups);
    }

    /** The name of an employee who is still in the staff table. */
    Optional<String> name(String actor) {
        return Optional.ofNullable(names.get(actor));
    }

    private Row row(Noticed one) {
        String first = words.exact(one.first());
        String last = words.exact(one.last());
        return new Row(
                first.equals(last) ? first : words.say("oversight.signal.between", first, last),
                name(one.actor()).orElse(one.actor()),
                words.sayOr("oversight.role." + one.role(), one.role()),
                words.number(one.rows()),
                households(one.households()));
    }

    private String households(List<HouseholdId> households) {
        String shown = households.stream()
                .limit(NUMBERS_SHOWN)
                .map(id -> numbers.getOrDefault(id, words.say("oversight.household.gone")))
                .sorted()
                .collect(Collectors.joining(", "));
        int more = households.size() - NUMBERS_SHOWN;
        return more > 0 ? words.say("oversight.signal.and-more", shown, words.number(more)) : shown;
    }
}
