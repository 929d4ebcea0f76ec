package dk.samblik.access;

import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    private static final Counter FAILURES = Metrics.counter("samblik.access.log.write.failures");
    private static final String INSERT = """
            insert into access_log (seq, at, actor, actor_role, actor_org, purpose, action, household_id, person_id, source,
              categories, consents, view_version, outcome, request_id, run_id, previous, link)
            select seq, :at, actor, actor_role, actor_org, purpose, action, household_id, person_id, source,
              string_to_array(categories, ','), string_to_array(consents, ','), view_version, outcome, request_id, run_id,
              previous, link
              from unnest(cast(:seqs as bigint[]), cast(:actors as text[]), cast(:roles as text[]), cast(:orgs as text[]),
                cast(:purposes as text[]), cast(:actions as text[]), cast(:households as uuid[]), cast(:persons as uuid[]),
                cast(:sources as text[]), cast(:categories as text[]), cast(:consents as text[]),
                cast(:versions as integer[]), cast(:outcomes as text[]), cast(:requests as text[]), cast(:runs as uuid[]),
                cast(:previous as bytea[]), cast(:links as bytea[]))
                as n (seq, actor, actor_role, actor_org, purpose, action, household_id, person_id, source, categories,
                  consents, view_version, outcome, request_id, run_id, previous, link)
            """;

    private static final Access PROBE = new Access(
            Access.Action.VIEW, Viewer.HUB, "probe", null, null, null, Set.of(), List.of(), null, "OK", "probe", null);

    private final Database database;
    private final CivilClock clock;
    private final SecondPlace secondPlace;
    private final Turns turns = new Turns(this::commit);

    AccessLog(@Qualifier("auditDatabase") Database database, CivilClock clock, SecondPlace secondPlace) {
        this.database = database;
        this.clock = clock;
        this.secondPlace = secondPlace;
    }

    private record Chained(LogRow row, byte[] previous, byte[] link) {}

    /**
     * Writes all these rows in one transaction and answers with the grant for the households they name; a row that says
     * DENIED grants nothing. Throws {@link LogUnavailable} when they are not known to be committed, and {@link LogUnproven}
     * for somebody's look when the log has not been vouched for too long: nothing may be shown.
     */
    public Grant record(List<Access> accesses) {
        if (secondPlace.closed() && accesses.stream().anyMatch(Access::shown)) {
            throw new LogUnproven();
        }
        try {
            return new Grant(households(accesses), turns.take(accesses));
        } catch (RuntimeException e) {
            FAILURES.increment();
            LOG.error("The access log could not be written: {}", e.getClass().getName());
            throw new LogUnavailable(e);
        }
    }

    /** Whether a row could be written now: one is, and taken back before anybody can read it. */
    public boolean writable() {
        try {
            database.transaction().executeWithoutResult(status -> {
                status.setRollbackOnly();
                append(List.of(PROBE));
            });
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private long commit(List<Access> accesses) {
        Instant before = clock.now();
        long seq = database.inTransaction(() -> append(accesses));
        secondPlace.grown(seq, before);
        return seq;
    }

    private static Set<HouseholdId> households(List<Access> accesses) {
        return accesses.stream()
                .filter(access -> access.action() != Access.Action.DENIED && access.household() != null)
                .map(Access::household)
                .collect(Collectors.toUnmodifiableSet());
    }

    private long append(List<Access> accesses) {
        LogHead head = LogHead.hold(database);
        // The database keeps microseconds; the link must be made of what is kept.
        Instant at = clock.now().truncatedTo(ChronoUnit.MICROS);
        List<Chained> rows = new ArrayList<>(accesses.size());
        for (Access access : accesses) {
            LogRow row = LogRow.of(head.seq() + 1, at, access);
            byte[] link = row.link(head.link());
            rows.add(new Chained(row, head.link(), link));
            head = new LogHead(row.seq(), link);
        }
        insert(rows, at);
        database.sql()
                .sql("update access_log_head set seq = :seq, link = :link")
                .param("seq", head.seq())
                .param("link", head.link())
                .update();
        return head.seq();
    }

    /** One statement, whatever the number of rows. No category and no name of a consent holds a comma. */
    private void insert(List<Chained> rows, Instant at) {
        database.sql()
                .sql(INSERT)
                .param("at", Timestamp.from(at))
                .param("seqs", texts(rows, LogRow::seq))
                .param("actors", texts(rows, LogRow::actor))
                .param("roles", texts(rows, LogRow::actorRole))
                .param("orgs", texts(rows, LogRow::actorOrg))
                .param("purposes", texts(rows, LogRow::purpose))
                .param("actions", texts(rows, LogRow::action))
                .param("households", texts(rows, LogRow::household))
                .param("persons", texts(rows, LogRow::person))
                .param("sources", texts(rows, LogRow::source))
                .param("categories", texts(rows, row -> String.join(",", row.categories())))
                .param("consents", texts(rows, row -> String.join(",", row.consents())))
                .param("versions", texts(rows, LogRow::viewVersion))
                .param("outcomes", texts(rows, LogRow::outcome))
                .param("requests", texts(rows, LogRow::requestId))
                .param("runs", texts(rows, LogRow::run))
                .param("previous", rows.stream().map(Chained::previous).toArray(byte[][]::new))
                .param("links", rows.stream().map(Chained::link).toArray(byte[][]::new))
                .update();
    }

    private static @Nullable String[] texts(List<Chained> rows, Function<LogRow, @Nullable Object> value) {
        return rows.stream()
                .map(chained -> value.apply(chained.row()))
                .map(one -> one == null ? null : one.toString())
                .toArray(String[]::new);
    }
}
