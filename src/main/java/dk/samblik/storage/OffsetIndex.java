package dk.samblik.storage;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * From a keyed hash to the places in a file where it stands: two primitive arrays, about 27 bytes an entry, several
 * places a hash in the order they were added. Written by one thread, then read by any number once it is handed over
 * safely. Holds no value of the file.
 */
public final class OffsetIndex {

    private static final long FREE = -1;
    private static final int SMALLEST = 16;

    private long[] hashes = new long[SMALLEST];
    private long[] offsets = free(SMALLEST);
    private int size;

    /** Adds one more place (zero or more) where this hash stands. */
    public void add(long hash, long offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("an offset is not negative");
        }
        if (size >= offsets.length / 5 * 3) {
            grow();
        }
        put(hash, offset);
        size++;
    }

    private void put(long hash, long offset) {
        int slot = slot(hash);
        while (offsets[slot] != FREE) {
            slot = next(slot);
        }
        hashes[slot] = hash;
        offsets[slot] = offset;
    }

    /** Every place where this hash stands. */
    public void each(long hash, LongConsumer found) {
        for (int slot = slot(hash); offsets[slot] != FREE; slot = next(slot)) {
            if (hashes[slot] == hash) {
                found.accept(offsets[slot]);
            }
        }
    }

    /** Every place where this hash stands, in the order of the file; empty when there is none. */
    public long[] find(long hash) {
        long[] found = new long[2];
        int count = 0;
        for (int slot = slot(hash); offsets[slot] != FREE; slot = next(slot)) {
            if (hashes[slot] == hash) {
                found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                found[count++] = offsets[slot];
            }
        }
        long[] exact = Arrays.copyOf(found, count);
        Arrays.sort(exact);
        return exact;
    }

    /** Every place, whatever its hash, in no order. */
    public void everyPlace(LongConsumer found) {
        for (long offset : offsets) {
            if (offset != FREE) {
                found.accept(offset);
            }
        }
    }

    /** How many places are held. */
    public int size() {
        return size;
    }

    private int slot(long hash) {
        return (int) ((hash ^ hash >>> 32) & offsets.length - 1);
    }

    private int next(int slot) {
        return slot + 1 & offsets.length - 1;
    }

    private void grow() {
        long[] oldHashes = hashes;
        long[] oldOffsets = offsets;
        hashes = new long[oldOffsets.length * 2];
        offsets = free(hashes.length);
        for (int slot = 0; slot < oldOffsets.length; slot++) {
            if (oldOffsets[slot] != FREE) {
                put(oldHashes[slot], oldOffsets[slot]);
            }
        }
    }

    private static long[] free(int length) {
        long[] slots = new long[length];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
