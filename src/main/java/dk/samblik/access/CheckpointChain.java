package dk.samblik.access;

import java.io.IOException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** All checkpoints of the second place, as far as each is signed by a known key and hangs on the one before. */
final class CheckpointChain {

    private final List<Vouched> vouched = new ArrayList<>();
    private final Map<String, PublicKey> keys = new HashMap<>();
    private final Map<String, Integer> ages = new HashMap<>();
    private final Optional<Checkpoint> noted;
    private @Nullable Checkpoint last;
    private long firstBad;

    private CheckpointChain(List<CheckpointKeys.Known> known, Optional<Checkpoint> noted) {
        for (CheckpointKeys.Known key : known) {
            ages.put(key.id(), ages.size());
            keys.put(key.id(), CheckpointKeys.read(key));
        }
        this.noted = noted;
    }

    /** What a checkpoint says of a row. */
    record Vouched(long seq, byte[] link, Instant at) {}

    /** Reads them up to the first that is wrong, or missing though the note beside the key names it or a later one. */
    static CheckpointChain read(CheckpointFile file, List<CheckpointKeys.Known> known) throws IOException {
        // The note first: what it names was in the second place before.
        CheckpointChain chain = new CheckpointChain(known, file.noted());
        file.readAll(checkpoints -> {
            chain.walk(checkpoints.iterator());
            return chain;
        });
        return chain;
    }

    private void walk(Iterator<Checkpoint> checkpoints) {
        while (checkpoints.hasNext()) {
            Checkpoint next = checkpoints.next();
            if (!hangsOn(next) || !signed(next) || !asNoted(next)) {
                firstBad = count() + 1;
                return;
            }
            // Where nothing was written meanwhile, the earlier one says as much.
            if (last == null || next.seq() > last.seq()) {
                vouched.add(new Vouched(next.seq(), next.linkBytes(), next.at()));
            }
            last = next;
        }
        if (noted.filter(one -> one.number() > count()).isPresent()) {
            firstBad = count() + 1;
        }
    }

    private boolean hangsOn(Checkpoint next) {
        if (last == null) {
            return next.first();
        }
        return next.follows(last) && (next.seq() > last.seq() || next.link().equals(last.link()));
    }

    /** By a key that is known, and by none that was replaced before. */
    private boolean signed(Checkpoint next) {
        PublicKey key = keys.get(next.key());
        return key != null
                && (last == null || ages.getOrDefault(last.key(), 0) <= ages.getOrDefault(next.key(), -1))
                && CheckpointKey.signed(key, next);
    }

    private boolean asNoted(Checkpoint next) {
        return noted.filter(one -> one.number() == next.number() && !one.equals(next))
                .isEmpty();
    }

    /** How many hold. */
    long count() {
        return last == null ? 0 : last.number();
    }

    /** The number of the first that does not hold or is missing. */
    OptionalLong firstBad() {
        return firstBad == 0 ? OptionalLong.empty() : OptionalLong.of(firstBad);
    }

    /** What those that hold say, by rows. */
    List<Vouched> vouched() {
        return vouched;
    }

    /** The last row before this one up to which rows may be deleted: vouched for, and that not after {@code oldest}. */
    Optional<Vouched> floor(long before, Instant oldest) {
        return vouched.stream()
                .filter(one -> one.seq() < before && !one.at().isAfter(oldest))
                .reduce((earlier, later) -> later);
    }
}
