package dk.samblik.consent;

/**
 * Somebody changed what was about to be recorded or ended, since it was looked at; nothing has been done. {@code by}: who, as
 * the staff table names them, {@code ""} where that is not told.
 */
final class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String by;

    ChangedMeanwhile() {
        this("");
    }

    ChangedMeanwhile(String by) {
        super("changed since the page was opened", null, false, false);
        this.by = by;
    }

    String by() {
        return by;
    }
}
