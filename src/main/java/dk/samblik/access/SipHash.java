package dk.samblik.access;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed hash of 64 bits, fast enough for every row of a delivery. Without
 * the key nobody can say which number a value stands for.
 */
final class SipHash {

    private final long k0;
    private final long k1;

    SipHash(long k0, long k1) {
        this.k0 = k0;
        this.k1 = k1;
    }

    /** Hashes text whose characters are all below 256, one byte each. */
    long hash(CharSequence text) {
        long v0 = k0 ^ 0x736f6d6570736575L;
        long v1 = k1 ^ 0x646f72616e646f6dL;
        long v2 = k0 ^ 0x6c7967656e657261L;
        long v3 = k1 ^ 0x7465646279746573L;
        int length = text.length();
        int blocks = length / Long.BYTES + 1;
        for (int block = 0; block <= blocks; block++) {
            boolean last = block == blocks;
            long word = last ? 0 : word(text, block * Long.BYTES, length);
            v3 ^= word;
            v2 ^= last ? 0xff : 0;
            for (int round = last ? 4 : 2; round > 0; round--) {
                v0 += v1;
                v2 += v3;
                v1 = Long.rotateLeft(v1, 13) ^ v0;
                v3 = Long.rotateLeft(v3, 16) ^ v2;
                v0 = Long.rotateLeft(v0, 32);
                v2 += v1;
                v0 += v3;
                v1 = Long.rotateLeft(v1, 17) ^ v2;
                v3 = Long.rotateLeft(v3, 21) ^ v0;
                v2 = Long.rotateLeft(v2, 32);
            }
            v0 ^= word;
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }

    /** The next eight characters as one number; the last word carries the length in its highest byte. */
    private static long word(CharSequence text, int from, int length) {
        int until = Math.min(length, from + Long.BYTES);
        long word = until - from < Long.BYTES ? (long) length << 56 : 0;
        for (int at = from; at < until; at++) {
            word |= (text.charAt(at) & 0xffL) << (Byte.SIZE * (at - from));
        }
        return word;
    }
}
