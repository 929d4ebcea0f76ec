package dk.samblik.operations;

import dk.samblik.run.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Exit codes of the command line; where several apply to a run, the first of 8, 7, 3 and 4 is given. */
final class ExitCode {

    static final int DONE = 0;
    static final int UNEXPECTED = 1;
    static final int USAGE = 2;

    /** A register was down; its last good sections stand. */
    static final int STALE = 3;

    /** More rows of a register were set aside than the limit allows. */
    static final int QUARANTINE = 4;

    /** The database, and with it the consents, cannot be reached: nothing was fetched. */
    static final int NO_STORE = 5;

    /** Another run is at work. */
    static final int LOCKED = 6;

    static final int DIFFERENCE = 7;

    /** The access log could not be written, so nothing was fetched or published for some. */
    static final int NO_LOG = 8;

    /** The access log, or what vouches for it, is not what it was. */
    static final int LOG_BROKEN = 9;

    /** A backup or restore was not begun, or left everything as it was. */
    static final int REFUSED = 10;

    private static final Set<String> LOG_FAILURES = Set.of("LogUnavailable", "LogUnproven");
    private static final int HUNDRED = 100;

    private ExitCode() {}

    /**
     * Every code that applies to an ended run, the first of which is its exit code; DONE alone where all is well. {@code
     * failures} are the classes of what failed in it, {@code limit} how many of a hundred rows of a register may be set aside.
     */
    static List<Integer> all(RunSummary run, Set<String> failures, int limit) {
        List<Integer> all = new ArrayList<>();
        add(all, NO_LOG, failures.stream().anyMatch(LOG_FAILURES::contains));
        add(all, DIFFERENCE, run.registers().stream().anyMatch(register -> register.difference() != 0));
        add(all, STALE, run.state() == RunSummary.State.DONE_WITH_GAPS);
        add(all, QUARANTINE, run.registers().stream().anyMatch(register -> over(register, limit)));
        add(all, UNEXPECTED, all.isEmpty() && run.state() != RunSummary.State.DONE);
        add(all, DONE, all.isEmpty());
        return List.copyOf(all);
    }

    private static void add(List<Integer> all, int code, boolean applies) {
        if (applies) {
            all.add(code);
        }
    }

    private static boolean over(RunSummary.Register register, int limit) {
        return register.fates().quarantined() * HUNDRED > register.read() * limit;
    }
}
