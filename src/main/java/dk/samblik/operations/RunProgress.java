package dk.samblik.operations;

import dk.samblik.household.CivilClock;
import dk.samblik.run.RunSummary;
import java.io.Console;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How far a run is, while somebody waits: a bar on a terminal, elsewhere a line a register for each quarter of the run. */
final class RunProgress {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int WIDTH = 20;
    private static final int QUARTERS = 4;
    private static final int HUNDRED = 100;

    private final PrintWriter err;
    private final boolean terminal;
    private final CivilClock clock;
    private final Map<String, Integer> told = new HashMap<>();
    private boolean drawn;

    RunProgress(PrintWriter err, boolean terminal, CivilClock clock) {
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Whether somebody sits before a terminal; newer Javas have a console where there is none. */
    static boolean onTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException older) {
            return true;
        }
    }

    /** Tells how far the run is now. */
    void tell(RunSummary run) {
        int all = run.householdsInAll();
        if (all == 0) {
            return;
        }
        if (terminal) {
            bar(run.householdsSettled(), all);
        } else {
            run.registers().forEach(register -> quarter(register, run.householdsSettled() * QUARTERS / all));
        }
        err.flush();
    }

    private void bar(int settled, int all) {
        int full = settled * WIDTH / all;
        err.printf(Locale.ROOT, "\r[%s%s] %d/%d", "#".repeat(full), "-".repeat(WIDTH - full), settled, all);
        drawn = true;
    }

    private void quarter(RunSummary.Register register, int quarter) {
        if (quarter > told.getOrDefault(register.name(), 0)) {
            told.put(register.name(), quarter);
            err.printf(
                    Locale.ROOT,
                    "%s %-16s %3d %%  %d asked, %d set aside%n",
                    TIME.format(clock.now().atZone(CivilClock.COPENHAGEN)),
                    register.name(),
                    quarter * HUNDRED / QUARTERS,
                    register.asked(),
                    register.fates().quarantined());
        }
    }

    /** Ends the line of the bar. */
    void end() {
        if (drawn) {
            err.println();
            err.flush();
        }
    }
}
