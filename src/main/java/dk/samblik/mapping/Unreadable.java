package dk.samblik.mapping;

/** A cell that cannot be read as what it should be. Carries the column and never the value. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String column;

    Unreadable(String column) {
        super("unreadable " + column, null, false, false);
        this.column = column;
    }

    String column() {
        return column;
    }
}
