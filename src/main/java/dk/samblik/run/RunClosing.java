package dk.samblik.run;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Locale;

/** How a run is closed: its registers add up or stay open, and its state says what a team would want to know. */
final class RunClosing {

    private static final int MILLIS = 1000;
    private static final Duration[] LIMITS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofMinutes(30),
        Duration.ofHours(1),
        Duration.ofHours(3)
    };

    private RunClosing() {}

    private static final String SETTLE_REGISTERS = """
            update run_register set state = case
                when reason is not null and answered = 0 then 'DOWN'
                when reason is not null or answered < asked then 'PARTLY'
                else 'DONE' end
             where run_id = :run
               and rows_read = rows_mapped + rows_quarantined + rows_filtered + rows_duplicate
            """;

    private static final String CLOSE = """
            update run set ended_at = :now, lease_until = null, state = case
                when failure is not null then 'FAILED'
                when exists (select from run_item i where i.run_id = run.run_id and i.state in ('PENDING', 'CLAIMED'))
                  then 'STOPPED'
                when exists (select from run_register r where r.run_id = run.run_id and r.state = 'OPEN') then 'FAILED'
                when exists (select from run_item i where i.run_id = run.run_id and i.state = 'FAILED')
                  or exists (select from run_register r where r.run_id = run.run_id and r.state in ('DOWN', 'PARTLY'))
                  then 'DONE_WITH_GAPS'
                else 'DONE' end
             where run_id = :run and fence = :fence and state = 'RUNNING'
            returning state, extract(epoch from ended_at - started_at) as seconds
            """;

    private static final String PAUSED = """
            select exists (select from run_item i where i.run_id = :run and i.state = 'PENDING')
               and exists (select from route_switch s where s.part in ('LINE', :kind) and s.state = 'PAUSED')
            """;

    static String close(Database database, Run run, CivilClock clock) {
        if (paused(database, run)) {
            return "PAUSED";
        }
        database.sql().sql(SETTLE_REGISTERS).param("run", run.id().value()).update();
        return database.sql()
                .sql(CLOSE)
                .param("now", Timestamp.from(clock.now()))
                .param("run", run.id().value())
                .param("fence", run.fence())
                .query((row, number) -> measured(run, row.getString("state"), row.getDouble("seconds")))
                .optional()
                .orElse("TAKEN_OVER");
    }

    private static String measured(Run run, String state, double seconds) {
        Timer.builder("samblik.run.duration")
                .description("how long runs took")
                .tag("kind", run.kind().label())
                .tag("outcome", state.toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(LIMITS)
                .register(Metrics.globalRegistry)
                .record(Duration.ofMillis(Math.max(0, Math.round(seconds * MILLIS))));
        return state;
    }

    /** With households left and its route paused a run stays open, for whoever may take it on. */
    private static boolean paused(Database database, Run run) {
        return database.sql()
                .sql(PAUSED)
                .param("run", run.id().value())
                .param("kind", run.kind().name())
                .query(Boolean.class)
                .single();
    }
}
