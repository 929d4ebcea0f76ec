package dk.samblik.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong, from when it was first found until it was not found any more. {@code source} is the register it
 * is about, empty where it is about none; {@code ended} is null while it lasts.
 */
public record Alarm(
        Kind kind, String source, Instant begun, @Nullable Instant ended) {

    /** What can be wrong; what each means and what to do is in docs/operations/alarms.md. */
    public enum Kind {
        NIGHT_MISSING,
        DELIVERY_MISSING,
        SOURCE_DOWN,
        SOURCE_PARTLY,
        SOURCE_SILENT,
        RECONCILIATION,
        QUARANTINE_OLD,
        ACCESS_LOG,
        CHECKPOINTS,
        WITHDRAWAL_LATE,
        WITHDRAWAL_UNTOLD
    }

    /** Something that is wrong now. */
    record Sign(Kind kind, String source) {}
}
