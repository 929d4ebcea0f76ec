package dk.samblik.campaign.canary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds any of very many byte strings in one pass: the last eight bytes read are looked up among the last eight of every
 * needle, and only then the rest is compared.
 */
final class Needles {

    /** Told of what is found, and where it begins. */
    interface Found {
        void at(Needle needle, int offset);
    }

    /** One byte string to look for. */
    record Needle(Marker marker, Encoding encoding, byte[] bytes) {}

    private static final int TAIL = 8;
    private static final int FILTER_BITS = 24;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final List<Needle> needles = new ArrayList<>();
    private final long[] filter = new long[1 << (FILTER_BITS - 6)];
    private final int[] first;
    private final int[] next;

    private Needles(List<Needle> wanted) {
        needles.addAll(wanted);
        first = new int[Integer.highestOneBit(Math.max(16, wanted.size())) * 4];
        next = new int[wanted.size()];
        Arrays.fill(first, -1);
        for (int i = 0; i < wanted.size(); i++) {
            long tail = tail(wanted.get(i).bytes());
            int bit = bit(tail);
            filter[bit >> 6] |= 1L << bit;
            next[i] = first[slot(tail)];
            first[slot(tail)] = i;
        }
    }

    /** All byte strings that these encodings make of these markers. */
    static Needles of(Iterable<Marker> markers, Set<Encoding> encodings) {
        List<Needle> wanted = new ArrayList<>();
        for (Marker marker : markers) {
            Set<String> seen = new HashSet<>();
            if (marker.form() instanceof Marker.Raw raw) {
                wanted.add(new Needle(marker, Encoding.UTF_8, raw.bytes()));
            }
            for (Encoding encoding : encodings) {
                for (byte[] bytes : written(marker.form(), encoding)) {
                    if (seen.add(Arrays.toString(bytes))) {
                        wanted.add(new Needle(marker, encoding, bytes));
                    }
                }
            }
        }
        return new Needles(wanted);
    }

    private static List<byte[]> written(Marker.Form form, Encoding encoding) {
        return form instanceof Marker.Words words
                ? encoding.of(words.text())
                : encoding.of(((Marker.Raw) form).bytes());
    }

    int size() {
        return needles.size();
    }

    /** Tells of every needle within the first {@code length} bytes. */
    void find(byte[] hay, int length, Found found) {
        long tail = 0;
        for (int i = 0; i < length; i++) {
            tail = (tail << 8) | (hay[i] & 0xFF);
            int bit = bit(tail);
            if ((filter[bit >> 6] & (1L << bit)) != 0 && i >= TAIL - 1) {
                compare(hay, i + 1, tail, found);
            }
        }
    }

    private void compare(byte[] hay, int end, long tail, Found found) {
        for (int i = first[slot(tail)]; i >= 0; i = next[i]) {
            byte[] bytes = needles.get(i).bytes();
            int from = end - bytes.length;
            if (from >= 0 && Arrays.equals(hay, from, end, bytes, 0, bytes.length)) {
                found.at(needles.get(i), from);
            }
        }
    }

    private static long tail(byte[] bytes) {
        if (bytes.length < TAIL) {
            throw new IllegalArgumentException("a needle of under " + TAIL + " bytes would be found everywhere");
        }
        long tail = 0;
        for (int i = bytes.length - TAIL; i < bytes.length; i++) {
            tail = (tail << 8) | (bytes[i] & 0xFF);
        }
        return tail;
    }

    private static int bit(long tail) {
        return (int) ((tail * MIX) >>> (Long.SIZE - FILTER_BITS));
    }

    private int slot(long tail) {
        return (int) ((tail * MIX) >>> 32) & (first.length - 1);
    }
}
