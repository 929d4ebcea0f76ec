package dk.samblik.access;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether a look could be written to the access log: without it nobody is shown anything. */
@Component
class LogStoreHealthIndicator implements HealthIndicator {

    private final AccessLog log;

    LogStoreHealthIndicator(AccessLog log) {
        this.log = log;
    }

    @Override
    public Health health() {
        return (log.writable() ? Health.up() : Health.down()).build();
    }
}
