package dk.samblik.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Whose turn it is at the head of the log. Only one can stand there at a time, so whoever comes to it takes the rows of
 * those who wait along: fifty readers a second share a few commits instead of queueing for fifty.
 */
final class Turns {

    private final ToLongFunction<List<Access>> commit;
    private final ReentrantLock head = new ReentrantLock(true);
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

    /** {@code commit} answers with the number of the last of the rows when they are committed, and throws otherwise. */
    Turns(ToLongFunction<List<Access>> commit) {
        this.commit = commit;
    }

    /** Rows of one caller; read and written by whoever stands at the head. */
    private static final class Waiting {

        private final List<Access> rows;
        private long committed;
        private @Nullable RuntimeException failed;
        private boolean over;

        private Waiting(List<Access> rows) {
            this.rows = rows;
        }

        private long ended() {
            if (failed != null) {
                throw failed;
            }
            return committed;
        }
    }

    /**
     * Answers when these rows are committed, with the number of the last of them; throws when they are not known to
     * be. Where a row among several cannot be stored each tries again alone, so that nobody is refused for somebody else's.
     */
    long take(List<Access> rows) {
        Waiting mine = new Waiting(rows);
        waiting.add(mine);
        head.lock();
        try {
            if (!mine.over) {
                together();
            }
            return mine.over ? mine.ended() : commit.applyAsLong(rows);
        } finally {
            head.unlock();
        }
    }

    /** Whether somebody stands at the head. */
    boolean busy() {
        return head.isLocked();
    }

    /** How many callers wait behind whoever stands at the head. */
    int waiting() {
        return waiting.size();
    }

    private void together() {
        List<Waiting> all = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            all.add(next);
        }
        if (all.isEmpty()) {
            return;
        }
        try {
            long seq = commit.applyAsLong(
                    all.stream().flatMap(one -> one.rows.stream()).toList());
            numbered(all, seq);
        } catch (DataIntegrityViolationException ofOne) {
            return;
        } catch (RuntimeException ofAll) {
            all.forEach(one -> one.failed = ofAll);
        }
        all.forEach(one -> one.over = true);
    }

    /** A number is somebody's own: a copy on paper is known by it. */
    private static void numbered(List<Waiting> all, long last) {
        long seq = last - all.stream().mapToInt(one -> one.rows.size()).sum();
        for (Waiting one : all) {
            seq += one.rows.size();
            one.committed = seq;
        }
    }
}
