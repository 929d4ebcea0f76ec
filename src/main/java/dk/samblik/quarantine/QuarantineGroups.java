package dk.samblik.quarantine;

import dk.samblik.storage.Database;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The refused rows as IT reads them: counts by register, reason and mapping, and places. Its role can read no more. */
@Component
public class QuarantineGroups {

    /** After so many replays that were refused again, running it once more is no help. */
    public static final int NEEDS_STEWARD = 3;

    private final Database database;

    QuarantineGroups(@Qualifier("opsDatabase") Database database) {
        this.database = database;
    }

    /**
     * Rows refused for one reason by one version of the rules; {@code tables} in the order of their names, {@code field} null
     * where the whole row was refused, {@code replays} the most that any of them was replayed in vain, {@code nobodys} how
     * many belong to nobody who can be told.
     */
    public record Group(
            String register,
            String tables,
            String reason,
            @Nullable String field,
            String mapping,
            long rows,
            long nobodys,
            int replays,
            Instant firstSeen,
            Instant lastSeen) {

        /** Whether somebody has to look at what was said. */
        public boolean needsSteward() {
            return replays >= NEEDS_STEWARD;
        }
    }

    /** Where one refused row stands in its register. */
    public record Place(
            UUID id,
            String table,
            @Nullable Long recordNo,
            @Nullable String field,
            String reason,
            int replays,
            Instant firstSeen,
            Instant lastSeen) {}

    /** All groups of rows that nobody has put aside, the largest first. */
    public List<Group> all() {
        return database.sql()
                .sql("""
                        select register, string_agg(distinct record_table, ', ' order by record_table) as tables, reason,
                          field, mapping, count(*) as rows, count(*) filter (where mapping = '-') as nobodys,
                          max(replays) as replays, min(first_seen) as first_seen, max(last_seen) as last_seen
                          from quarantine where discarded_at is null
                         group by register, reason, field, mapping
                         order by rows desc, register, reason, field nulls first, mapping
                        """)
                .query((row, number) -> new Group(
                        row.getString("register"),
                        row.getString("tables"),
                        row.getString("reason"),
                        row.getString("field"),
                        row.getString("mapping"),
                        row.getLong("rows"),
                        row.getLong("nobodys"),
                        row.getInt("replays"),
                        row.getTimestamp("first_seen").toInstant(),
                        row.getTimestamp("last_seen").toInstant()))
                .list();
    }

    /** How many rows have been put aside. */
    public long discarded() {
        return database.sql()
                .sql("select count(*) from quarantine where discarded_at is not null")
                .query(Long.class)
                .single();
    }

    /** The places of one group, at most as many as asked for. */
    public List<Place> places(Group group, int most) {
        return database.sql()
                .sql("""
                        select quarantine_id, record_table, record_no, field, reason, replays, first_seen, last_seen
                          from quarantine
                         where register = :register and reason = :reason and field is not distinct from cast(:field as text)
                           and discarded_at is null
                         order by record_table, record_no, field nulls first limit :most
                        """)
                .param("register", group.register())
                .param("reason", group.reason())
                .param("field", group.field())
                .param("most", most)
                .query((row, number) -> new Place(
                        row.getObject("quarantine_id", UUID.class),
                        row.getString("record_table"),
                        row.getObject("record_no", Long.class),
                        row.getString("field"),
                        row.getString("reason"),
                        row.getInt("replays"),
                        row.getTimestamp("first_seen").toInstant(),
                        row.getTimestamp("last_seen").toInstant()))
                .list();
    }
}
