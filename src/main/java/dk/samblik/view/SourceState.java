package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one member in one register: the outcome of the last asking, and how old the shown data are. {@code
 * asOf} is the source's date of what is shown; {@code staleSince} when the register first failed to answer.
 */
public record SourceState(
        String register,
        String title,
        Department source,
        PersonId person,
        Outcome outcome,
        LaneState state,
        @Nullable Instant asOf,
        @Nullable Instant asked,
        @Nullable Instant answered,
        @Nullable Instant staleSince,
        @Nullable String reason,
        @Nullable String mapping,
        int quarantined,
        int facts) {

    /** The last asking; {@code NOT_YET}: consent is in force and the first asking is to come. */
    public enum Outcome {
        ANSWERED,
        NOTHING,
        NOT_ACCESSIBLE,
        UNAVAILABLE,
        NOT_IN_SCOPE,
        WITHDRAWN,
        NOT_YET
    }
}
