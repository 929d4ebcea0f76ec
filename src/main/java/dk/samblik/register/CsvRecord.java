package dk.samblik.register;

import java.nio.charset.Charset;
import java.util.Arrays;

/** One record of a delivered file as bytes, its quoting undone; used over and over by its reader. */
final class CsvRecord {

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_FIELDS = 1_000;

    private byte[] bytes = new byte[512];
    private int length;
    private int[] ends = new int[32];
    private int fields;

    void clear() {
        length = 0;
        fields = 0;
    }

    void add(int octet) {
        if (length == bytes.length) {
            if (length == MOST_BYTES) {
                throw new HeldBack("RECORD_TOO_LONG");
            }
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) octet;
    }

    void endField() {
        if (fields == ends.length) {
            if (fields > MOST_FIELDS) {
                throw new HeldBack("TOO_MANY_COLUMNS");
            }
            ends = Arrays.copyOf(ends, fields * 2);
        }
        ends[fields++] = length;
    }

    /** The line break of a record whose last field is not quoted is CR LF or LF; the CR is not part of the field. */
    void dropCarriageReturn() {
        int start = fields == 0 ? 0 : ends[fields - 1];
        if (length > start && bytes[length - 1] == '\r') {
            length--;
        }
    }

    int fields() {
        return fields;
    }

    boolean blank() {
        return fields == 1 && length == 0;
    }

    String text(int field, Charset charset) {
        int start = field == 0 ? 0 : ends[field - 1];
        return new String(bytes, start, ends[field] - start, charset);
    }
}
