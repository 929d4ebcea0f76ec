package dk.samblik.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Refused rows that are alike: where they stand and why, how many, and since when; never what they said. */
record QuarantineGroup(
        String register,
        String table,
        String reason,
        @Nullable String field,
        String mapping,
        long rows,
        Instant first,
        Instant last) {}
