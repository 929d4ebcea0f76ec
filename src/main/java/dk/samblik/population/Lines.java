package dk.samblik.population;

import dk.samblik.population.HeldBack.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of a record file from first to last, LF or CRLF, in a buffer of one megabyte whatever the file's size. */
final class Lines implements Closeable {

    private static final int LONGEST = 4_000;
    private static final boolean[] CHARACTER = characters();

    private final FileChannel channel;
    private final byte[] buffer = new byte[1 << 20];
    private long bufferAt;
    private int next;
    private int end;
    private long lineAt;

    Lines(Path file) throws IOException {
        this.channel = FileChannel.open(file);
    }

    /** The next line, null after the last; it is gone when the one after is asked for. */
    @Nullable
    FixedLine next() throws IOException, Refused {
        int stop = indexOfLineEnd(next);
        while (stop < 0 && refill()) {
            stop = indexOfLineEnd(next);
        }
        if (stop < 0 && next == end) {
            return null;
        }
        if (stop < 0) {
            stop = end;
        }
        FixedLine line = line(next, stop);
        lineAt = bufferAt + next;
        next = Math.min(stop + 1, end);
        return line;
    }

    /** Where in the file the last line given begins. */
    long lineAt() {
        return lineAt;
    }

    private static FixedLine line(byte[] buffer, int from, int stop) {
        int last = stop > from && buffer[stop - 1] == '\r' ? stop - 1 : stop;
        return new FixedLine(buffer, from, last - from);
    }

    private FixedLine line(int from, int stop) throws Refused {
        if (stop - from > LONGEST) {
            throw new Refused(Reason.OVERLONG_LINE);
        }
        FixedLine line = line(buffer, from, stop);
        for (int i = from; i < from + line.length(); i++) {
            if (!CHARACTER[buffer[i] & 0xFF]) {
                throw new Refused(Reason.UNDECODABLE);
            }
        }
        return line;
    }

    private int indexOfLineEnd(int from) {
        for (int i = from; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Moves the rest to the front and reads on; false when the file has no more. */
    private boolean refill() throws IOException, Refused {
        int rest = end - next;
        if (rest > LONGEST) {
            throw new Refused(Reason.OVERLONG_LINE);
        }
        System.arraycopy(buffer, next, buffer, 0, rest);
        bufferAt += next;
        next = 0;
        end = rest;
        int read = channel.read(ByteBuffer.wrap(buffer, end, buffer.length - end), bufferAt + end);
        end += Math.max(read, 0);
        return read > 0;
    }

    /** ISO-8859-1 gives no character to the control positions; a byte there was written in another encoding. */
    private static boolean[] characters() {
        boolean[] known = new boolean[256];
        for (int code = 0x20; code < known.length; code++) {
            known[code] = code < 0x7F || code >= 0xA0;
        }
        return known;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
