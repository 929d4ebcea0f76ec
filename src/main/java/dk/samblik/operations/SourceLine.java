package dk.samblik.operations;

import dk.samblik.team.Badge;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One register as IT staff see it. {@code delivery} is the latest delivery by name, null for a register that is asked
 * directly; {@code heldBack} is the code of why it was not accepted. {@code p95}
 * is how long questions took it the last day, null where none did; {@code records} what the latest run read; {@code contact}
 * whom to call, null where nobody is named.
 */
record SourceLine(
        String register,
        String title,
        Badge badge,
        @Nullable String reason,
        @Nullable Instant answered,
        @Nullable Instant asOf,
        @Nullable String delivery,
        @Nullable String heldBack,
        long stale,
        long quarantined,
        @Nullable Duration p95,
        long records,
        @Nullable String contact) {}
