package dk.samblik.register;

import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Operators have closed the hub for now; see {@link PlannedOutages#closedUntil()}. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class HubClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Instant until;

    /** {@code until}: the moment from which it is open again. */
    public HubClosed(Instant until) {
        super("hub closed", null, false, false);
        this.until = until;
    }

    public Instant until() {
        return until;
    }
}
