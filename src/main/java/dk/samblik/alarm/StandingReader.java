package dk.samblik.alarm;

import dk.samblik.access.AccessLog;
import dk.samblik.access.SecondPlace;
import dk.samblik.api.WebhookLog;
import dk.samblik.household.CivilClock;
import dk.samblik.register.RegisterFile;
import dk.samblik.register.Registers;
import dk.samblik.run.Run;
import dk.samblik.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Reads how the hub stands, with the rights of operations. */
@Component
class StandingReader {

    private static final String NIGHT =
            "select max(night) from run where kind = 'NIGHTLY' and state in ('DONE', 'DONE_WITH_GAPS')";
    /** A run of one source, or of refused rows once more, is operations' own and stands in no figure by kind. */
    private static final String SUCCESSES = """
            select kind, max(ended_at) from run
             where state in ('DONE', 'DONE_WITH_GAPS') and kind in ('NIGHTLY', 'REFRESH') group by kind
            """;

    private static final String HOUSEHOLDS = """
            select last.kind, i.state, count(*)
              from (select distinct on (kind) kind, run_id from run
                     where ended_at is not null and kind in ('NIGHTLY', 'REFRESH') order by kind, ended_at desc) last
              join run_item i on i.run_id = last.run_id group by last.kind, i.state
            """;
    /** What was asked longer ago than this is silent, if it still exists. */
    private static final String SOURCES = """
            select distinct on (g.register) g.register, g.state, g.reason,
                   abs(g.rows_read - g.rows_mapped - g.rows_quarantined - g.rows_filtered - g.rows_duplicate) as difference,
                   max(r.ended_at) filter (where g.answered > 0) over (partition by g.register) as answered
              from run r join run_register g using (run_id)
             where r.ended_at > :since and (g.asked > 0 or g.reason is not null)
             order by g.register, r.ended_at desc
            """;

    private static final String DELIVERIES =
            "select register, max(produced_at) from delivery where state = 'ACCEPTED' group by register";
    private static final String QUARANTINE = """
            select register, reason, count(*), min(first_seen) from quarantine group by register, reason order by 1, 2
            """;
    private static final String CONSENTS = """
            select status, count(*) from (select distinct on (consent_id) status from consent
              order by consent_id, version desc) newest group by status
            """;
    private static final int DAYS_BACK = 30;

    private final Database ops;
    private final Registers registers;
    private final WebhookLog webhooks;
    private final AccessLog log;
    private final SecondPlace secondPlace;
    private final CivilClock clock;

    StandingReader(
            @Qualifier("opsDatabase") Database ops,
            Registers registers,
            WebhookLog webhooks,
            AccessLog log,
            SecondPlace secondPlace,
            CivilClock clock) {
        this.ops = ops;
        this.registers = registers;
        this.webhooks = webhooks;
        this.log = log;
        this.secondPlace = secondPlace;
        this.clock = clock;
    }

    /** How it stands now. */
    Standing now() {
        return new Standing(
                clock.now(),
                successes(),
                ops.sql()
                        .sql(NIGHT)
                        .query((row, number) -> new Night(row.getObject(1, LocalDate.class)))
                        .single()
                        .date(),
                households(),
                sources(),
                deliveries(),
                ops.sql()
                        .sql(QUARANTINE)
                        .query((row, number) -> new Standing.Refused(
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getTimestamp(4).toInstant()))
                        .list(),
                consents(),
                moment("select min(at) from erasure"),
                moment("select min(answered_at) from freshness"),
                webhooks.untold(),
                log.writable(),
                secondPlace.trouble().isEmpty());
    }

    private record Night(@Nullable LocalDate date) {}

    private record Moment(@Nullable Instant at) {}

    /** How every register that was asked lately answered. */
    List<Standing.Source> sources() {
        return ops.sql()
                .sql(SOURCES)
                .param(
                        "since",
                        Timestamp.from(clock.local().minusDays(DAYS_BACK).toInstant()))
                .query((row, number) -> new Standing.Source(
                        row.getString("register"),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getLong("difference"),
                        instant(row, "answered")))
                .list();
    }

    private Map<Run.Kind, Instant> successes() {
        Map<Run.Kind, Instant> all = new EnumMap<>(Run.Kind.class);
        ops.sql().sql(SUCCESSES).query(row -> {
            all.put(Run.Kind.valueOf(row.getString(1)), row.getTimestamp(2).toInstant());
        });
        return all;
    }

    private Map<Run.Kind, Map<String, Long>> households() {
        Map<Run.Kind, Map<String, Long>> all = new EnumMap<>(Run.Kind.class);
        ops.sql().sql(HOUSEHOLDS).query(row -> {
            all.computeIfAbsent(Run.Kind.valueOf(row.getString(1)), kind -> new HashMap<>())
                    .put(row.getString(2), row.getLong(3));
        });
        return all;
    }

    private List<Standing.Delivery> deliveries() {
        Map<String, Instant> produced = new HashMap<>();
        ops.sql().sql(DELIVERIES).query(row -> {
            produced.put(row.getString(1), row.getTimestamp(2).toInstant());
        });
        return registers.all().stream()
                .filter(register -> register.kind() == RegisterFile.Kind.CSV)
                .map(register ->
                        new Standing.Delivery(register.name(), produced.get(register.name()), register.staleAfter()))
                .toList();
    }

    private Map<String, Long> consents() {
        Map<String, Long> all = new HashMap<>();
        ops.sql().sql(CONSENTS).query(row -> {
            all.put(row.getString(1), row.getLong(2));
        });
        return all;
    }

    private @Nullable Instant moment(String sql) {
        return ops.sql()
                .sql(sql)
                .query((row, number) -> new Moment(instant(row, "min")))
                .single()
                .at();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
