package dk.samblik.operations;

import dk.samblik.access.CheckpointKeys;
import dk.samblik.access.LogVerify;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves the access log, and keeps the keys by which it is proven. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = "log",
        description = "'log verify' walks the checkpoints and the access log and names the first row that is wrong;"
                + " 'log keys' lists the keys that sign checkpoints; 'log new-key' has a new one sign from now on.")
class LogCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", description = "verify, keys or new-key")
    private String what;

    @Option(names = "--output", description = "text or json", defaultValue = "text")
    private Output output;

    private final LogVerify log;
    private final CheckpointKeys keys;

    LogCommand(LogVerify log, CheckpointKeys keys) {
        this.log = log;
        this.keys = keys;
    }

    @Override
    public Integer call() {
        switch (what) {
            case "verify":
                return verify();
            case "keys":
                keys.all().forEach(key -> say(key.id() + " since " + key.since() + " " + key.written()));
                return ExitCode.DONE;
            case "new-key":
                say(keys.renew() + " signs from now on; the key before it is destroyed");
                return ExitCode.DONE;
            default:
                spec.commandLine().getErr().println("Say 'log verify', 'log keys' or 'log new-key'.");
                return ExitCode.USAGE;
        }
    }

    private int verify() {
        LogVerify.Verdict verdict = log.verify();
        say(output == Output.json ? LogReport.json(verdict, keys.all()) : LogReport.text(verdict));
        return verdict.holds() ? ExitCode.DONE : ExitCode.LOG_BROKEN;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
