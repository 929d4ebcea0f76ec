package dk.samblik.access;

import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Who opened what, written before it is shown. Each row carries a link made of itself and the row before, so that a row
 * changed, added or taken out later shows.
 */
@Component
public class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final int BATCH = 1000;
    private static final String INSERT = """
            insert into access_log (seq, at, actor, actor_role, actor_org, purpose, action, household_id, person_id, source,
              categories, consents, view_version, outcome, request_id, run_id, previous, link)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Database database;
    private final CivilClock clock;

    AccessLog(@Qualifier("auditDatabase") Database database, CivilClock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Head(long seq, byte[] link) {}

    private record Chained(LogRow row, byte[] previous, byte[] link) {}

    /**
     * Writes all these rows in one transaction and answers with the grant for the households they name; a row that says
     * DENIED grants nothing. Throws {@link LogUnavailable} when they are not known to be committed: nothing may be shown.
     */
    public Grant record(List<Access> accesses) {
        try {
            long seq = database.inTransaction(() -> append(accesses));
            return new Grant(households(accesses), seq);
        } catch (RuntimeException e) {
            LOG.error("The access log could not be written: {}", e.getClass().getName());
            throw new LogUnavailable(e);
        }
    }

    private static Set<HouseholdId> households(List<Access> accesses) {
        return accesses.stream()
                .filter(access -> access.action() != Access.Action.DENIED && access.household() != null)
                .map(Access::household)
                .collect(Collectors.toUnmodifiableSet());
    }

    private long append(List<Access> accesses) {
        Head head = database.sql()
                .sql("select seq, link from access_log_head for update")
                .query((row, number) -> new Head(row.getLong(1), row.getBytes(2)))
                .single();
        // The database keeps microseconds; the link must be made of what is kept.
        Instant at = clock.now().truncatedTo(ChronoUnit.MICROS);
        List<Chained> rows = new ArrayList<>(accesses.size());
        for (Access access : accesses) {
            LogRow row = LogRow.of(head.seq() + 1, at, access);
            byte[] link = row.link(head.link());
            rows.add(new Chained(row, head.link(), link));
            head = new Head(row.seq(), link);
        }
        database.batch().batchUpdate(INSERT, rows, BATCH, AccessLog::fill);
        database.sql()
                .sql("update access_log_head set seq = :seq, link = :link")
                .param("seq", head.seq())
                .param("link", head.link())
                .update();
        return head.seq();
    }

    private static void fill(PreparedStatement insert, Chained chained) throws SQLException {
        LogRow row = chained.row();
        Object[] values = {
            row.seq(),
            Timestamp.from(row.at()),
            row.actor(),
            row.actorRole(),
            row.actorOrg(),
            row.purpose(),
            row.action(),
            row.household(),
            row.person(),
            row.source(),
            insert.getConnection().createArrayOf("text", row.categories().toArray()),
            insert.getConnection().createArrayOf("text", row.consents().toArray()),
            row.viewVersion(),
            row.outcome(),
            row.requestId(),
            row.run(),
            chained.previous(),
            chained.link()
        };
        for (int column = 0; column < values.length; column++) {
            insert.setObject(column + 1, values[column]);
        }
    }
}
