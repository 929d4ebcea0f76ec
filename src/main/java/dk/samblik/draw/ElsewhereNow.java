package dk.samblik.draw;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A draw that has gone on, or back, since the page was opened; nothing is changed. */
final class ElsewhereNow extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    ElsewhereNow(String number) {
        super(HttpStatus.CONFLICT, "draw " + number + " has gone on");
    }
}
