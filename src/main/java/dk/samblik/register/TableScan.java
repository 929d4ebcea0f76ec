package dk.samblik.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one file of a delivery: every byte decoded strictly, the header checked, the records counted against the
 * trailer. Whoever scans takes each record as it goes by; a fault holds the delivery back.
 */
final class TableScan {

    /** Takes the header, then each record; {@code recordNo} counts from one, without the header. */
    interface Taker {
        void header(Columns columns);

        void take(CsvRecord row, long offset, long recordNo);
    }

    /** How many records a file holds, and a mark of its bytes by which yesterday's file is known again. */
    record Found(long records, String mark) {}

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int WINDOW = 1 << 18;

    private final Path file;
    private final DeliveryShape shape;
    private final Charset charset;
    private final int start;
    private final StrictText text;
    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private @Nullable Long trailer;
    private long records;

    TableScan(Path file, DeliveryShape shape) throws IOException {
        this.file = file;
        this.shape = shape;
        boolean marked = marked(file);
        this.charset = marked ? StandardCharsets.UTF_8 : shape.charset();
        this.start = marked ? BYTE_ORDER_MARK.length : 0;
        this.text = new StrictText(charset);
    }

    private static boolean marked(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Arrays.equals(bytes.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
        }
    }

    /** Reads the whole file once. */
    Found through(Set<String> needed, Taker taker) throws IOException {
        try (CsvReader reader = new CsvReader(file, shape.delimiter(), WINDOW, this::seen)) {
            reader.seek(start);
            if (!reader.next()) {
                throw new HeldBack("EMPTY");
            }
            taker.header(header(reader.record(), needed));
            while (reader.next()) {
                take(reader, taker);
            }
            text.end();
            complete(reader.endedByLineBreak());
        }
        return new Found(records, HexFormat.of().formatHex(digest.digest()));
    }

    private Columns header(CsvRecord names, Set<String> needed) {
        Map<String, Integer> header = new LinkedHashMap<>();
        for (int column = 0; column < names.fields(); column++) {
            if (header.put(names.text(column, charset).strip(), column) != null) {
                throw new HeldBack("DOUBLE_COLUMN");
            }
        }
        if (!header.keySet().containsAll(needed)) {
            throw new HeldBack("MISSING_COLUMN");
        }
        return new Columns(header, charset);
    }

    private void take(CsvReader reader, Taker taker) {
        CsvRecord row = reader.record();
        if (trailer != null) {
            throw new HeldBack("TRAILER_COUNT");
        }
        if (row.fields() == 2 && row.text(0, charset).equals(shape.trailer())) {
            trailer = count(row.text(1, charset).strip());
            return;
        }
        records++;
        taker.take(row, reader.offset(), records);
    }

    private static long count(String written) {
        if (!written.matches("\\d{1,12}")) {
            throw new HeldBack("TRAILER_COUNT");
        }
        return Long.parseLong(written);
    }

    private void complete(boolean endedByLineBreak) {
        if (shape.trailer() == null) {
            if (!endedByLineBreak) {
                throw new HeldBack("TRUNCATED");
            }
        } else if (trailer == null) {
            throw new HeldBack("TRAILER_MISSING");
        } else if (trailer != records) {
            throw new HeldBack("TRAILER_COUNT");
        }
    }

    private void seen(byte[] window, int length) {
        digest.update(window, 0, length);
        text.seen(window, length);
    }
}
