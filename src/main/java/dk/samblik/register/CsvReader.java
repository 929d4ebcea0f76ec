package dk.samblik.register;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Records of one delivered file, read in place from any offset. Works on bytes: delimiters and quotes inside quotes are
 * content, so are line breaks. Keeps one window of the file in memory.
 */
final class CsvReader implements Closeable {

    /** Sees every byte that is read, once, in order, while it is scanned. */
    interface Watcher {
        void seen(byte[] window, int length);
    }

    private enum State {
        START,
        PLAIN,
        QUOTED,
        CLOSING
    }

    private static final int END = -1;

    private final FileChannel channel;
    private final char delimiter;
    private final Watcher watcher;
    private final byte[] window;
    private final CsvRecord record = new CsvRecord();
    private long windowStart;
    private int windowEnd;
    private int at;
    private long offset;
    private boolean endedByLineBreak;

    CsvReader(Path file, char delimiter, int windowSize, Watcher watcher) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.delimiter = delimiter;
        this.window = new byte[windowSize];
        this.watcher = watcher;
    }

    /** Goes on at this offset, which must be the beginning of a record. */
    void seek(long target) {
        if (target >= windowStart && target <= windowStart + windowEnd) {
            at = (int) (target - windowStart);
        } else {
            windowStart = target;
            windowEnd = 0;
            at = 0;
        }
    }

    /** Reads the next record that is not a blank line; false at the end of the file. */
    boolean next() throws IOException {
        do {
            offset = windowStart + at;
            if (!read()) {
                return false;
            }
        } while (record.blank());
        return true;
    }

    CsvRecord record() {
        return record;
    }

    /** Where the record begins. */
    long offset() {
        return offset;
    }

    /** Whether the record ended by a line break, not by the end of the file. */
    boolean endedByLineBreak() {
        return endedByLineBreak;
    }

    private boolean read() throws IOException {
        record.clear();
        State state = State.START;
        for (int octet = octet(); octet != END; octet = octet()) {
            if (state == State.QUOTED) {
                state = quoted(octet);
            } else if (octet == '\n') {
                return ended(state);
            } else {
                state = open(state, octet);
            }
        }
        if (state == State.QUOTED) {
            throw new HeldBack("UNCLOSED_QUOTE");
        }
        if (state == State.START && record.fields() == 0) {
            return false;
        }
        record.endField();
        endedByLineBreak = false;
        return true;
    }

    private boolean ended(State state) {
        if (state != State.CLOSING) {
            record.dropCarriageReturn();
        }
        record.endField();
        endedByLineBreak = true;
        return true;
    }

    private State quoted(int octet) {
        if (octet == '"') {
            return State.CLOSING;
        }
        record.add(octet);
        return State.QUOTED;
    }

    private State open(State state, int octet) {
        if (octet == delimiter) {
            record.endField();
            return State.START;
        }
        if (octet == '"' && state == State.START) {
            return State.QUOTED;
        }
        if (octet == '"' && state == State.CLOSING) {
            record.add(octet);
            return State.QUOTED;
        }
        if (octet == '\r' && state == State.CLOSING) {
            return State.CLOSING;
        }
        record.add(octet);
        return State.PLAIN;
    }

    private int octet() throws IOException {
        if (at == windowEnd && !refill()) {
            return END;
        }
        return window[at++] & 0xFF;
    }

    private boolean refill() throws IOException {
        windowStart += windowEnd;
        windowEnd = 0;
        at = 0;
        int read = channel.read(ByteBuffer.wrap(window), windowStart);
        if (read <= 0) {
            return false;
        }
        windowEnd = read;
        watcher.seen(window, read);
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
