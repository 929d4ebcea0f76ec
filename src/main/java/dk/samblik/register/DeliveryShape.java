package dk.samblik.register;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the files of a delivery are named and written. {@code files} holds {@code {table}} and {@code {date}}; {@code
 * ready} names the file that is written last, null where there is none; {@code trailer} is the first field of the last
 * record, null where there is none; {@code shrinkLimit} is in per cent; {@code mayStay} are tables that change so seldom that
 * the same file again is no sign of yesterday's delivery.
 */
public record DeliveryShape(
        String files,
        @Nullable String ready,
        Charset charset,
        char delimiter,
        @Nullable String trailer,
        int shrinkLimit,
        Set<String> mayStay) {

    public DeliveryShape {
        mayStay = Set.copyOf(mayStay);
    }

    private static final String TABLE = "{table}";
    private static final String DATE = "{date}";

    /** The name of a table's file of one day. */
    String file(String table, String date) {
        return files.replace(TABLE, table).replace(DATE, date);
    }

    /** The name of the ready file of one day; empty where the register writes none. */
    Optional<String> readyFile(String date) {
        return Optional.ofNullable(ready).map(name -> name.replace(DATE, date));
    }

    /** What a file is called by which a delivery shows that it is there, its day as the first group. */
    Pattern shownBy(String anyTable) {
        String shape = ready == null ? files.replace(TABLE, anyTable) : ready;
        int at = shape.indexOf(DATE);
        return Pattern.compile(Pattern.quote(shape.substring(0, at)) + "(\\d{8})"
                + Pattern.quote(shape.substring(at + DATE.length())));
    }
}
