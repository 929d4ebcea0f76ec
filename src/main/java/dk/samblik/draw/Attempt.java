package dk.samblik.draw;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest try to count or to lock a draw. {@code seen} is when whoever works on it last said so; {@code percent} how far
 * its stage is. {@code ended} and {@code came} are null while it goes on; {@code register} names the one that did not answer.
 */
record Attempt(
        UUID id,
        What what,
        String by,
        Instant at,
        Instant seen,
        Stage stage,
        int percent,
        @Nullable Instant ended,
        @Nullable Came came,
        @Nullable String register) {

    /** Nobody who works on one is silent for longer. */
    static final Duration LOST = Duration.ofSeconds(30);

    /** What is tried. */
    enum What {
        COUNT,
        LOCK
    }

    /** What is done at the moment. */
    enum Stage {
        /** Another draw is being counted. */
        WAITING,
        /** The population register is read. */
        PEOPLE,
        /** The departments that must be among a household's are asked. */
        FIRST,
        /** The other departments are asked. */
        OTHERS,
        /** What was found is kept. */
        KEEPING
    }

    /** What came of it. */
    enum Came {
        /** It is counted, or locked. */
        DONE,
        /** Other households are eligible now than when it was counted; it is counted anew and a draft again. */
        CHANGED,
        /** Somebody changed the draw meanwhile. */
        MEANWHILE,
        /** A register did not answer. */
        DOWN,
        /** The population register could not be read. */
        NO_POPULATION,
        /** The hub does not know which municipality's roads are meant. */
        NO_MUNICIPALITY,
        /** Somebody stopped it. */
        STOPPED,
        /** The hub was stopped, or went down. */
        INTERRUPTED,
        /** Something else; the log says what. */
        FAILED
    }

    /** Whether somebody works on it. */
    boolean goesOn(Instant now) {
        return ended == null && seen.plus(LOST).isAfter(now);
    }

    /** What came of it as far as that is known: one whose hub is gone was interrupted. Null while it goes on. */
    @Nullable
    Came cameTo(Instant now) {
        return ended == null && !goesOn(now) ? Came.INTERRUPTED : came;
    }
}
