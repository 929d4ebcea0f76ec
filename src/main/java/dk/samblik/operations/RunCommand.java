package dk.samblik.operations;

import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.run.Refreshes;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import dk.samblik.storage.Database;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.annotation.Qualifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the line from a terminal and says what became of it, in counts. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(name = "run", description = "Runs the line: 'run nightly', or 'run household H-0417'. Waits for the end.")
class RunCommand implements Callable<Integer> {

    private static final String WHO = "samblik-console";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", description = "nightly or household")
    private String kind;

    @Parameters(index = "1", arity = "0..1", defaultValue = "", description = "the household's number, for 'household'")
    private String number;

    @Option(names = "--wait", description = "said for clarity: a command always waits for the end")
    private boolean waiting;

    private final Runs runs;
    private final Refreshes refreshes;
    private final Database web;

    RunCommand(Runs runs, Refreshes refreshes, @Qualifier("webDatabase") Database web) {
        this.runs = runs;
        this.refreshes = refreshes;
        this.web = web;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<RunId> asked = switch (kind) {
            case "nightly" -> Optional.of(runs.requestNightly(WHO, "CONSOLE"));
            case "household" -> household().map(id -> refreshes.request(id, WHO));
            default -> Optional.empty();
        };
        if (asked.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("Say 'run nightly' or 'run household NUMBER' with a number that exists.");
            return ExitCode.USAGE;
        }
        RunSummary run = RunReport.await(runs, asked.get());
        RunReport.print(run, out);
        return ExitCode.of(run);
    }

    private Optional<HouseholdId> household() {
        return web.sql()
                .sql("select household_id from household where number = :number")
                .param("number", number)
                .query(UUID.class)
                .optional()
                .map(HouseholdId::new);
    }
}
