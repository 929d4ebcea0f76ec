package dk.samblik.retention;

import dk.samblik.household.CivilClock;
import dk.samblik.run.Run;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Ends what is kept longer than its rule says, in batches, each in a transaction of its own: what is interrupted goes on
 * the next time, and doing it twice does nothing more. What is in force, and the newest of its kind, is never due.
 */
@Component("sweep")
public class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int BATCH = 5_000;

    private final Database pipeline;
    private final Database web;
    private final Database draw;
    private final List<Overdue> all;
    private final Backups backups;
    private final CivilClock clock;
    private final int batch;
    /** A night has ended that nothing was swept after. */
    private final AtomicBoolean owed = new AtomicBoolean();

    @Autowired
    Sweep(
            @Qualifier("pipelineDatabase") Database pipeline,
            @Qualifier("webDatabase") Database web,
            @Qualifier("drawDatabase") Database draw,
            RetentionSettings settings,
            Backups backups,
            CivilClock clock) {
        this(pipeline, web, draw, settings, backups, clock, BATCH);
    }

    Sweep(
            Database pipeline,
            Database web,
            Database draw,
            RetentionSettings settings,
            Backups backups,
            CivilClock clock,
            int batch) {
        this.backups = backups;
        this.pipeline = pipeline;
        this.web = web;
        this.draw = draw;
        this.all = Overdue.all(settings);
        this.clock = clock;
        this.batch = batch;
    }

    /**
     * Sweeps when a night has ended, however it ended. Called at the end of every run and never fails it: what could not be
     * ended is tried again after the next one, whatever it is.
     */
    public void afterNight(Run run) {
        if (run.kind() == Run.Kind.NIGHTLY) {
            owed.set(true);
        }
        if (!owed.compareAndSet(true, false)) {
            return;
        }
        try {
            sweep();
        } catch (RuntimeException fault) {
            owed.set(true);
            LOG.error("the sweep was interrupted: {}", fault.getClass().getSimpleName());
        }
    }

    /** Ends everything that is due now; answers with how many rows and backups that were. */
    long sweep() {
        long gone = 0;
        for (Overdue overdue : all) {
            long ended = sweep(overdue);
            if (ended > 0) {
                LOG.info("{}: {} were due and are gone", overdue.name(), ended);
            }
            gone += ended;
        }
        return gone + backups.end();
    }

    private long sweep(Overdue overdue) {
        Database database = switch (overdue.worker()) {
            case PIPELINE -> pipeline;
            case WEB -> web;
            case DRAW -> draw;
        };
        Timestamp before = Timestamp.from(clock.local().minus(overdue.kept()).toInstant());
        long gone = 0;
        long last;
        do {
            last = database.inTransactionOrAgain(() -> database.sql()
                    .sql(overdue.sql())
                    .param("before", before)
                    .param("most", batch)
                    .query(Long.class)
                    .single());
            gone += last;
        } while (last == batch);
        return gone;
    }
}
