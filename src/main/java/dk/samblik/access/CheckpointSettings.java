package dk.samblik.access;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the access log is vouched for, where, and how long the hub shows people without it.
 *
 * @param folder the second place: on another disk or another machine than the database
 * @param key the key that signs, read and written by the hub only
 * @param every the longest time between two checkpoints
 * @param rows the most rows that are written before the next one
 * @param look how often the hub looks whether one is due, and tries again where one failed
 * @param stopAfter how long pages with people are shown while the second place is out
 * @param logKept how long rows of the log are kept at least; older ones may be deleted up to a checkpoint
 */
record CheckpointSettings(
        @DefaultValue("work/checkpoints") Path folder,
        @DefaultValue("work/keys/checkpoint.key") Path key,
        @DefaultValue("5m") Duration every,
        @DefaultValue("1000") int rows,
        @DefaultValue("5s") Duration look,
        @DefaultValue("4h") Duration stopAfter,
        @DefaultValue("P13M") Period logKept) {

    CheckpointSettings {
        if (!positive(every) || !positive(look) || !positive(stopAfter) || rows < 1) {
            throw new IllegalArgumentException(
                    "samblik.access.checkpoints: every, look, stop-after and rows must be more"
                            + " than nothing. Leave them out for the defaults.");
        }
    }

    private static boolean positive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
