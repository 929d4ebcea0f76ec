package dk.samblik.draw;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a draw needs to know of the municipality. {@code municipality} is its four-digit code in the population register,
 * without which nobody is counted: roads of others have the same codes. {@code purpose} is what the access log says a
 * draw's looks were for.
 */
@ConfigurationProperties("samblik.draw")
record DrawSettings(
        @DefaultValue("") String municipality,
        @DefaultValue("UDTRAEK") String purpose) {

    DrawSettings {
        if (!municipality.isEmpty() && !municipality.matches("\\d{4}")) {
            throw new IllegalArgumentException(
                    "samblik.draw.municipality must be the municipality's code, four digits such as 0998");
        }
    }
}
