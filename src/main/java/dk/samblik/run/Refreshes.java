package dk.samblik.run;

import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** A team's wish to see a household anew. Many clicks on one household are one refresh: the open one is joined. */
@Component
public class Refreshes {

    private final Database database;
    private final CivilClock clock;
    private final ProducerTemplate line;

    Refreshes(@Qualifier("webDatabase") Database database, CivilClock clock, ProducerTemplate line) {
        this.database = database;
        this.clock = clock;
        this.line = line;
    }

    /** The refresh that is open for this household; a new one is queued and the line is told when there is none. */
    public RunId request(HouseholdId household, String subject) {
        RunId id = RunId.random();
        boolean queued = database.inTransaction(() -> queue(id, household, subject));
        if (queued) {
            line.sendBody("seda:refresh?waitForTaskToComplete=Never", "");
            return id;
        }
        return open(household).orElseGet(() -> request(household, subject));
    }

    private boolean queue(RunId id, HouseholdId household, String subject) {
        int inserted = database.sql()
                .sql("""
                        insert into run (run_id, kind, reason, requested_by, household_id, night, requested_at, state)
                        values (:run, 'REFRESH', 'TEAM', :by, :household, :night, :now, 'QUEUED')
                        on conflict (household_id) where kind = 'REFRESH' and state in ('QUEUED', 'RUNNING') do nothing
                        """)
                .param("run", id.value())
                .param("by", subject)
                .param("household", household.value())
                .param("night", clock.today())
                .param("now", Timestamp.from(clock.now()))
                .update();
        if (inserted == 1) {
            database.sql()
                    .sql("insert into run_item (run_id, household_id, state) values (:run, :household, 'PENDING')")
                    .param("run", id.value())
                    .param("household", household.value())
                    .update();
        }
        return inserted == 1;
    }

    /** The refresh of this household that has not ended, if there is one. */
    public Optional<RunId> open(HouseholdId household) {
        return database.sql()
                .sql("""
                        select run_id from run
                         where household_id = :household and kind = 'REFRESH' and state in ('QUEUED', 'RUNNING')
                        """)
                .param("household", household.value())
                .query(UUID.class)
                .optional()
                .map(RunId::new);
    }
}
