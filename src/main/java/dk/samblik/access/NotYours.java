package dk.samblik.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A household that this viewer does not follow, or that does not exist: the same page, so that nobody learns which. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NotYours extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotYours() {
        super("not a household of this viewer");
    }
}
