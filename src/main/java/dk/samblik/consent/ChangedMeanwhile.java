package dk.samblik.consent;

/** A version was recorded since the page was opened; nothing has been done. */
final class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChangedMeanwhile() {
        super("changed since the page was opened", null, false, false);
    }
}
