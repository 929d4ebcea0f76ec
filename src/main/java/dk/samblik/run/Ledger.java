package dk.samblik.run;

import dk.samblik.household.RunId;
import dk.samblik.storage.Database;
import org.springframework.stereotype.Component;

/** The count of every row by run and register. What is added here adds up, or the run cannot be closed as done. */
@Component
public class Ledger {

    private final Database database;

    Ledger(Database pipelineDatabase) {
        this.database = pipelineDatabase;
    }

    /** Adds one household's fates; call it inside the transaction that stores what the rows became. */
    public void add(RunId run, String register, int asked, int answered, Fates fates, int changed) {
        database.sql()
                .sql("""
                        insert into run_register (run_id, register, asked, answered, rows_read, rows_mapped, rows_quarantined,
                          rows_filtered, rows_duplicate, households_changed)
                        values (:run, :register, :asked, :answered, :read, :mapped, :quarantined, :filtered, :duplicate, :changed)
                        on conflict (run_id, register) do update set
                          asked = run_register.asked + excluded.asked,
                          answered = run_register.answered + excluded.answered,
                          rows_read = run_register.rows_read + excluded.rows_read,
                          rows_mapped = run_register.rows_mapped + excluded.rows_mapped,
                          rows_quarantined = run_register.rows_quarantined + excluded.rows_quarantined,
                          rows_filtered = run_register.rows_filtered + excluded.rows_filtered,
                          rows_duplicate = run_register.rows_duplicate + excluded.rows_duplicate,
                          households_changed = run_register.households_changed + excluded.households_changed
                        """)
                .param("run", run.value())
                .param("register", register)
                .param("asked", asked)
                .param("answered", answered)
                .param("read", fates.read())
                .param("mapped", fates.mapped())
                .param("quarantined", fates.quarantined())
                .param("filtered", fates.filtered())
                .param("duplicate", fates.duplicate())
                .param("changed", changed)
                .update();
    }

    /** Notes that a register was down for some of the run, and why (a reason code). */
    public void down(RunId run, String register, String reason) {
        database.sql()
                .sql("""
                        insert into run_register (run_id, register, reason) values (:run, :register, :reason)
                        on conflict (run_id, register) do update set reason = excluded.reason
                        """)
                .param("run", run.value())
                .param("register", register)
                .param("reason", reason)
                .update();
    }
}
