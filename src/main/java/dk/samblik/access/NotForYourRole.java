package dk.samblik.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A kind of information that this viewer's role does not open, about a household the viewer follows. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public final class NotForYourRole extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotForYourRole() {
        super("not for this viewer's role");
    }
}
