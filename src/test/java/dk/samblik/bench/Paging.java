package dk.samblik.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Household pages at 50 a second while a night is under way. A page is asked for when its time has come, whether or not the
 * ones before it are there, and its time counts from then.
 */
final class Paging {

    private static final int A_SECOND = 50;
    private static final int PAGES = 1_500;
    /** So many until the compiler of the JVM has little left to do; it takes a third of the processors before. */
    private static final int WARM = 6_000;

    private static final long SEED = 50;

    private final Resident hub;
    private final Nightlong night;
    private final List<Enrolled> members;
    private final ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    Paging(Resident hub, Nightlong night, List<Enrolled> members) {
        this.hub = hub;
        this.night = night;
        this.members = members;
    }

    /** How long pages took; {@code refused} had another status than 200. */
    record Times(Percentiles pages, int refused) {
        @Override
        public String toString() {
            return "p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, %d refused"
                    .formatted(pages.p50(), pages.p95(), pages.at(0.99), refused);
        }
    }

    Times run() {
        Map<String, Coordinator> coordinators = Coordinator.signedIn(hub);
        Random random = new Random(SEED);
        for (int i = 0; i < WARM; i++) {
            Enrolled one = members.get(random.nextInt(members.size()));
            coordinators.get(one.area()).open(one.household()).join();
        }
        List<CompletableFuture<Void>> asked = new ArrayList<>();
        night.go();
        Thread keeper = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                night.go();
                LockSupport.parkNanos(50_000_000);
            }
        });
        keeper.start();
        long begin = System.nanoTime();
        for (int i = 0; i < PAGES; i++) {
            long due = begin + i * 1_000_000_000L / A_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Enrolled one = members.get(random.nextInt(members.size()));
            asked.add(coordinators.get(one.area()).open(one.household()).thenAccept(status -> seen(status, due)));
        }
        asked.forEach(CompletableFuture::join);
        keeper.interrupt();
        join(keeper);
        return new Times(new Percentiles(List.copyOf(millis)), refused.get());
    }

    private static void join(Thread keeper) {
        try {
            keeper.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void seen(int status, long due) {
        millis.add((System.nanoTime() - due) / 1e6);
        if (status != 200) {
            refused.incrementAndGet();
        }
    }
}
