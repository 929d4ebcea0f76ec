package dk.samblik.campaign;

import dk.samblik.campaign.Operation.Kind;
import java.util.function.Predicate;

/** One transaction that goes no further than it has been given steps. A rollback begins it anew. */
final class Stepped {

    private enum State {
        RUNS,
        PARKED,
        ENDED
    }

    private final Object stepper;
    private State state = State.RUNS;
    private int steps;
    private boolean free;
    private boolean inSecond;
    private boolean cameToSecond;
    private boolean committed;

    /** The stepper is told whenever this parks or ends. */
    Stepped(Object stepper) {
        this.stepper = stepper;
    }

    /** Parks where a step ends. */
    void before(Operation operation, Predicate<Operation> second) {
        if (operation.kind() == Kind.ROLLBACK) {
            inSecond = false;
        } else if (!committed && operation.kind() == Kind.COMMIT) {
            park();
            committed = true;
        } else if (!committed && !inSecond && second.test(operation)) {
            park();
            inSecond = true;
            cameToSecond = true;
        }
    }

    /** Waits for a step to be given, unless one is left. */
    void park() {
        synchronized (stepper) {
            if (steps == 0 && !free) {
                state = State.PARKED;
                stepper.notifyAll();
            }
            while (steps == 0 && !free) {
                try {
                    stepper.wait();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(stopped);
                }
            }
            steps--;
            state = State.RUNS;
        }
    }

    void step() {
        synchronized (stepper) {
            steps++;
            if (state == State.PARKED) {
                state = State.RUNS;
            }
            stepper.notifyAll();
        }
    }

    /** Parks no more. */
    void free() {
        synchronized (stepper) {
            free = true;
            stepper.notifyAll();
        }
    }

    void end() {
        synchronized (stepper) {
            state = State.ENDED;
            stepper.notifyAll();
        }
    }

    /** Whether it came by all its steps. */
    boolean went() {
        return cameToSecond && committed;
    }

    boolean runs() {
        synchronized (stepper) {
            return state == State.RUNS;
        }
    }
}
