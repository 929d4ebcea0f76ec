package dk.samblik.team;

import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.register.RegisterFile;
import dk.samblik.run.Progress.Event;
import dk.samblik.run.Progress.Step;
import dk.samblik.run.RunSummary;
import dk.samblik.run.RunSummary.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One refresh in words, register by register: what it does now or how it ended. {@code spoken} is what a screen reader
 * hears: only that it began, each source's end and the finish.
 */
record RefreshScreen(
        RunId run,
        HouseholdId household,
        String number,
        boolean ended,
        String sentence,
        String started,
        String elapsed,
        boolean prepares,
        List<Row> rows,
        @Nullable String result,
        @Nullable String explained,
        String tone,
        String spoken) {

    /** The ends of a fetch that went through the registers; the others broke it off. */
    private static final List<String> ALL_ASKED = List.of("UPDATED", "UNCHANGED", "KEPT");

    /** Where a register stands that is not through: in a fetch that has ended it never will be. */
    private static final Set<Step> UNDER_WAY = EnumSet.of(Step.WAITING, Step.FETCHING, Step.READING);

    /** One register's place in the list. */
    record Row(String register, String name, Step step, Badge badge, String detail) {}

    /** What is known of the household beside its run. {@code usual}: how long a refresh takes, null where not known. */
    record Subject(
            HouseholdId household,
            String number,
            int version,
            String startedBy,
            boolean nightRuns,
            @Nullable Duration usual,
            Seeing seeing,
            Found found) {}

    /**
     * What of the household's content its reader is told: how many changes the new version has by department, and until when
     * what is shown of a department was true. {@code prepares}: the reader comes from preparing a meeting.
     */
    record Found(Map<Department, Integer> changes, int inAll, Map<Department, Instant> shown, boolean prepares) {

        /** Nothing is known yet. */
        static final Found NOTHING = new Found(Map.of(), 0, Map.of(), false);

        Found {
            changes = Map.copyOf(changes);
            shown = Map.copyOf(shown);
        }
    }

    static RefreshScreen of(
            RunSummary run, List<Event> told, List<RegisterFile> registers, Subject subject, Instant now, Words words) {
        List<Row> rows = registers.stream()
                .sorted(Comparator.comparing(RegisterFile::answersFor))
                .map(register -> row(register, run, told, subject, words))
                .toList();
        String result = result(run, subject, words);
        return new RefreshScreen(
                run.id(),
                subject.household(),
                subject.number(),
                run.state().ended(),
                sentence(run, rows, told, subject, words),
                words.say("refresh.started-by", subject.startedBy(), words.moment(run.requestedAt())),
                elapsed(run, subject, now, words),
                subject.found().prepares(),
                rows,
                result,
                explained(run, words),
                tone(run),
                result == null ? spoken(rows, words) : result);
    }

    /** Registers that are asked. */
    public long asked() {
        return rows.stream().filter(row -> row.step() != Step.NOT_IN_SCOPE).count();
    }

    /** Registers that have ended, well or not. */
    public long done() {
        return rows.stream().filter(RefreshScreen::over).count();
    }

    private static boolean over(Row row) {
        return row.step() == Step.DONE || row.step() == Step.DOWN;
    }

    private static Row row(RegisterFile register, RunSummary run, List<Event> told, Subject subject, Words words) {
        Optional<Event> last = told.stream()
                .filter(event -> event.register().equals(register.name()))
                .reduce((earlier, later) -> later);
        Step step = last.map(Event::step).orElseGet(() -> step(register.name(), run));
        boolean sees = subject.seeing().sees(register.answersFor());
        int facts = sees ? last.map(Event::facts).orElse(0) : 0;
        Badge badge = badge(step, words);
        if (step == Step.DONE && incomplete(register.name(), run)) {
            badge = Badge.warning(words.say("refresh.step.INCOMPLETE"));
        } else if (run.state().ended() && UNDER_WAY.contains(step)) {
            badge = Badge.neutral(words.say("refresh.step.BROKEN_OFF"));
        }
        return new Row(
                register.name(),
                words.say("department." + register.answersFor()),
                step,
                badge,
                detail(step, facts, sees ? register.answersFor() : null, subject.found(), words));
    }

    /** Whether the register answered, and something of it could not be read or was not there. */
    private static boolean incomplete(String register, RunSummary run) {
        return run.registers().stream()
                .filter(each -> each.name().equals(register))
                .anyMatch(each -> each.state().equals("PARTLY") || each.fates().quarantined() > 0);
    }

    /** Where nobody told (another node ran it, or it was long ago) the ledger knows. */
    private static Step step(String register, RunSummary run) {
        return run.registers().stream()
                .filter(each -> each.name().equals(register))
                .findFirst()
                .map(each -> each.state().equals("DOWN") ? Step.DOWN : Step.DONE)
                .orElse(run.state().ended() ? Step.NOT_IN_SCOPE : Step.WAITING);
    }

    private static Badge badge(Step step, Words words) {
        String text = words.say("refresh.step." + step);
        return switch (step) {
            case DONE, ENDED -> Badge.success(text);
            case DOWN -> Badge.warning(text);
            case FETCHING, READING -> Badge.info(text);
            case WAITING, NOT_IN_SCOPE -> Badge.neutral(text);
        };
    }

    private static String detail(Step step, int facts, @Nullable Department department, Found found, Words words) {
        return switch (step) {
            case DONE, READING -> facts == 0 ? "" : facts(facts, department, found, words);
            case DOWN -> kept(department, found, words);
            case NOT_IN_SCOPE -> words.say("refresh.not-asked");
            case WAITING, FETCHING, ENDED -> "";
        };
    }

    private static String facts(int facts, @Nullable Department department, Found found, Words words) {
        String said = words.count("refresh.facts", facts);
        int changes = department == null ? 0 : found.changes().getOrDefault(department, 0);
        return changes == 0 ? said : said + ", " + words.count("refresh.new", changes);
    }

    private static String kept(@Nullable Department department, Found found, Words words) {
        Instant shown = department == null ? null : found.shown().get(department);
        return shown == null
                ? words.say("refresh.kept")
                : words.say("refresh.shows", words.longDate(words.dayOf(shown)));
    }

    /** "14 sek. (plejer: 20 sek.)"; nothing once it has ended, and nothing of what is usual where that is not known. */
    private static String elapsed(RunSummary run, Subject subject, Instant now, Words words) {
        if (run.state().ended()) {
            return "";
        }
        String elapsed = words.took(Duration.between(run.requestedAt(), now));
        return subject.usual() == null
                ? words.say("refresh.elapsed", elapsed)
                : words.say("refresh.elapsed.usual", elapsed, words.took(subject.usual()));
    }

    private static String sentence(RunSummary run, List<Row> rows, List<Event> told, Subject subject, Words words) {
        if (run.state().ended()) {
            return words.say(
                    ALL_ASKED.contains(outcome(run)) ? "refresh.finished" : "refresh.over", words.took(took(run)));
        }
        if (run.state() == State.QUEUED) {
            return words.say(subject.nightRuns() ? "refresh.queued.night" : "refresh.queued");
        }
        if (told.isEmpty()) {
            return words.say("refresh.checking");
        }
        long asked =
                rows.stream().filter(row -> row.step() != Step.NOT_IN_SCOPE).count();
        return asked == 0
                ? words.say("refresh.none-asked")
                : words.say("refresh.running", words.hour(told.get(0).at()), asked);
    }

    private static Duration took(RunSummary run) {
        return Duration.between(
                Objects.requireNonNullElse(run.startedAt(), run.requestedAt()),
                Objects.requireNonNullElse(run.endedAt(), run.requestedAt()));
    }

    private static @Nullable String result(RunSummary run, Subject subject, Words words) {
        if (!run.state().ended()) {
            return null;
        }
        String outcome = outcome(run);
        int changes = subject.found().inAll();
        return outcome.equals("UPDATED") && changes > 0
                ? words.say(
                        "refresh.result.UPDATED.changes", subject.version(), words.count("refresh.changes", changes))
                : words.say("refresh.result." + outcome, subject.version());
    }

    private static @Nullable String explained(RunSummary run, Words words) {
        String outcome = outcome(run);
        boolean more = run.state().ended() && (outcome.equals("KEPT") || outcome.equals("FAILED"));
        return more ? words.say("refresh.result." + outcome + ".text") : null;
    }

    private static String tone(RunSummary run) {
        return switch (outcome(run)) {
            case "UPDATED", "UNCHANGED" -> "alert-success";
            case "FAILED" -> "alert-error";
            default -> "alert-warning";
        };
    }

    private static String outcome(RunSummary run) {
        return Stream.concat(ALL_ASKED.stream(), Stream.of("CLOSED"))
                .filter(result -> run.households(result) > 0)
                .findFirst()
                .orElse(run.state() == State.STOPPED ? "STOPPED" : "FAILED");
    }

    private static String spoken(List<Row> rows, Words words) {
        return rows.stream()
                .filter(RefreshScreen::over)
                .reduce((earlier, later) -> later)
                .map(row -> words.say("refresh.spoken", row.name(), row.badge().text()))
                .orElse("");
    }
}
