package dk.samblik.alarm;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * How each register was found by the last run that asked it. A state of its own where one is down, which no other group
 * knows: a register that is down never makes the hub unready.
 */
@Component
class SourcesHealthIndicator extends AbstractHealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private final StandingReader reader;

    SourcesHealthIndicator(StandingReader reader) {
        this.reader = reader;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        for (Standing.Source source : reader.sources()) {
            if (!source.up() || source.partly()) {
                builder.status(DEGRADED);
            }
            builder.withDetail(source.name(), detail(source));
        }
    }

    private static Map<String, String> detail(Standing.Source source) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("state", source.state());
        if (source.reason() != null) {
            detail.put("reason", source.reason());
        }
        if (source.lastSuccess() != null) {
            detail.put("lastSuccess", source.lastSuccess().toString());
        }
        return detail;
    }
}
