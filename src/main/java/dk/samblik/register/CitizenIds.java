package dk.samblik.register;

import dk.samblik.household.Cpr;
import dk.samblik.storage.KeyedHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A service's own ids of people, remembered as long as the process lives, under a keyed hash: an id never changes. Who was
 * not found is remembered for a while, and asked about again every other night.
 */
final class CitizenIds {

    private static final Duration NOT_FOUND = Duration.ofHours(40);

    private final KeyedHash hash = KeyedHash.random();
    /** An id, or the second until which nobody is found, below zero. */
    private final Map<Long, Long> known = new ConcurrentHashMap<>();

    OptionalLong find(Cpr number) {
        Long id = known.get(key(number));
        return id == null || id < 0 ? OptionalLong.empty() : OptionalLong.of(id);
    }

    boolean notFound(Cpr number, Instant now) {
        Long until = known.get(key(number));
        return until != null && until < 0 && now.getEpochSecond() < -until;
    }

    void remember(Cpr number, long id) {
        known.put(key(number), id);
    }

    void rememberNotFound(Cpr number, Instant now) {
        known.put(key(number), -now.plus(NOT_FOUND).getEpochSecond());
    }

    private long key(Cpr number) {
        return hash.of(number.digits());
    }
}
