package dk.samblik.population;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The population register cannot be relied on: nobody may be asked about. The message is a reason code, never a value.
 */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
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
