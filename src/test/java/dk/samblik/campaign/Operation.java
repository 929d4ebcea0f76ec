package dk.samblik.campaign;

/** One thing that is done to a database. {@code sql} is empty but for {@link Kind#EXECUTE}; values are never in it. */
public record Operation(Kind kind, String sql) {

    /** What is done. */
    public enum Kind {
        CONNECT,
        EXECUTE,
        COMMIT,
        ROLLBACK
    }

    static Operation of(Kind kind) {
        return new Operation(kind, "");
    }

    /** Whether it claims the next households of a run. */
    public boolean claims() {
        return sql.contains("set state = 'CLAIMED'");
    }
}
