package dk.samblik.operations;

import dk.samblik.household.RunId;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/** A run's figures as lines of text: counts, codes and times, never a person. */
public final class RunReport {

    private static final long PAUSE_MILLIS = 200;

    private RunReport() {}

    /** Waits until the run has ended; the run must exist. */
    static RunSummary await(Runs runs, RunId id) throws InterruptedException {
        RunSummary run = runs.find(id).orElseThrow();
        while (!run.state().ended()) {
            Thread.sleep(PAUSE_MILLIS);
            run = runs.find(id).orElseThrow();
        }
        return run;
    }

    /** Writes the figures of an ended run. */
    public static void print(RunSummary run, PrintWriter out) {
        out.printf(Locale.ROOT, "run %s  %s  %s%n", run.id(), run.kind(), run.state());
        out.printf(
                Locale.ROOT,
                "households %d: %d updated, %d unchanged, %d kept, %d closed, %d failed%n",
                run.householdsInAll(),
                run.households("UPDATED"),
                run.households("UNCHANGED"),
                run.households("KEPT"),
                run.households("CLOSED"),
                run.households("FAILED"));
        out.printf(
                Locale.ROOT,
                "%-16s %7s %8s %8s %8s %11s %8s %9s %11s %10s  %s%n",
                "register",
                "asked",
                "answered",
                "read",
                "mapped",
                "quarantined",
                "filtered",
                "duplicate",
                "passed over",
                "difference",
                "state");
        run.registers().forEach(register -> line(register, out));
        if (run.startedAt() != null && run.endedAt() != null) {
            long millis = Duration.between(run.startedAt(), run.endedAt()).toMillis();
            out.printf(Locale.ROOT, "took %.1f s%n", millis / 1000.0);
        }
        out.flush();
    }

    private static void line(RunSummary.Register register, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-16s %7d %8d %8d %8d %11d %8d %9d %11d %10d  %s %s%n",
                register.name(),
                register.asked(),
                register.answered(),
                register.read(),
                register.fates().mapped(),
                register.fates().quarantined(),
                register.fates().filtered(),
                register.fates().duplicate(),
                register.passedOver(),
                register.difference(),
                register.state(),
                Objects.requireNonNullElse(register.reason(), ""));
    }
}
