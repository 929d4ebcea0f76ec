package dk.samblik.access;

/** The access log could not be written, so nothing may be shown. */
public final class LogUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogUnavailable(Throwable cause) {
        super("the access log could not be written; nothing is shown", cause);
    }
}
