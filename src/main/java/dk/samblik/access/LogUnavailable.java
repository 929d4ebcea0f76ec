package dk.samblik.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The access log could not be written, so nothing may be shown. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class LogUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogUnavailable(Throwable cause) {
        super("the access log could not be written; nothing is shown", cause);
    }
}
