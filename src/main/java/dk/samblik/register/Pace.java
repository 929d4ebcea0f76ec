package dk.samblik.register;

import java.time.Duration;

/** Keeps calls a little apart, so that no second holds more of them than the service allows. */
final class Pace {

    private final long gap;
    private long next = System.nanoTime();

    Pace(Duration gap) {
        this.gap = gap.toNanos();
    }

    /** Waits for the next free moment. */
    void await() throws InterruptedException {
        long mine;
        synchronized (this) {
            mine = Math.max(next, System.nanoTime());
            next = mine + gap;
        }
        long wait = mine - System.nanoTime();
        if (wait > 0) {
            Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        }
    }
}
