package dk.samblik.campaign;

import dk.samblik.campaign.Operation.Kind;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what a watched database is asked. A batch is one. */
public final class Statements implements Watch {

    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void after(Operation operation) {
        if (operation.kind() == Kind.EXECUTE) {
            count.incrementAndGet();
        }
    }

    /** How many since this was last asked. */
    public int sinceLast() {
        return count.getAndSet(0);
    }
}
