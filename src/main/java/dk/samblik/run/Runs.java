package dk.samblik.run;

import dk.samblik.household.CivilClock;
import dk.samblik.household.RunId;
import dk.samblik.run.Progress.Step;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Opens runs, takes over those whose holder is gone, and closes them. A run is held under a lease and a fence: who takes
 * it over gets a higher fence, and the old holder can write no more.
 */
@Component
public class Runs {

    /** The exchange property that carries the run from its opening to its closing. */
    public static final String RUN = "samblik-run";

    static final String PORTION = "samblik-portion";

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    private final Database database;
    private final RunSettings settings;
    private final CivilClock clock;
    private final Progress progress;
    private final RightOfWay rightOfWay;
    private final WorkItems workItems;
    private final RunsInHand inHand;

    Runs(
            @Qualifier("pipelineDatabase") Database database,
            RunSettings settings,
            CivilClock clock,
            Progress progress,
            RightOfWay rightOfWay,
            WorkItems workItems) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.progress = progress;
        this.rightOfWay = rightOfWay;
        this.workItems = workItems;
        this.inHand = new RunsInHand(database, settings, clock);
    }

    /**
     * Opens tonight's run over all enrolled households and takes it. Empty when a night is already under way: the open
     * one goes on, and nothing is lost. While the night is stopped none is opened; while it is paused it waits.
     */
    public List<Run> openNightly() {
        if (stopped()) {
            LOG.warn("no night is opened: nightly-run is stopped");
            return List.of();
        }
        requestNightly("samblik", "SCHEDULE");
        return inHand.takeNights();
    }

    private boolean stopped() {
        return database.sql()
                .sql("select exists (select from route_switch where part = 'NIGHTLY' and state = 'STOPPED')")
                .query(Boolean.class)
                .single();
    }

    /** Puts a night in the queue, or finds the one that is open. */
    public RunId requestNightly(String requestedBy, String reason) {
        return database.inTransaction(() -> {
            Optional<UUID> open = database.sql()
                    .sql("select run_id from run where kind = 'NIGHTLY' and state in ('QUEUED', 'RUNNING')")
                    .query(UUID.class)
                    .optional();
            return open.map(RunId::new).orElseGet(() -> insertNightly(requestedBy, reason));
        });
    }

    /** Puts a run of one register over everybody in the queue, or finds the one that is open. */
    public RunId requestSource(String register, String requestedBy) {
        RunId id = RunId.random();
        return database.inTransaction(() -> {
            int inserted = database.sql()
                    .sql("""
                            insert into run (run_id, kind, reason, requested_by, register, night, requested_at, state)
                            values (:run, 'SOURCE', 'OPERATIONS', :by, :register, :night, :now, 'QUEUED')
                            on conflict (register) where kind in ('SOURCE', 'REPLAY') and state in ('QUEUED', 'RUNNING')
                              do nothing
                            """)
                    .param("run", id.value())
                    .param("by", requestedBy)
                    .param("register", register)
                    .param("night", clock.today())
                    .param("now", Timestamp.from(clock.now()))
                    .update();
            if (inserted == 1) {
                insertEverybody(id);
                return id;
            }
            return database.sql()
                    .sql("""
                            select run_id from run where register = :register and kind in ('SOURCE', 'REPLAY')
                              and state in ('QUEUED', 'RUNNING')
                            """)
                    .param("register", register)
                    .query(UUID.class)
                    .optional()
                    .map(RunId::new)
                    .orElse(id);
        });
    }

    private RunId insertNightly(String requestedBy, String reason) {
        RunId id = RunId.random();
        database.sql()
                .sql("""
                        insert into run (run_id, kind, reason, requested_by, night, requested_at, state)
                        values (:run, 'NIGHTLY', :reason, :by, :night, :now, 'QUEUED')
                        """)
                .param("run", id.value())
                .param("reason", reason)
                .param("by", requestedBy)
                .param("night", clock.today())
                .param("now", Timestamp.from(clock.now()))
                .update();
        insertEverybody(id);
        return id;
    }

    private void insertEverybody(RunId id) {
        database.sql()
                .sql("""
                        insert into run_item (run_id, household_id, state)
                        select :run, household_id, 'PENDING' from household
                         where enrolled <= :night and (exit_date is null or exit_date >= :night)
                        """)
                .param("run", id.value())
                .param("night", clock.today())
                .update();
    }

    /**
     * Takes every run that waits, whose holder has shown no sign of life for the length of a lease, or that we hold and
     * could not close. What cannot be taken now is taken at the next look.
     */
    public List<Run> takeWaiting() {
        try {
            return inHand.takeWaiting();
        } catch (RuntimeException fault) {
            LOG.error("runs that wait could not be taken: {}", Fault.place(fault));
            return List.of();
        }
    }

    /** Marks the exchange as this run's, so that its end knows what began. */
    public void begin(Run run, Exchange exchange) {
        exchange.setProperty(RUN, run);
        if (run.kind() == Run.Kind.REFRESH) {
            rightOfWay.refreshBegins();
        }
        LOG.info("run {} {} begins", run.id(), run.kind());
    }

    /** The run once for each worker that shall take chunks of it: one for a refresh, several for the others. */
    public List<Run> workers(Run run) {
        return Collections.nCopies(run.kind() == Run.Kind.REFRESH ? 1 : settings.workers(), run);
    }

    /** Writes on the run that something of ours failed: the class of it, never its message. */
    public void fail(@ExchangeProperty(RUN) Run run, Exception fault) {
        String failure = fault.getClass().getSimpleName();
        LOG.error("run {} failed: {} at {}", run.id(), failure, Fault.place(fault));
        database.sql()
                .sql("update run set failure = :failure where run_id = :run and fence = :fence")
                .param("failure", failure)
                .param("run", run.id().value())
                .param("fence", run.fence())
                .update();
    }

    /** Marks the exchange as that of these households, so that a fault on the way is written on them and no others. */
    public void beginChunk(Portion portion, Exchange exchange) {
        exchange.setProperty(PORTION, portion);
    }

    /**
     * What is tried again of a chunk that failed through a fault of ours: each household by itself, so that one which
     * nobody foresaw holds no other. Of a single one nothing: it is settled as failed.
     */
    public List<Portion> oneByOne(
            @ExchangeProperty(RUN) Run run, @ExchangeProperty(PORTION) Portion portion, Exception fault) {
        if (portion.claimed().size() > 1) {
            LOG.error("run {} chunk failed, and is tried one by one: {}", run.id(), Fault.place(fault));
            return portion.oneByOne();
        }
        failChunk(run, portion, fault);
        return List.of();
    }

    /** Settles as failed the households of a chunk that failed through a fault of ours; the run goes on with the next. */
    public void failChunk(@ExchangeProperty(RUN) Run run, @ExchangeProperty(PORTION) Portion portion, Exception fault) {
        LOG.error("run {} chunk failed: {}", run.id(), Fault.place(fault));
        workItems.fail(run, portion.claimed(), fault.getClass().getSimpleName());
    }

    /**
     * Closes the run with what became of it; a run that does not add up, or was taken over, is not closed as done. One that
     * is paused half-way, or cannot be closed now, is let go, and taken again at the next look that may. Answers with the run, for what comes after it.
     */
    public Run close(@ExchangeProperty(RUN) Run run) {
        try {
            String state = database.inTransaction(() -> RunClosing.close(database, run, clock));
            LOG.info("run {} {} ended: {}", run.id(), run.kind(), state);
        } catch (RuntimeException fault) {
            LOG.error("run {} could not be closed: {}", run.id(), Fault.place(fault));
        } finally {
            inHand.letGo(run);
            if (run.kind() == Run.Kind.REFRESH) {
                rightOfWay.refreshEnds();
            }
            progress.tell(run.id(), "", Step.ENDED, 0);
        }
        return run;
    }

    /** The run with its counts; empty when there is none of this id. */
    public Optional<RunSummary> find(RunId id) {
        return RunReading.find(database, id);
    }

    /** The latest runs, newest first. */
    public List<RunSummary> recent(int most) {
        return RunReading.recent(database, most);
    }

    /** The night that a process is at work on now, if one is; not one that waits, or whose holder is gone. */
    public Optional<RunId> nightUnderWay() {
        return database.sql()
                .sql("select run_id from run where kind = 'NIGHTLY' and state = 'RUNNING' and lease_until > :now")
                .param("now", Timestamp.from(clock.now()))
                .query(UUID.class)
                .optional()
                .map(RunId::new);
    }

    /** The classes of what failed in a run, as a whole or for a household. */
    public Set<String> failures(RunId id) {
        return database.sql()
                .sql("select failure from run where run_id = :run and failure is not null"
                        + " union select failure from run_item where run_id = :run and failure is not null")
                .param("run", id.value())
                .query(String.class)
                .set();
    }

    /** The last night that ended, if any has. */
    public Optional<RunSummary> lastNight() {
        return RunReading.lastNight(database);
    }

    /** Keeps our hold of the runs we are at work on; called every few seconds. */
    void stayAlive() {
        inHand.stayAlive();
    }
}
