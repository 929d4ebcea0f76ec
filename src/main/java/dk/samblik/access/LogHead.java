package dk.samblik.access;

import dk.samblik.storage.Database;

/** The last row of the access log: its number, and the link the next one hangs on. */
record LogHead(long seq, byte[] link) {

    /** As it stands now. */
    static LogHead read(Database audit) {
        return read(audit, "");
    }

    /** As it stands, held until the transaction ends. */
    static LogHead hold(Database audit) {
        return read(audit, " for update");
    }

    private static LogHead read(Database audit, String lock) {
        return audit.sql()
                .sql("select seq, link from access_log_head" + lock)
                .query((row, number) -> new LogHead(row.getLong(1), row.getBytes(2)))
                .single();
    }
}
