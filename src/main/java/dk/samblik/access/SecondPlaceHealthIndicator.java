package dk.samblik.access;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the access log is vouched for. Part of no probe: a second place that is out must not stop the hub. */
@Component
class SecondPlaceHealthIndicator implements HealthIndicator {

    private final SecondPlace place;

    SecondPlaceHealthIndicator(SecondPlace place) {
        this.place = place;
    }

    @Override
    public Health health() {
        return place.trouble()
                .map(trouble ->
                        Health.down().withDetail("reason", trouble.reason()).build())
                .orElseGet(() -> Health.up().build());
    }
}
