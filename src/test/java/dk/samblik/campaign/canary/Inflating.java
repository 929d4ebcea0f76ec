package dk.samblik.campaign.canary;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Opens gzip and zlib streams where they begin in the middle of other bytes. */
final class Inflating {

    /** Told of each stream: where it begins, and what was in it. */
    interface Opened {
        void stream(int offset, byte[] content, int length);
    }

    private static final int MOST = 64 << 20;
    private static final int LEAST = 8;
    private static final int GZIP_HEADER = 10;
    private static final int FLAGGED = 0x1E;

    private final Inflater plain = new Inflater(true);
    private final Inflater zlib = new Inflater();
    private byte[] buffer = new byte[1 << 16];

    void each(byte[] bytes, int length, Opened opened) {
        for (int i = 0; i + 2 < length; i++) {
            if (bytes[i] == 0x78 && ((0x7800 | (bytes[i + 1] & 0xFF)) % 31) == 0 && (bytes[i + 1] & 0x20) == 0) {
                open(zlib, bytes, i, i, length, opened);
            } else if (bytes[i] == 0x1F && (bytes[i + 1] & 0xFF) == 0x8B && bytes[i + 2] == 8) {
                open(plain, bytes, i, afterHeader(bytes, i, length), length, opened);
            }
        }
    }

    private static int afterHeader(byte[] bytes, int from, int length) {
        int at = from + GZIP_HEADER;
        if (at >= length || (bytes[from + 3] & FLAGGED) == 0) {
            return Math.min(at, length);
        }
        int flags = bytes[from + 3];
        if ((flags & 4) != 0 && at + 2 <= length) {
            at += 2 + (bytes[at] & 0xFF) + ((bytes[at + 1] & 0xFF) << 8);
        }
        for (int texts = Integer.bitCount(flags & 0x18); texts > 0; texts--) {
            while (at < length && bytes[at] != 0) {
                at++;
            }
            at++;
        }
        return Math.min((flags & 2) != 0 ? at + 2 : at, length);
    }

    private void open(Inflater inflater, byte[] bytes, int start, int from, int length, Opened opened) {
        inflater.reset();
        inflater.setInput(bytes, from, length - from);
        try {
            for (int more = inflater.inflate(buffer); more > 0; ) {
                int got = (int) inflater.getBytesWritten();
                if (got == buffer.length) {
                    buffer = Arrays.copyOf(buffer, got * 2);
                }
                more = got < MOST ? inflater.inflate(buffer, got, buffer.length - got) : 0;
            }
        } catch (DataFormatException whatCameBeforeItCounts) {
            // a torn stream is read as far as it goes
        }
        int got = (int) inflater.getBytesWritten();
        if (got >= LEAST) {
            opened.stream(start, Arrays.copyOf(buffer, got), got);
        }
    }
}
