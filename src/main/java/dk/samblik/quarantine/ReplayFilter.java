package dk.samblik.quarantine;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows: of one group, first refused within a period, and at most so many of the oldest (all rows of a household
 * that is in go with it); or, where {@code rows} names some, of these only.
 */
public record ReplayFilter(
        String register,
        String reason,
        @Nullable String field,
        String mapping,
        Instant from,
        Instant until,
        int most,
        List<UUID> rows) {

    /** The most rows that one replay is about. */
    public static final int MOST = 1000;

    private static final Instant EVER = Instant.EPOCH;
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** All rows of a period. */
    public ReplayFilter(
            String register,
            String reason,
            @Nullable String field,
            String mapping,
            Instant from,
            Instant until,
            int most) {
        this(register, reason, field, mapping, from, until, most, List.of());
    }

    /** These rows of a group and no others; none is no choice, and refused. */
    public static ReplayFilter ofRows(
            String register, String reason, @Nullable String field, String mapping, List<UUID> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no row is chosen");
        }
        return new ReplayFilter(register, reason, field, mapping, EVER, NEVER, MOST, rows);
    }

    public ReplayFilter {
        rows = rows.stream().distinct().sorted().toList();
        if (!from.isBefore(until) || most < 1 || most > MOST) {
            throw new IllegalArgumentException("a replay needs a period and between 1 and " + MOST + " rows");
        }
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "register", register,
                "reason", reason,
                "mapping", mapping,
                "from", Timestamp.from(from),
                "until", Timestamp.from(until),
                "most", most));
        parameters.put("field", field);
        parameters.put(
                "rows",
                rows.isEmpty() ? null : rows.stream().map(UUID::toString).toArray(String[]::new));
        return parameters;
    }
}
