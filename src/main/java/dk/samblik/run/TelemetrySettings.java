package dk.samblik.run;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where spans are sent, if anywhere. {@code traces} is the address of a collector that takes OTLP over HTTP, its path and all;
 * null for none.
 */
@ConfigurationProperties("samblik.telemetry")
record TelemetrySettings(@Nullable URI traces) {

    TelemetrySettings {
        if (traces != null && !String.valueOf(traces.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("samblik.telemetry.traces must be an address that begins with http:// or"
                    + " https://, such as http://127.0.0.1:4318/v1/traces");
        }
    }
}
