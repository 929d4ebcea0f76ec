package dk.samblik.demo.social;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;

/** 50 calls a second and 8 at a time, unless it is told to be quicker. */
final class Limits {

    private static final int AT_A_TIME = 8;

    private final Clock clock = Clock.systemUTC();
    private final Deque<Long> lastSecond = new ArrayDeque<>();
    private int running;
    private int aSecond = 50;

    synchronized void allow(int calls) {
        aSecond = calls;
    }

    /** Lets a call in, or not. Who was let in must {@link #leave}. */
    synchronized boolean enter() {
        long now = clock.millis();
        while (!lastSecond.isEmpty() && lastSecond.peekFirst() <= now - 1000) {
            lastSecond.removeFirst();
        }
        if (running >= AT_A_TIME || lastSecond.size() >= aSecond) {
            return false;
        }
        lastSecond.addLast(now);
        running++;
        return true;
    }

    synchronized void leave() {
        running--;
    }
}
