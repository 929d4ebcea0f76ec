package dk.samblik.campaign;

import dk.samblik.campaign.Operation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Leads transactions through an order of their steps. Each has three: up to where the second begins, up to its commit, and
 * the commit. A step that waits for a lock is left waiting while the others go on; that is a legal outcome, and counted.
 */
public final class Stepper implements Watch, AutoCloseable {

    private static final long PATIENCE_MILLIS = 30_000;
    private static final String WAITING = "select count(*) from pg_locks where not granted";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ThreadLocal<Stepped> current = new ThreadLocal<>();
    private final Predicate<Operation> second;
    private final JdbcClient eyes;
    private int waited;

    /** Steps what begins its second step with such an operation; {@code eyes} sees who waits on the same server. */
    public Stepper(Predicate<Operation> second, JdbcClient eyes) {
        this.second = second;
        this.eyes = eyes;
    }

    /** Before the first statement that writes: what was read, and locked in reading, stands. */
    public static boolean writes(Operation operation) {
        return operation.kind() == Kind.EXECUTE
                && !operation.sql().stripLeading().startsWith("select");
    }

    /** Before the rows of the consent are locked: what was asked and found open may not be so any more. */
    public static boolean locksConsent(Operation operation) {
        return operation.sql().contains("consent_in_force") && operation.sql().contains(" for ")
                || operation.sql().stripLeading().startsWith("delete from consent_in_force");
    }

    @Override
    public void before(Operation operation) {
        Stepped stepped = current.get();
        if (stepped != null) {
            stepped.before(operation, second);
        }
    }

    /** Runs these to their ends, one step of the one the order names at a time. */
    public void run(List<Integer> order, List<Runnable> works) {
        List<Stepped> all = new ArrayList<>();
        List<Future<?>> ends = new ArrayList<>();
        for (Runnable work : works) {
            Stepped stepped = new Stepped(this);
            all.add(stepped);
            ends.add(threads.submit(() -> run(stepped, work)));
        }
        rest(all);
        for (int who : order) {
            all.get(who).step();
            rest(all);
            waited += all.get(who).runs() ? 1 : 0;
        }
        all.forEach(Stepped::free);
        ends.forEach(Stepper::await);
        if (!all.stream().allMatch(Stepped::went)) {
            throw new IllegalStateException("a transaction has not the three steps it is led through");
        }
    }

    private void run(Stepped stepped, Runnable work) {
        current.set(stepped);
        try {
            stepped.park();
            work.run();
        } finally {
            current.remove();
            stepped.end();
        }
    }

    /** Waits until everyone who is not parked waits for a lock. */
    private void rest(List<Stepped> all) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (running(all) > 0) {
            int waiting = eyes.sql(WAITING).query(Integer.class).single();
            if (waiting > 0 && waiting == running(all)) {
                return;
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the transactions do not come to rest");
            }
        }
    }

    /** How many are under way, after they had a moment to park. */
    private synchronized int running(List<Stepped> all) {
        try {
            if (all.stream().anyMatch(Stepped::runs)) {
                wait(1);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        return (int) all.stream().filter(Stepped::runs).count();
    }

    /** Waits for the end of what must end soon. */
    public static void await(Future<?> end) {
        try {
            end.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** How many steps had to wait for a lock, of all orders so far. */
    public int waited() {
        return waited;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
