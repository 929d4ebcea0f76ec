package dk.samblik.api;

import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.storage.Database;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Requests that a client may send twice and that are done once, for a day, by a key of the client's own. */
@Component
@ConditionalOnProperty("samblik.api.enabled")
class Keys {

    private static final Duration KEPT = Duration.ofDays(1);

    private final Database database;
    private final CivilClock clock;

    Keys(@Qualifier("webDatabase") Database database, CivilClock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Known(byte[] digest, @Nullable UUID run) {}

    /** The key out of a header; refuses any that is no UUID, so that it can name nobody. */
    static UUID key(String header) {
        try {
            return UUID.fromString(header);
        } catch (IllegalArgumentException notOne) {
            throw Refused.because(Problem.KEY_MISSING);
        }
    }

    /**
     * Takes a key for a refresh of this household: the run of before where the same was asked before, else empty, and the key is
     * taken until {@link #settle} or {@link #letGo}. Refuses one of another request, and one whose request is under way.
     */
    Optional<RunId> take(String client, UUID key, HouseholdId household) {
        byte[] digest = digest(household);
        int taken = database.inTransaction(() -> {
            database.sql()
                    .sql("delete from api_request where client = :client and key = :key and asked_at < :over")
                    .param("client", client)
                    .param("key", key)
                    .param("over", Timestamp.from(clock.now().minus(KEPT)))
                    .update();
            return database.sql()
                    .sql("insert into api_request (client, key, digest, asked_at) values (:client, :key, :digest, :now)"
                            + " on conflict do nothing")
                    .param("client", client)
                    .param("key", key)
                    .param("digest", digest)
                    .param("now", Timestamp.from(clock.now()))
                    .update();
        });
        if (taken == 1) {
            return Optional.empty();
        }
        Known known = database.sql()
                .sql("select digest, run_id from api_request where client = :client and key = :key")
                .param("client", client)
                .param("key", key)
                .query((row, number) -> new Known(row.getBytes(1), row.getObject(2, UUID.class)))
                .optional()
                .orElseThrow(() -> Refused.because(Problem.KEY_IN_USE));
        if (!Arrays.equals(known.digest(), digest)) {
            throw Refused.because(Problem.KEY_REUSED);
        }
        if (known.run() == null) {
            throw Refused.because(Problem.KEY_IN_USE);
        }
        return Optional.of(new RunId(known.run()));
    }

    /** What came of the request of a key that was taken. */
    void settle(String client, UUID key, RunId run) {
        database.sql()
                .sql("update api_request set run_id = :run where client = :client and key = :key")
                .param("run", run.value())
                .param("client", client)
                .param("key", key)
                .update();
    }

    /** Nothing came of it: the key may be used again. */
    void letGo(String client, UUID key) {
        database.sql()
                .sql("delete from api_request where client = :client and key = :key and run_id is null")
                .param("client", client)
                .param("key", key)
                .update();
    }

    /** The whole of a refresh's request is which household; its id is random and needs no hash. */
    private static byte[] digest(HouseholdId household) {
        return ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(household.value().getMostSignificantBits())
                .putLong(household.value().getLeastSignificantBits())
                .array();
    }
}
