package dk.samblik.campaign;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Counts operations of one kind and makes the n-th fail, or all from the n-th on. Harmless until it is armed. */
final class Countdown {

    private record Armed(int at, Fault fault) {
        boolean meets(int number) {
            return number == at || fault == Fault.GONE && number > at;
        }
    }

    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicReference<@Nullable Armed> armed = new AtomicReference<>();
    private final AtomicReference<@Nullable String> hit = new AtomicReference<>();

    /** From here the n-th operation, counted from 1, meets this fault. */
    void arm(int n, Fault fault) {
        passed.set(0);
        hit.set(null);
        armed.set(new Armed(n, fault));
    }

    /** No fault from here on. The site that was hit, or null where the run ended before its turn came. */
    @Nullable
    String disarm() {
        armed.set(null);
        return hit.get();
    }

    /** How many operations went by since it was armed. */
    int passed() {
        return passed.get();
    }

    /** One more operation; the fault it meets, or null. */
    @Nullable
    Fault next(String site) {
        int number = passed.incrementAndGet();
        Armed now = armed.get();
        if (now == null || !now.meets(number)) {
            return null;
        }
        hit.compareAndSet(null, site);
        return now.fault();
    }
}
