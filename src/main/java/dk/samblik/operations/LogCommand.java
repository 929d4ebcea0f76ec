package dk.samblik.operations;

import dk.samblik.access.LogVerify;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves the access log: walks its chain from the first row to the head. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = "log",
        description = "'log verify' walks the chain of the access log and names the first row that is wrong.")
class LogCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", description = "verify")
    private String what;

    private final LogVerify chain;

    LogCommand(LogVerify chain) {
        this.chain = chain;
    }

    @Override
    public Integer call() {
        if (!what.equals("verify")) {
            spec.commandLine().getErr().println("Say 'log verify'.");
            return ExitCode.USAGE;
        }
        LogVerify.Verdict verdict = chain.verify();
        spec.commandLine()
                .getOut()
                .println(
                        verdict.holds()
                                ? verdict.rows() + " rows, unbroken"
                                : "broken at row " + verdict.firstBad().getAsLong());
        return verdict.holds() ? ExitCode.DONE : ExitCode.UNEXPECTED;
    }
}
