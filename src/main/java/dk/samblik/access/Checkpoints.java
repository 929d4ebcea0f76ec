package dk.samblik.access;

import dk.samblik.access.SecondPlace.Trouble;
import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Vouches for the access log every few minutes or thousand rows, whichever comes first, in a place outside the database. On
 * a thread of its own: a disk that hangs keeps nothing else from its work.
 */
@Component
class Checkpoints implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final Duration LAST_ONE = Duration.ofSeconds(5);

    private final Database database;
    private final CheckpointSettings settings;
    private final CheckpointKeys keys;
    private final CheckpointFile file;
    private final SecondPlace place;
    private final CivilClock clock;
    private final Counter written;
    private final Counter failed;
    private final AtomicBoolean called = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "checkpoints");
        made.setDaemon(true);
        return made;
    });

    Checkpoints(
            @Qualifier("auditDatabase") Database database,
            AccessSettings settings,
            CheckpointKeys keys,
            SecondPlace place,
            CivilClock clock,
            ObjectProvider<MeterRegistry> meters) {
        this.database = database;
        this.settings = settings.checkpoints();
        this.keys = keys;
        this.file = new CheckpointFile(settings.checkpoints());
        this.place = place;
        this.clock = clock;
        MeterRegistry counted = meters.getIfAvailable(SimpleMeterRegistry::new);
        this.written = counted.counter("samblik.access.log.checkpoints");
        this.failed = counted.counter("samblik.access.log.checkpoint.failures");
        begin();
    }

    private void begin() {
        try {
            Optional<Checkpoint> last = file.noted();
            place.found(last, last.flatMap(this::firstAfter));
        } catch (IOException unreadable) {
            fail(Trouble.Reason.UNREACHABLE);
        }
        place.whenFull(this::call);
        long millis = settings.look().toMillis();
        thread.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    private Optional<Instant> firstAfter(Checkpoint last) {
        return database.sql()
                .sql("select at from access_log where seq = :next")
                .param("next", last.seq() + 1)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    private void call() {
        if (!thread.isShutdown() && called.compareAndSet(false, true)) {
            thread.execute(this::look);
        }
    }

    /** Writes a checkpoint where one is due, and tries again where the last try failed. Never throws. */
    void look() {
        called.set(false);
        try {
            file.exclusively(() -> {
                Optional<Checkpoint> last = file.last();
                LogHead head = LogHead.read(database);
                if (place.trouble().isPresent()
                        || last.filter(one -> !due(one, head)).isEmpty()) {
                    write(last, head);
                } else {
                    last.ifPresent(place::vouched);
                }
                return head;
            });
        } catch (CheckpointFile.NotOurs emptied) {
            fail(Trouble.Reason.NOT_OURS);
        } catch (IOException | KeystoreRefused refused) {
            fail(Trouble.Reason.UNREACHABLE);
        } catch (RuntimeException noDatabase) {
            LOG.warn("No checkpoint: {}", noDatabase.getClass().getName());
        }
    }

    private boolean due(Checkpoint last, LogHead head) {
        Duration passed = Duration.between(last.at(), clock.now());
        return passed.isNegative()
                || passed.compareTo(settings.every()) >= 0
                || head.seq() - last.seq() >= settings.rows();
    }

    private void write(Optional<Checkpoint> last, LogHead head) throws IOException {
        if (last.isPresent() && !holds(last.get())) {
            fail(Trouble.Reason.LOG_CHANGED);
            return;
        }
        Checkpoint next = Checkpoint.after(last, head, clock.now(), keys.current());
        boolean before = place.trouble().isPresent();
        file.add(next);
        place.vouched(next);
        written.increment();
        if (before) {
            LOG.warn("The second place of the access log is written again");
        }
    }

    /** Nothing is vouched for that contradicts what was vouched for before. */
    private boolean holds(Checkpoint last) {
        return last.seq() == 0
                || database.sql()
                        .sql("select link from access_log where seq = :seq")
                        .param("seq", last.seq())
                        .query((row, number) -> row.getBytes(1))
                        .optional()
                        .filter(link -> Arrays.equals(link, last.linkBytes()))
                        .isPresent();
    }

    private void fail(Trouble.Reason reason) {
        failed.increment();
        if (place.failed(reason)) {
            LOG.error("No checkpoint of the access log can be written: {}. See the page of operations", reason);
        }
    }

    /** What was written since the last checkpoint gets one, if the second place takes it soon. */
    @Override
    public void destroy() throws InterruptedException {
        if (place.waits()) {
            thread.execute(this::lastOne);
        }
        thread.shutdown();
        thread.awaitTermination(LAST_ONE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lastOne() {
        try {
            file.exclusively(() -> {
                write(file.last(), LogHead.read(database));
                return true;
            });
        } catch (IOException | RuntimeException nextTime) {
            LOG.warn("No checkpoint at the end: {}", nextTime.getClass().getName());
        }
    }
}
