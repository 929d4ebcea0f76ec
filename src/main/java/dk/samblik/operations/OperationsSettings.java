package dk.samblik.operations;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** What operations is told beforehand. {@code contact}: by register, whom to call at its owner. */
@ConfigurationProperties("samblik.operations")
record OperationsSettings(Map<String, String> contact) {

    OperationsSettings {
        contact = contact == null ? Map.of() : Map.copyOf(contact);
    }
}
