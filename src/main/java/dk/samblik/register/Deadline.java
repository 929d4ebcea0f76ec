package dk.samblik.register;

import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** When a question must have been answered. */
record Deadline(long nanoTime) {

    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    /** The time that is left; a timeout when there is none. */
    Duration left() throws HttpTimeoutException {
        long left = nanoTime - System.nanoTime();
        if (left <= 0) {
            throw new HttpTimeoutException("limit");
        }
        return Duration.ofNanos(left);
    }

    boolean allows(Duration wait) {
        return nanoTime - System.nanoTime() > wait.toNanos();
    }
}
