package dk.samblik.operations;

import dk.samblik.run.RunSummary;

/** Exit codes of the command line; the first that applies wins. */
final class ExitCode {

    static final int DONE = 0;
    static final int UNEXPECTED = 1;
    static final int USAGE = 2;
    static final int STALE = 3;
    static final int DIFFERENCE = 7;

    /** The access log, or what vouches for it, is not what it was. */
    static final int LOG_BROKEN = 9;

    /** A backup or restore was not begun, or left everything as it was. */
    static final int REFUSED = 10;

    private ExitCode() {}

    static int of(RunSummary run) {
        if (run.registers().stream().anyMatch(register -> register.difference() != 0)) {
            return DIFFERENCE;
        }
        return switch (run.state()) {
            case DONE -> DONE;
            case DONE_WITH_GAPS -> STALE;
            default -> UNEXPECTED;
        };
    }
}
