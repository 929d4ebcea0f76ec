package dk.samblik.api;

import dk.samblik.storage.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * What other systems were told, for operations: ids, counts and outcomes. A consent taken back that a system has not been told
 * of is raised after the first try: in the health of the hub (part of no probe), as a metric, and on the page.
 */
@Component("webhooksHealthIndicator")
public class WebhookLog implements HealthIndicator {

    private static final int LATEST = 20;

    private static final String UNTOLD = "event = 'consent.withdrawn' and state <> 'DELIVERED'"
            + " and (outcome is not null or next_try < now() - interval '5 minutes')";

    private final Database ops;
    private final WebhookOutbox outbox;

    WebhookLog(@Qualifier("opsDatabase") Database ops, WebhookOutbox outbox, MeterRegistry meters) {
        this.ops = ops;
        this.outbox = outbox;
        Gauge.builder("samblik.webhook.withdrawals.untold", this, WebhookLog::untold)
                .description("consents taken back that a system has not been told of")
                .register(meters);
    }

    /** How one system stands. {@code stopped}: it wants to be told nothing more. */
    public record Endpoint(String name, boolean stopped, long delivered, long waiting, long givenUp) {}

    /** One message to one system; {@code outcome} is a status or why there was none, null before the first try. */
    public record Delivery(
            UUID id,
            String endpoint,
            String event,
            Instant happened,
            String state,
            int attempts,
            @Nullable String outcome) {}

    /** All that the page of operations says of it; nobody to tell, and nothing told, is {@code none}. */
    public record State(List<Endpoint> endpoints, List<Delivery> latest, long untold) {

        public static final State NOTHING = new State(List.of(), List.of(), 0);

        public State {
            endpoints = List.copyOf(endpoints);
            latest = List.copyOf(latest);
        }

        /** Whether there is nothing to say. */
        public boolean none() {
            return endpoints.isEmpty() && latest.isEmpty();
        }
    }

    /** How it stands now; those that are not delivered first. */
    public State state() {
        List<Endpoint> endpoints = ops.sql()
                .sql("""
                        select e.name, e.stopped, count(*) filter (where d.state = 'DELIVERED') as delivered,
                               count(*) filter (where d.state = 'PENDING') as waiting,
                               count(*) filter (where d.state in ('GONE', 'GIVEN_UP')) as given_up
                          from webhook_endpoint e left join webhook_delivery d on d.endpoint = e.name
                         group by e.name, e.stopped order by e.name
                        """)
                .query((row, number) -> new Endpoint(
                        row.getString(1), row.getBoolean(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .list();
        List<Delivery> latest = ops.sql()
                .sql("""
                        select delivery_id, endpoint, event, happened_at, state, attempts, outcome from webhook_delivery
                         order by (state = 'DELIVERED'), happened_at desc limit :most
                        """)
                .param("most", LATEST)
                .query((row, number) -> new Delivery(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        instant(row.getTimestamp(4)),
                        row.getString(5),
                        row.getInt(6),
                        row.getString(7)))
                .list();
        return new State(endpoints, latest, untold());
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp.toInstant();
    }

    /** Sends one again under the id it had; does nothing where there is none of this id. */
    public void replay(String id) {
        try {
            outbox.replay(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            // Nothing of that name was ever sent.
        }
    }

    /** Consents taken back that a system has not been told of, though it was tried. */
    public long untold() {
        return ops.sql()
                .sql("select count(*) from webhook_delivery where " + UNTOLD)
                .query(Long.class)
                .single();
    }

    @Override
    public Health health() {
        return (untold() == 0 ? Health.up() : Health.down().withDetail("reason", "WITHDRAWAL_UNTOLD")).build();
    }
}
