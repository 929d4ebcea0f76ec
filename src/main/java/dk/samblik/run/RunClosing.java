package dk.samblik.run;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;
import java.sql.Timestamp;

/** How a run is closed: its registers add up or stay open, and its state says what a team would want to know. */
final class RunClosing {

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
            returning state
            """;

    static String close(Database database, Run run, CivilClock clock) {
        database.sql().sql(SETTLE_REGISTERS).param("run", run.id().value()).update();
        return database.sql()
                .sql(CLOSE)
                .param("now", Timestamp.from(clock.now()))
                .param("run", run.id().value())
                .param("fence", run.fence())
                .query(String.class)
                .optional()
                .orElse("TAKEN_OVER");
    }
}
