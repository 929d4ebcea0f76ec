package dk.samblik.consent;

/** Somebody changed what was about to be recorded, since it was looked at. {@code by}: who, as the staff table names them. */
final class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String by;

    ChangedMeanwhile(String by) {
        super("somebody changed it meanwhile");
        this.by = by;
    }

    String by() {
        return by;
    }
}
