package dk.samblik.access;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A signed statement of how far the access log was, and what its last row hung on, at a time: one line of JSON. {@code rows}
 * is how many came since the checkpoint before, and {@code previous} the hash of that one's line.
 */
record Checkpoint(
        long number, long seq, String link, Instant at, long rows, String key, String previous, String signature) {

    /** What the first checkpoint has for the one before it. */
    static final String NONE_BEFORE = "0".repeat(64);

    private static final Pattern LINE =
            Pattern.compile("\\{\"number\":(\\d{1,18}),\"seq\":(\\d{1,18}),\"link\":\"([0-9a-f]{64})\","
                    + "\"at\":\"([0-9TZ:.-]{1,40})\",\"rows\":(\\d{1,18}),\"key\":\"([0-9a-f]{16})\","
                    + "\"previous\":\"([0-9a-f]{64})\",\"signature\":\"([A-Za-z0-9+/]{86}==)\"}");

    /** Reads a line; empty for one that is none, as one that a crash cut short. */
    static Optional<Checkpoint> read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Checkpoint read = new Checkpoint(
                    Long.parseLong(parts.group(1)),
                    Long.parseLong(parts.group(2)),
                    parts.group(3),
                    Instant.parse(parts.group(4)),
                    Long.parseLong(parts.group(5)),
                    parts.group(6),
                    parts.group(7),
                    parts.group(8));
            return Optional.of(read).filter(checkpoint -> checkpoint.line().equals(line) && checkpoint.oneWay());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** Base64 can write the same bytes in several ways; only one of them counts. */
    private boolean oneWay() {
        return Base64.getEncoder().encodeToString(signatureBytes()).equals(signature);
    }

    /** The line, without its end. */
    String line() {
        return stated() + ",\"signature\":\"" + signature + "\"}";
    }

    private String stated() {
        return "{\"number\":" + number + ",\"seq\":" + seq + ",\"link\":\"" + link + "\",\"at\":\"" + at
                + "\",\"rows\":" + rows + ",\"key\":\"" + key + "\",\"previous\":\"" + previous + "\"";
    }

    /** The statement itself: the line up to its signature. */
    byte[] signed() {
        return stated().getBytes(StandardCharsets.US_ASCII);
    }

    byte[] signatureBytes() {
        return Base64.getDecoder().decode(signature);
    }

    byte[] linkBytes() {
        return HexFormat.of().parseHex(link);
    }

    /** What the next one names as its previous. */
    String hash() {
        return DigestUtils.sha256Hex(line());
    }

    /** Whether this one comes right after the other. */
    boolean follows(Checkpoint before) {
        return number == before.number + 1
                && previous.equals(before.hash())
                && seq >= before.seq
                && rows == seq - before.seq;
    }

    /** Whether this may be the first of all. */
    boolean first() {
        return number == 1 && previous.equals(NONE_BEFORE) && rows == seq;
    }

    /** The one after {@code last}, or the first, about a log that ends with this row; signed by this key. */
    static Checkpoint after(Optional<Checkpoint> last, LogHead head, Instant at, CheckpointKey key) {
        Checkpoint unsigned = new Checkpoint(
                last.map(Checkpoint::number).orElse(0L) + 1,
                head.seq(),
                HexFormat.of().formatHex(head.link()),
                at,
                head.seq() - last.map(Checkpoint::seq).orElse(0L),
                key.id(),
                last.map(Checkpoint::hash).orElse(NONE_BEFORE),
                "");
        return new Checkpoint(
                unsigned.number,
                unsigned.seq,
                unsigned.link,
                unsigned.at,
                unsigned.rows,
                unsigned.key,
                unsigned.previous,
                Base64.getEncoder().encodeToString(key.sign(unsigned.signed())));
    }
}
