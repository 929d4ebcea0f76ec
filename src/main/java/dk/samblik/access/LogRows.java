package dk.samblik.access;

import dk.samblik.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rows of the access log as they stand in the table, in their order. */
record LogRows(Database audit) {

    private static final int PAGE = 5000;

    /** A row with the two links it stands between. */
    record Kept(LogRow row, byte[] previous, byte[] link) {

        boolean hangsOn(long seq, byte[] before) {
            return row.seq() == seq + 1 && Arrays.equals(previous, before) && Arrays.equals(link, row.link(before));
        }
    }

    /** The number of the first row there is. */
    Optional<Long> first() {
        return audit.sql()
                .sql("select seq from access_log order by seq limit 1")
                .query(Long.class)
                .optional();
    }

    /** Whether rows stand behind the head. */
    boolean beyondTheHead() {
        return audit.sql()
                .sql("select exists (select from access_log where seq > (select seq from access_log_head))")
                .query(Boolean.class)
                .single();
    }

    /** The next rows after one and up to another; none when all are read. */
    List<Kept> page(long after, long until) {
        return audit.sql()
                .sql("select * from access_log where seq > :after and seq <= :until order by seq limit " + PAGE)
                .param("after", after)
                .param("until", until)
                .query((row, number) -> kept(row))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(LogRow.read(row), row.getBytes("previous"), row.getBytes("link"));
    }
}
