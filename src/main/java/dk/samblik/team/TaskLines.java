package dk.samblik.team;

import dk.samblik.access.Viewer;
import dk.samblik.consent.ConsentTasks.Task;
import dk.samblik.consent.ConsentTasks.Who;
import dk.samblik.household.HouseholdId;
import dk.samblik.view.HouseholdRow;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is to be done about consents in words, those of the reader's own households first. {@code more}: how many are not told here. */
record TaskLines(int inAll, List<Line> lines, int more) {

    private static final int TOLD = 6;

    /** One task; {@code household} is the end of an address. */
    record Line(String household, String number, String text) {}

    static TaskLines of(List<Task> tasks, List<HouseholdRow> rows, Viewer viewer, Words words) {
        Set<HouseholdId> own = rows.stream()
                .filter(row -> viewer.subject().equals(row.coordinator()))
                .map(HouseholdRow::household)
                .collect(Collectors.toSet());
        List<Line> told = tasks.stream()
                .sorted(Comparator.comparing((Task task) -> !own.contains(task.household())))
                .limit(TOLD)
                .map(task -> new Line(task.household().toString(), task.number(), text(task, words)))
                .toList();
        return new TaskLines(tasks.size(), told, tasks.size() - told.size());
    }

    private static String text(Task task, Words words) {
        String key = "task." + task.kind() + (task.date() == null ? ".undated" : "");
        return words.say(key, name(task.person(), words), task.date() == null ? "" : words.longDate(task.date()));
    }

    private static String name(@Nullable Who who, Words words) {
        return who == null ? "" : words.say(who.child() ? "person.CHILD" : "person.ADULT", who.ordinal());
    }
}
