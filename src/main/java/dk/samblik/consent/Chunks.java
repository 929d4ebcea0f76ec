package dk.samblik.consent;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Chunks made one by one, when they are asked for. */
final class Chunks implements Iterator<Chunk> {

    private final Supplier<Optional<Chunk>> maker;
    private @Nullable Chunk ready;
    private boolean ended;

    Chunks(Supplier<Optional<Chunk>> maker) {
        this.maker = maker;
    }

    @Override
    public boolean hasNext() {
        if (ready == null && !ended) {
            ready = maker.get().orElse(null);
            ended = ready == null;
        }
        return ready != null;
    }

    @Override
    public Chunk next() {
        if (!hasNext() || ready == null) {
            throw new NoSuchElementException("no chunk is left in this run");
        }
        Chunk chunk = ready;
        ready = null;
        return chunk;
    }
}
