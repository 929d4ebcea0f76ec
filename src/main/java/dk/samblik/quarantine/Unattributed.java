package dk.samblik.quarantine;

import dk.samblik.household.CivilClock;
import dk.samblik.household.RunId;
import dk.samblik.register.Deliveries;
import dk.samblik.register.RegisterFile;
import dk.samblik.register.Registers;
import dk.samblik.register.UnattributedRow;
import dk.samblik.run.Fates;
import dk.samblik.run.Ledger;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The rows of a night's deliveries that belong to nobody who can be told: table and record number are kept, nothing else
 * of them, and they stand in the ledger like every other row. Rows about people nobody asked for are only counted.
 */
@Component("unattributed")
public class Unattributed {

    private static final String REASON = "Q09";
    private static final String NOBODYS_MAPPING = "-";

    private static final String REPLACE = """
            with gone as (
              delete from quarantine where register = :register and person_id is null
              returning record_table, record_no, first_seen, discarded_at, discarded_why)
            insert into quarantine (quarantine_id, register, record_table, record_no, reason, mapping, first_seen, last_seen,
              run_id, discarded_at, discarded_why)
            select gen_random_uuid(), :register, n.record_table, n.record_no, :reason, :mapping,
              coalesce(b.first_seen, :now), :now, :run, b.discarded_at, b.discarded_why
              from unnest(cast(:tables as text[]), cast(:numbers as bigint[])) as n (record_table, record_no)
              left join lateral (select * from gone g where g.record_table = n.record_table
                and g.record_no = n.record_no order by g.first_seen limit 1) as b on true
            """;

    private static final String PASSED_OVER = """
            update run_register set rows_passed_over = greatest(0, :delivered - rows_read)
             where run_id = :run and register = :register
            """;

    private final Database database;
    private final Registers registers;
    private final Deliveries deliveries;
    private final Ledger ledger;
    private final CivilClock clock;

    Unattributed(
            @Qualifier("pipelineDatabase") Database database,
            Registers registers,
            Deliveries deliveries,
            Ledger ledger,
            CivilClock clock) {
        this.database = database;
        this.registers = registers;
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Settles them for the night that is under way, once every household of it is settled; does nothing when there is none
     * such, and nothing twice.
     */
    public void settle() {
        nightAtItsEnd()
                .ifPresent(night -> registers.all().stream()
                        .filter(register -> register.kind() == RegisterFile.Kind.CSV)
                        .forEach(register -> settle(night, register)));
    }

    /** A delivery that is held back says nothing: the rows of nobody that are known stay as they are. */
    private void settle(RunId night, RegisterFile register) {
        deliveries
                .unattributed(register.name())
                .ifPresent(rows ->
                        settle(night, register.name(), rows, aboutPersons(register, deliveries.rows(register.name()))));
    }

    private Optional<RunId> nightAtItsEnd() {
        return database.sql().sql("""
                        select run_id from run
                         where kind = 'NIGHTLY' and state = 'RUNNING'
                           and not exists (select from run_item i
                             where i.run_id = run.run_id and i.state in ('PENDING', 'CLAIMED'))
                        """).query(UUID.class).optional().map(RunId::new);
    }

    private static long aboutPersons(RegisterFile register, Map<String, Long> rows) {
        return register.tables().stream()
                .mapToLong(table -> rows.getOrDefault(table.name(), 0L))
                .sum();
    }

    /** One register's part, in one transaction. */
    void settle(RunId night, String register, List<UnattributedRow> rows, long delivered) {
        database.doInTransaction(() -> {
            if (!settled(night, register)) {
                replace(night, register, rows);
                ledger.add(night, register, 0, 0, new Fates(0, rows.size(), 0, 0), 0);
            }
            database.sql()
                    .sql(PASSED_OVER)
                    .param("delivered", delivered)
                    .param("run", night.value())
                    .param("register", register)
                    .update();
        });
    }

    private boolean settled(RunId night, String register) {
        return database.sql()
                .sql("""
                        select exists (select from quarantine
                          where register = :register and person_id is null and run_id = :run)
                        """)
                .param("register", register)
                .param("run", night.value())
                .query(Boolean.class)
                .single();
    }

    private void replace(RunId night, String register, List<UnattributedRow> rows) {
        database.sql()
                .sql(REPLACE)
                .param("register", register)
                .param("reason", REASON)
                .param("mapping", NOBODYS_MAPPING)
                .param("now", Timestamp.from(clock.now()))
                .param("run", night.value())
                .param("tables", rows.stream().map(UnattributedRow::table).toArray(String[]::new))
                .param(
                        "numbers",
                        rows.stream().map(row -> Long.toString(row.recordNo())).toArray(String[]::new))
                .update();
    }
}
