package dk.samblik.register;

import java.io.IOException;

/** An answer that is none: asked again a few times, then the register counts as down for this reason (a code). */
final class NotAnswered extends IOException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    NotAnswered(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
