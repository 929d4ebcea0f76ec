package dk.samblik.access;

/** Content was asked for that the committed row of the access log does not cover. */
public final class NotGranted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotGranted() {
        super("the access log has no row for this household behind this grant");
    }
}
