package dk.samblik.demo.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Choices that depend on the seed and a purpose only: one part of the town can change without moving the others, and the
 * same seed gives the same bytes on every machine.
 */
public final class Dice {

    private static final long PRIME = 0x100000001b3L;

    private final Random random;

    private Dice(long seed) {
        random = new Random(seed);
    }

    /** Dice for one purpose, told by words and numbers. */
    public static Dice of(long seed, Object... purpose) {
        long hash = 0xcbf29ce484222325L ^ seed;
        for (Object part : purpose) {
            for (char letter : (part + "/").toCharArray()) {
                hash = (hash ^ letter) * PRIME;
            }
        }
        return new Dice(hash ^ (hash >>> 29));
    }

    /** True with the given probability. */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From 0 up to, not including, the bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** From the first to the last number, both included. */
    public int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    /** One of the list. */
    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** One of these. */
    @SafeVarargs
    public final <T> T any(T... from) {
        return from[random.nextInt(from.length)];
    }

    /** The list in another order. */
    public <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    /** A random UUID of version 4. */
    public UUID uuid() {
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
