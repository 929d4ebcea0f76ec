package dk.samblik.operations;

import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.register.RegisterFile;
import dk.samblik.register.Registers;
import dk.samblik.run.Refreshes;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import dk.samblik.storage.Database;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the line from a terminal and says what became of it, in counts. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = RunCommand.NAME,
        description = "Runs the line: 'run nightly' or 'run household H-0417'. 'run status' lists the latest runs.")
class RunCommand implements Callable<Integer> {

    static final String NAME = "run";

    private static final String WHO = "samblik-console";
    private static final int LISTED = 10;

    /** What a scheduler may take for a failure. */
    enum FailOn {
        stale,
        quarantine,
        none
    }

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", description = "nightly, household or status")
    private String kind;

    @Parameters(index = "1", arity = "0..1", defaultValue = "", description = "the household's number, for 'household'")
    private String number;

    @Option(
            names = "--wait",
            description = "run it here and wait for the end; without, it is put in the queue of the hub")
    private boolean waiting;

    @Option(
            names = "--source",
            defaultValue = "",
            description = "for 'nightly': ask this register alone, for everybody in scope")
    private String source;

    @Option(names = "--dry-run", description = "count who would be asked about, and begin nothing")
    private boolean dryRun;

    @Option(names = "--output", description = "text or json", defaultValue = "text")
    private Output output;

    @Option(names = "--quiet", description = "say nothing before the end")
    private boolean quiet;

    @Option(
            names = "--fail-on",
            split = ",",
            description = "which of stale (3) and quarantine (4) end with their code; both without, or none",
            defaultValue = "stale,quarantine")
    private List<FailOn> failOn;

    @Option(
            names = "--quarantine-limit",
            description = "how many of a hundred rows of a register may be set aside",
            defaultValue = "5")
    private int limit;

    private final Runs runs;
    private final Refreshes refreshes;
    private final Registers registers;
    private final Database web;
    private final CivilClock clock;

    RunCommand(
            Runs runs,
            Refreshes refreshes,
            Registers registers,
            @Qualifier("webDatabase") Database web,
            CivilClock clock) {
        this.runs = runs;
        this.refreshes = refreshes;
        this.registers = registers;
        this.web = web;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        return switch (kind) {
            case "status" -> status();
            case "nightly" ->
                source.isEmpty() ? all() : register().map(this::ask).orElseGet(this::noSource);
            case "household" ->
                household().filter(none -> source.isEmpty()).map(this::one).orElseGet(this::misunderstood);
            default -> misunderstood();
        };
    }

    private Optional<RegisterFile> register() {
        return registers.find(source);
    }

    private int ask(RegisterFile register) {
        return dryRun ? count(null, register.answersFor()) : follow(runs.requestSource(register.name(), WHO));
    }

    private int noSource() {
        String known = registers.all().stream().map(RegisterFile::name).sorted().collect(Collectors.joining(", "));
        spec.commandLine().getErr().println(Sentences.say("run.no-source", known));
        return ExitCode.USAGE;
    }

    private int all() {
        return dryRun ? count(null, null) : nightly();
    }

    private int misunderstood() {
        spec.commandLine().getErr().println(Sentences.say("run.usage"));
        return ExitCode.USAGE;
    }

    private int status() {
        List<RunSummary> latest = runs.recent(LISTED);
        if (output == Output.json) {
            out().println(RunReport.json(latest));
        } else {
            latest.forEach(run -> RunReport.line(run, out()));
        }
        return ExitCode.DONE;
    }

    /** A night that another process is at work on is not waited for; one whose holder is gone is gone on with. */
    private int nightly() {
        Optional<RunId> other = runs.nightUnderWay();
        if (other.isPresent()) {
            spec.commandLine().getErr().println(Sentences.say("run.locked", other.get()));
            return ExitCode.LOCKED;
        }
        return follow(runs.requestNightly(WHO, "CONSOLE"));
    }

    private int one(HouseholdId household) {
        return dryRun ? count(household, null) : follow(refreshes.request(household, WHO));
    }

    private int follow(RunId id) {
        if (!waiting) {
            out().println(
                            output == Output.json
                                    ? RunReport.json(runs.find(id).orElseThrow(), List.of())
                                    : Sentences.say("run.queued", id));
            return ExitCode.DONE;
        }
        RunSummary run = RunReport.await(runs, id, quiet ? shown -> {} : progress());
        List<Integer> codes = ExitCode.all(run, runs.failures(id), limit);
        if (output == Output.json) {
            out().println(RunReport.json(run, codes));
        } else {
            RunReport.print(run, out());
        }
        return codes.stream().filter(this::counts).findFirst().orElse(ExitCode.DONE);
    }

    private Consumer<RunSummary> progress() {
        RunProgress progress = new RunProgress(spec.commandLine().getErr(), RunProgress.onTerminal(), clock);
        return run -> {
            progress.tell(run);
            if (run.state().ended()) {
                progress.end();
            }
        };
    }

    private boolean counts(int code) {
        Set<FailOn> wanted = EnumSet.copyOf(failOn);
        return switch (code) {
            case ExitCode.STALE -> wanted.contains(FailOn.stale);
            case ExitCode.QUARANTINE -> wanted.contains(FailOn.quarantine);
            default -> true;
        };
    }

    /** Who would be asked about: households, persons and departments with a consent in force today. */
    private int count(@Nullable HouseholdId household, @Nullable Department department) {
        web.sql()
                .sql("""
                        select count(distinct household_id) as households, count(distinct person_id) as persons,
                               count(distinct source) as sources
                          from consent_in_force
                         where valid_from <= :today and valid_to >= :today
                           and (cast(:household as uuid) is null or household_id = :household)
                           and (cast(:source as text) is null or source = :source)
                        """)
                .param("today", clock.today())
                .param("household", household == null ? null : household.value())
                .param("source", department == null ? null : department.name())
                .query((row, at) -> output == Output.json
                        ? RunReport.scope(row.getLong(1), row.getLong(2), row.getLong(3))
                        : Sentences.say("run.scope", row.getLong(1), row.getLong(2), row.getLong(3)))
                .list()
                .forEach(out()::println);
        return ExitCode.DONE;
    }

    private Optional<HouseholdId> household() {
        return web.sql()
                .sql("select household_id from household where number = :number")
                .param("number", number)
                .query(UUID.class)
                .optional()
                .map(HouseholdId::new);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
