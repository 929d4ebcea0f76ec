package dk.samblik.quarantine;

import dk.samblik.storage.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The refused rows as IT reads them: counts by register, reason and mapping, and places. Its role can read no more. */
@Component
public class QuarantineGroups {

    private final Database database;

    QuarantineGroups(@Qualifier("opsDatabase") Database database) {
        this.database = database;
    }

    /** Rows refused for one reason; {@code field} null where the whole row was refused. */
    public record Group(
            String register,
            String reason,
            @Nullable String field,
            String mapping,
            long rows,
            Instant firstSeen,
            Instant lastSeen) {}

    /** Where one refused row stands in its register. */
    public record Place(String table, @Nullable Long recordNo, Instant firstSeen) {}

    /** All groups, the largest first. */
    public List<Group> all() {
        return database.sql()
                .sql("""
                        select register, reason, field, mapping, count(*) as rows, min(first_seen) as first_seen,
                          max(last_seen) as last_seen
                          from quarantine
                         group by register, reason, field, mapping
                         order by rows desc, register, reason, field nulls first, mapping
                        """)
                .query((row, number) -> new Group(
                        row.getString("register"),
                        row.getString("reason"),
                        row.getString("field"),
                        row.getString("mapping"),
                        row.getLong("rows"),
                        row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                        row.getObject("last_seen", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The places of a register's rows refused for one reason, at most as many as asked for. */
    public List<Place> places(String register, String reason, int most) {
        return database.sql()
                .sql("""
                        select record_table, record_no, first_seen from quarantine
                         where register = :register and reason = :reason
                         order by record_table, record_no limit :most
                        """)
                .param("register", register)
                .param("reason", reason)
                .param("most", most)
                .query((row, number) -> new Place(
                        row.getString("record_table"),
                        row.getObject("record_no", Long.class),
                        row.getObject("first_seen", OffsetDateTime.class).toInstant()))
                .list();
    }
}
