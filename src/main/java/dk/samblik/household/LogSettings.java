package dk.samblik.household;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log is written. It is {@code logback-spring.xml} that reads it; here a word that is no format stops the start.
 *
 * @param format for people, or one JSON object a line
 */
@ConfigurationProperties("samblik.log")
public record LogSettings(@DefaultValue("plain") Format format) {

    /** For whom. */
    public enum Format {
        PLAIN,
        JSON
    }
}
