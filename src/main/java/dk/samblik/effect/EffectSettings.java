package dk.samblik.effect;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The effect figures.
 *
 * @param indicators the folder of indicator files, read at start
 * @param at when the figures of the months that have ended are computed, a Quartz cron in Europe/Copenhagen
 */
@ConfigurationProperties("samblik.effect")
public record EffectSettings(
        @DefaultValue("indicators") Path indicators,
        @DefaultValue("0 30 4 15 * ?") String at) {}
