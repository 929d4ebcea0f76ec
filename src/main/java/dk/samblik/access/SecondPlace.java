package dk.samblik.access;

import dk.samblik.household.CivilClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How the second place of the access log stands, as this process knows: until where rows are vouched for, since when the
 * oldest that is not waits, and what went wrong. Reads and writes nothing, and so answers also while a disk hangs.
 */
@Component
public class SecondPlace {

    /** A checkpoint may be late by this many of its own intervals before that is called trouble. */
    private static final int LATE = 3;

    private final CivilClock clock;
    private final CheckpointSettings settings;
    private Runnable full = () -> {};
    private long proven;
    private long head;
    private @Nullable Instant written;
    private @Nullable Instant waiting;
    private Trouble.@Nullable Reason failed;
    private @Nullable Instant failing;

    SecondPlace(CivilClock clock, AccessSettings settings) {
        this.clock = clock;
        this.settings = settings.checkpoints();
    }

    /**
     * What is wrong. Pages with people are closed from {@code closes} on.
     *
     * @param since when it began
     */
    public record Trouble(Reason reason, Instant since, Instant closes) {

        /** Why no checkpoint can be written. */
        public enum Reason {
            UNREACHABLE,
            NOT_OURS,
            LOG_CHANGED
        }
    }

    /** When the last checkpoint known here was written; empty before the first. */
    public synchronized Optional<Instant> written() {
        return Optional.ofNullable(written);
    }

    /** What is wrong now, if anything. */
    public synchronized Optional<Trouble> trouble() {
        Instant since = since();
        if (since == null || (failed == null && !before(since, settings.every().multipliedBy(LATE)))) {
            return Optional.empty();
        }
        return Optional.of(new Trouble(
                failed == null ? Trouble.Reason.UNREACHABLE : failed, since, since.plus(settings.stopAfter())));
    }

    /** Whether pages with people are closed. */
    public synchronized boolean closed() {
        Instant since = since();
        return since != null && before(since, settings.stopAfter());
    }

    private @Nullable Instant since() {
        return Stream.of(Optional.ofNullable(waiting), Optional.ofNullable(failing))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private boolean before(Instant since, Duration limit) {
        return !since.plus(limit).isAfter(clock.now());
    }

    /** Calls this when as many rows wait as a checkpoint may have. */
    synchronized void whenFull(Runnable what) {
        full = what;
    }

    /** Rows up to this one are committed; the first of them not before {@code at}. */
    synchronized void grown(long seq, Instant at) {
        head = Math.max(head, seq);
        if (head > proven && waiting == null) {
            waiting = at;
        }
        if (head - proven >= settings.rows()) {
            full.run();
        }
    }

    /** What an earlier process left: its last checkpoint, and since when the first row after it waits. */
    synchronized void found(Optional<Checkpoint> last, Optional<Instant> oldest) {
        last.ifPresent(this::standsAt);
        waiting = oldest.orElse(null);
    }

    /** A checkpoint is on disk, written here or by another process; what waits still came after it. */
    synchronized void vouched(Checkpoint checkpoint) {
        standsAt(checkpoint);
        waiting = head > proven ? checkpoint.at() : null;
        failed = null;
        failing = null;
    }

    private void standsAt(Checkpoint checkpoint) {
        proven = checkpoint.seq();
        written = checkpoint.at();
    }

    /** A checkpoint could not be written. Answers whether that is news. */
    synchronized boolean failed(Trouble.Reason reason) {
        boolean news = failed != reason;
        failed = reason;
        if (failing == null) {
            failing = clock.now();
        }
        return news;
    }

    /** Whether rows wait for a checkpoint, by what this process wrote itself. */
    synchronized boolean waits() {
        return waiting != null;
    }
}
