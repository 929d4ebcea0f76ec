package dk.samblik.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The access log has gone without a checkpoint in its second place for too long, so no person may be shown. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class LogUnproven extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogUnproven() {
        super("the access log has not been vouched for; nothing is shown. See samblik.access.checkpoints.folder");
    }
}
