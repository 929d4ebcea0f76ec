package dk.samblik.population;

/**
 * The population register cannot be relied on: nobody may be asked about. The message is a reason code, never a value.
 */
public final class PopulationUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** {@code reason} is a code in capitals, for example {@code TOO_OLD}, {@code NO_STATUS_LOAD}. */
    public PopulationUnavailable(String reason) {
        super("population register unavailable: " + reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
