package dk.samblik.population;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the population register's record files are delivered, and how old the last accepted one may be before nobody is
 * asked about any more.
 */
@ConfigurationProperties("samblik.register.folkeregister")
public record PopulationSettings(
        @Nullable Path folder, @DefaultValue("7d") Duration maxAge) {

    public PopulationSettings {
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException(
                    "samblik.register.folkeregister.max-age must be longer than nothing; 7d is the agreed value");
        }
    }
}
