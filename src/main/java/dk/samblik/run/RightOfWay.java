package dk.samblik.run;

import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Lets people overtake the night: between two chunks the night waits while a refresh or an answer to a browser or a program
 * of this node is under way.
 */
@Component
class RightOfWay {

    private int refreshes;
    private int answers;

    synchronized void refreshBegins() {
        refreshes++;
    }

    synchronized void refreshEnds() {
        refreshes--;
        notifyAll();
    }

    synchronized void answerBegins() {
        answers++;
    }

    synchronized void answerEnds() {
        answers--;
        notifyAll();
    }

    /**
     * Returns when no refresh is under way, or {@code refresh} has passed, and no answer, or {@code answer} has: a night is
     * delayed, never stopped.
     */
    synchronized void giveWay(Duration refresh, Duration answer) {
        long now = System.nanoTime();
        long whileRefreshed = now + refresh.toNanos();
        long whileAnswered = now + answer.toNanos();
        while (refreshes > 0 || answers > 0) {
            long until = refreshes > 0 ? whileRefreshed : whileAnswered;
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
