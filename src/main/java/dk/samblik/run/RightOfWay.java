package dk.samblik.run;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Lets a refresh overtake the night: between two chunks the night waits while a refresh of this node is under way. */
@Component
class RightOfWay {

    private int refreshes;

    synchronized void refreshBegins() {
        refreshes++;
    }

    synchronized void refreshEnds() {
        refreshes--;
        notifyAll();
    }

    /** Returns when no refresh is under way, or when the time is up: a night is delayed, never stopped. */
    synchronized void giveWay(Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        while (refreshes > 0) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            try {
                wait(left);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
