package dk.samblik.run;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the line runs. {@code chunk}: households asked about together. {@code workers}: chunks of a night that are on their
 * way at the same time. {@code lease}: how long a run stays ours without a
 * sign of life. {@code yield}: how long a night waits between two chunks for a refresh to finish, at most. {@code
 * progressKept}: how long the progress of an ended run can be followed. {@code routes} and {@code mappings}: the folders
 * whose hash a run records.
 */
@ConfigurationProperties("samblik.run")
public record RunSettings(
        @DefaultValue("200") int chunk,
        @DefaultValue("2") int workers,
        @DefaultValue("20s") Duration lease,
        @DefaultValue("10s") Duration yield,
        @DefaultValue("10m") Duration progressKept,
        @DefaultValue("routes") Path routes,
        @DefaultValue("mappings") Path mappings) {

    public RunSettings {
        if (chunk < 1 || chunk > 500) {
            throw new IllegalArgumentException("samblik.run.chunk must be between 1 and 500; 200 is a good value");
        }
        if (workers < 1 || workers > 16) {
            throw new IllegalArgumentException(
                    "samblik.run.workers must be between 1 and 16; the number of cores is a good value");
        }
        if (lease.compareTo(Duration.ofSeconds(5)) < 0) {
            throw new IllegalArgumentException("samblik.run.lease must be at least 5s");
        }
    }
}
