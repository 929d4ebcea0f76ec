package dk.samblik.access;

import dk.samblik.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Walks the access log from its first row to its head and finds the first row that does not hang on the one before. */
@Component
public class LogVerify {

    private static final int PAGE = 5000;

    private final Database database;

    LogVerify(@Qualifier("auditDatabase") Database database) {
        this.database = database;
    }

    /** How many rows hold, and the number of the first that does not; a row cut off the end counts as its number. */
    public record Verdict(long rows, OptionalLong firstBad) {

        /** Whether the whole chain holds. */
        public boolean holds() {
            return firstBad.isEmpty();
        }
    }

    private record Kept(LogRow row, byte[] previous, byte[] link) {

        boolean hangsOn(long seq, byte[] before) {
            return row.seq() == seq + 1 && Arrays.equals(previous, before) && Arrays.equals(link, row.link(before));
        }
    }

    /** Reads every row up to the head of now, while others go on adding. */
    public Verdict verify() {
        record Head(long seq, byte[] link) {}
        Head head = database.sql()
                .sql("select seq, link from access_log_head")
                .query((row, number) -> new Head(row.getLong(1), row.getBytes(2)))
                .single();
        long seq = 0;
        byte[] link = new byte[head.link().length];
        for (List<Kept> page = page(seq, head.seq()); !page.isEmpty(); page = page(seq, head.seq())) {
            for (Kept kept : page) {
                if (!kept.hangsOn(seq, link)) {
                    return new Verdict(seq, OptionalLong.of(seq + 1));
                }
                seq = kept.row().seq();
                link = kept.link();
            }
        }
        boolean whole = seq == head.seq() && Arrays.equals(link, head.link()) && !beyondTheHead();
        return new Verdict(seq, whole ? OptionalLong.empty() : OptionalLong.of(seq + 1));
    }

    private boolean beyondTheHead() {
        return database.sql()
                .sql("select exists (select from access_log where seq > (select seq from access_log_head))")
                .query(Boolean.class)
                .single();
    }

    private List<Kept> page(long after, long until) {
        return database.sql()
                .sql("select * from access_log where seq > :after and seq <= :until order by seq limit " + PAGE)
                .param("after", after)
                .param("until", until)
                .query((row, number) -> kept(row))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new LogRow(
                        row.getLong("seq"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("actor_role"),
                        row.getString("actor_org"),
                        row.getString("purpose"),
                        row.getString("action"),
                        row.getObject("household_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getString("source"),
                        texts(row, "categories"),
                        texts(row, "consents"),
                        row.getObject("view_version", Integer.class),
                        row.getString("outcome"),
                        row.getString("request_id"),
                        row.getObject("run_id", UUID.class)),
                row.getBytes("previous"),
                row.getBytes("link"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
