package dk.samblik.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/**
 * A 64-bit hash under a key that lives and dies with the process (SipHash-2-4, Aumasson and Bernstein). For indexes in
 * memory over files that are read in place: without the key the hash of a CPR number tells nothing, and none is stored.
 * Two different values may meet in one hash; who looks up compares with what stands in the file.
 */
public final class KeyedHash {

    private final long k0;
    private final long k1;

    KeyedHash(long k0, long k1) {
        this.k0 = k0;
        this.k1 = k1;
    }

    /** A hash under a new random key. */
    public static KeyedHash random() {
        SecureRandom random = new SecureRandom();
        return new KeyedHash(random.nextLong(), random.nextLong());
    }

    /** The hash of these bytes; equal to {@link #of(CharSequence)} of the same characters in ISO-8859-1. */
    public long of(byte[] bytes, int from, int length) {
        Mixer mixer = new Mixer(k0, k1);
        ByteBuffer words = ByteBuffer.wrap(bytes, from, length).order(ByteOrder.LITTLE_ENDIAN);
        while (words.remaining() >= Long.BYTES) {
            mixer.take(words.getLong());
        }
        long last = (long) length << 56;
        for (int shift = 0; words.hasRemaining(); shift += 8) {
            last |= (words.get() & 0xFFL) << shift;
        }
        return mixer.end(last);
    }

    /** The hash of these characters, each taken as one byte (digits, ISO-8859-1). */
    public long of(CharSequence characters) {
        byte[] bytes = new byte[characters.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) characters.charAt(i);
        }
        return of(bytes, 0, bytes.length);
    }

    @Override
    public String toString() {
        return "KeyedHash";
    }

    /** The four words of SipHash on their way through one value. */
    private static final class Mixer {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        Mixer(long k0, long k1) {
            v0 = k0 ^ 0x736f6d6570736575L;
            v1 = k1 ^ 0x646f72616e646f6dL;
            v2 = k0 ^ 0x6c7967656e657261L;
            v3 = k1 ^ 0x7465646279746573L;
        }

        void take(long word) {
            v3 ^= word;
            round();
            round();
            v0 ^= word;
        }

        long end(long last) {
            take(last);
            v2 ^= 0xff;
            for (int i = 0; i < 4; i++) {
                round();
            }
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
