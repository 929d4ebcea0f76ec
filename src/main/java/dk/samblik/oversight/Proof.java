package dk.samblik.oversight;

import dk.samblik.access.LogVerify;
import dk.samblik.household.CivilClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Whether the log holds, as it was last found. To walk a long log takes longer than a page may, so that is done beside the
 * page, one walk at a time.
 */
@Component
class Proof implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Proof.class);
    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final long PATIENCE_MILLIS = 1500;

    private final LogVerify verify;
    private final CivilClock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "log-proof");
        made.setDaemon(true);
        return made;
    });
    private volatile @Nullable Found last;
    private @Nullable CompletableFuture<Void> walk;

    Proof(LogVerify verify, CivilClock clock) {
        this.verify = verify;
        this.clock = clock;
    }

    /** What was found, and how far the log was when the walk began. */
    record Found(LogVerify.Verdict verdict, Instant at) {}

    /** How the log was last found, looked at anew where that is a while ago; empty while the first walk is under way. */
    Optional<Found> state() {
        Found known = last;
        if (known == null || known.at().plus(FRESH).isBefore(clock.now())) {
            walk();
        }
        return Optional.ofNullable(last);
    }

    /** Walks the log now, and waits a moment for the end. */
    void walk() {
        try {
            begun().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException later) {
            LOG.debug("the walk of the log goes on");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized CompletableFuture<Void> begun() {
        if (walk == null || walk.isDone()) {
            walk = CompletableFuture.runAsync(this::find, thread);
        }
        return walk;
    }

    private void find() {
        Instant at = clock.now();
        try {
            last = new Found(verify.verify(), at);
        } catch (RuntimeException unreadable) {
            LOG.error(
                    "The access log could not be walked: {}",
                    unreadable.getClass().getName());
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
