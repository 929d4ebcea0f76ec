package dk.samblik.team;

import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.register.RegisterFile;
import dk.samblik.run.Progress.Event;
import dk.samblik.run.Progress.Step;
import dk.samblik.run.RunSummary;
import dk.samblik.run.RunSummary.State;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
        List<Row> rows,
        @Nullable String result,
        @Nullable String explained,
        String tone,
        String spoken) {

    /** One register's place in the list. */
    record Row(String register, String name, Step step, Badge badge, String detail) {}

    /** What is known of the household beside its run. */
    record Subject(
            HouseholdId household, String number, int version, String startedBy, boolean nightRuns, Seeing seeing) {}

    static RefreshScreen of(
            RunSummary run, List<Event> told, List<RegisterFile> registers, Subject subject, Words words) {
        List<Row> rows = registers.stream()
                .sorted(Comparator.comparing(RegisterFile::answersFor))
                .map(register -> row(register, run, told, subject.seeing(), words))
                .toList();
        String result = result(run, subject, words);
        return new RefreshScreen(
                run.id(),
                subject.household(),
                subject.number(),
                run.state().ended(),
                sentence(run, rows, subject, words),
                words.say("refresh.started-by", subject.startedBy(), words.moment(run.requestedAt())),
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

    private static Row row(RegisterFile register, RunSummary run, List<Event> told, Seeing seeing, Words words) {
        Optional<Event> last = told.stream()
                .filter(event -> event.register().equals(register.name()))
                .reduce((earlier, later) -> later);
        Step step = last.map(Event::step).orElseGet(() -> step(register.name(), run));
        int facts = seeing.sees(register.answersFor()) ? last.map(Event::facts).orElse(0) : 0;
        return new Row(
                register.name(),
                words.say("department." + register.answersFor()),
                step,
                badge(step, words),
                detail(step, facts, words));
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

    private static String detail(Step step, int facts, Words words) {
        return switch (step) {
            case DONE, READING -> facts == 0 ? "" : words.count("refresh.facts", facts);
            case DOWN -> words.say("refresh.kept");
            case NOT_IN_SCOPE -> words.say("refresh.not-asked");
            case WAITING, FETCHING, ENDED -> "";
        };
    }

    private static String sentence(RunSummary run, List<Row> rows, Subject subject, Words words) {
        if (run.state().ended()) {
            return words.say("refresh.finished", words.took(took(run)));
        }
        if (run.state() == State.QUEUED) {
            return words.say(subject.nightRuns() ? "refresh.queued.night" : "refresh.queued");
        }
        return words.say(
                "refresh.running",
                rows.stream().filter(row -> row.step() != Step.NOT_IN_SCOPE).count());
    }

    private static Duration took(RunSummary run) {
        return Duration.between(
                Objects.requireNonNullElse(run.startedAt(), run.requestedAt()),
                Objects.requireNonNullElse(run.endedAt(), run.requestedAt()));
    }

    private static @Nullable String result(RunSummary run, Subject subject, Words words) {
        return run.state().ended() ? words.say("refresh.result." + outcome(run), subject.version()) : null;
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
        return Stream.of("UPDATED", "UNCHANGED", "KEPT", "CLOSED")
                .filter(result -> run.households(result) > 0)
                .findFirst()
                .orElse("FAILED");
    }

    private static String spoken(List<Row> rows, Words words) {
        return rows.stream()
                .filter(RefreshScreen::over)
                .reduce((earlier, later) -> later)
                .map(row -> words.say("refresh.spoken", row.name(), row.badge().text()))
                .orElse("");
    }
}
