package dk.samblik.access;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Walks the checkpoints of the second place and then the access log itself, and finds the first of each that is not what it
 * was when it was written.
 */
@Component
public class LogVerify {

    private final LogRows rows;
    private final CheckpointSettings settings;
    private final CheckpointKeys keys;
    private final CivilClock clock;

    LogVerify(
            @Qualifier("auditDatabase") Database database,
            AccessSettings settings,
            CheckpointKeys keys,
            CivilClock clock) {
        this.rows = new LogRows(database);
        this.settings = settings.checkpoints();
        this.keys = keys;
        this.clock = clock;
    }

    /** What is wrong with a row. */
    public enum Flaw {
        /** It does not hang on the row before. */
        CHANGED,
        /** It should be there. */
        MISSING,
        /** It hangs on the row before, but a checkpoint says otherwise: rows after the last proven one were made anew. */
        NOT_AS_VOUCHED
    }

    /**
     * What was found.
     *
     * @param firstRow the number of the first row there is; more than 1 when old ones were deleted
     * @param rows how many rows hold
     * @param firstBad the number of the first that does not; a row that is missing counts as its number
     * @param flaw what is wrong with that one
     * @param provenTo the last row before that one that a checkpoint vouches for; 0 for none
     * @param provenAt when that checkpoint was written
     * @param checkpoints how many checkpoints hold
     * @param firstBadCheckpoint the number of the first that does not, or is missing
     */
    public record Verdict(
            long firstRow,
            long rows,
            OptionalLong firstBad,
            Optional<Flaw> flaw,
            long provenTo,
            Optional<Instant> provenAt,
            long checkpoints,
            OptionalLong firstBadCheckpoint) {

        /** Whether the whole log and all its checkpoints hold. */
        public boolean holds() {
            return firstBad.isEmpty() && firstBadCheckpoint.isEmpty();
        }
    }

    /** Reads every row up to the head of now, while others go on adding. */
    public Verdict verify() {
        CheckpointChain chain = chain();
        LogHead head = LogHead.read(rows.audit());
        LogWalk walk = new LogWalk(head, chain);
        walk.begin(rows.first().orElse(head.seq() + 1), oldest());
        while (walk.take(rows.page(walk.after(), head.seq()))) {
            // page by page
        }
        walk.end(rows);
        return walk.verdict();
    }

    private CheckpointChain chain() {
        try {
            return CheckpointChain.read(new CheckpointFile(settings), keys.all());
        } catch (IOException e) {
            throw new UncheckedIOException("The second place cannot be read; see samblik.access.checkpoints.folder", e);
        }
    }

    private Instant oldest() {
        ZonedDateTime now = clock.local();
        return now.minus(settings.logKept()).toInstant();
    }
}
