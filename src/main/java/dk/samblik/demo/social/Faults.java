package dk.samblik.demo.social;

import java.time.Duration;

/** What is wrong now, and the waiting that comes of it. */
final class Faults {

    private SocialFault current = SocialFault.NONE;
    private Duration delay = Duration.ofSeconds(30);

    synchronized SocialFault current() {
        return current;
    }

    synchronized void set(SocialFault fault) {
        current = fault;
        notifyAll();
    }

    synchronized void slowness(Duration slow) {
        delay = slow;
    }

    /** Waits while it hangs, or for the delay while it is slow; ends at once when the fault is lifted. */
    synchronized void pass() {
        long until = System.nanoTime() + delay.toNanos();
        boolean hangs = current == SocialFault.HANG;
        SocialFault met = current;
        while ((met == SocialFault.HANG || met == SocialFault.SLOW) && current == met) {
            long left = hangs ? Long.MAX_VALUE : until - System.nanoTime();
            if (left <= 0) {
                return;
            }
            waitFor(left);
        }
    }

    private void waitFor(long nanos) {
        try {
            wait(Math.min(60_000, nanos / 1_000_000 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            current = SocialFault.NONE;
        }
    }
}
