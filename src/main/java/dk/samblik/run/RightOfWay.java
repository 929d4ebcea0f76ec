package dk.samblik.run;

import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Lets people overtake the night: between two chunks the night waits while a refresh or an answer to a browser or a program
 * of this node is under way, and while people are being answered it works no more than half of the time.
 */
@Component
class RightOfWay {

    /** So long after an answer the next is likely: a reader goes on, or others read too. */
    private static final Duration LATELY = Duration.ofSeconds(1);

    private int refreshes;
    private int answers;
    private long answered = System.nanoTime() - LATELY.toNanos();
    private final ThreadLocal<Long> setOut = new ThreadLocal<>();

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
        answered = System.nanoTime();
        notifyAll();
    }

    /**
     * Returns when no refresh is under way, or {@code refresh} has passed, and no answer, or {@code answer} has. While people
     * are being answered it first rests as long as this thread has worked since it last returned, for {@code answer} at most.
     * A night is delayed, never stopped.
     */
    synchronized void giveWay(Duration refresh, Duration answer) {
        rest(answer);
        await(refresh, answer);
        setOut.set(System.nanoTime());
    }

    private void rest(Duration most) {
        Long since = setOut.get();
        long now = System.nanoTime();
        long until = now + (since == null ? 0 : Math.min(now - since, most.toNanos()));
        while (answers > 0 || System.nanoTime() - answered < LATELY.toNanos()) {
            if (!paused(until)) {
                return;
            }
        }
    }

    private void await(Duration refresh, Duration answer) {
        long now = System.nanoTime();
        long whileRefreshed = now + refresh.toNanos();
        long whileAnswered = now + answer.toNanos();
        while (refreshes > 0 || answers > 0) {
            if (!paused(refreshes > 0 ? whileRefreshed : whileAnswered)) {
                return;
            }
        }
    }

    /** Waits for something to change, no longer than until then; false where that has come, or the thread is to stop. */
    private boolean paused(long until) {
        long left = (until - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            return false;
        }
        try {
            wait(left);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
