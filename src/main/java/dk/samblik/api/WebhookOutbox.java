package dk.samblik.api;

import dk.samblik.storage.Database;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * What is to be told and what became of it. The database notes it in the transaction it tells of; here it is claimed by one
 * node at a time, and settled. Due is by the database's own clock, which all nodes share.
 */
@Component
class WebhookOutbox {

    /** How long a node may be at it before another takes it for lost. */
    private static final Duration HELD = Duration.ofMinutes(2);

    private final Database database;

    WebhookOutbox(@Qualifier("webDatabase") Database database) {
        this.database = database;
    }

    /** Something to tell an endpoint; {@code attempt} counts this one, from 1. */
    record Claimed(UUID id, int attempt, WebhookMessage message) {}

    /** Notes from now on for these endpoints and no others; what waits for one that is gone is given up. */
    void configure(Map<String, WebhookSettings.Endpoint> endpoints) {
        String[] names = endpoints.keySet().toArray(String[]::new);
        database.doInTransaction(() -> {
            database.sql()
                    .sql("delete from webhook_endpoint where name <> all (cast(:names as text[]))")
                    .param("names", names)
                    .update();
            database.sql()
                    .sql("update webhook_delivery set state = 'GIVEN_UP', outcome = 'REMOVED', settled_at = now()"
                            + " where state = 'PENDING' and endpoint <> all (cast(:names as text[]))")
                    .param("names", names)
                    .update();
            endpoints.forEach((name, endpoint) -> database.sql()
                    .sql("insert into webhook_endpoint (name, events) values (:name, cast(:events as text[]))"
                            + " on conflict (name) do update set events = excluded.events, stopped = false")
                    .param("name", name)
                    .param("events", endpoint.events().toArray(String[]::new))
                    .update());
        });
    }

    /** The next that is due for this endpoint, a consent taken back before anything else; empty where nothing is. */
    Optional<Claimed> claim(String endpoint) {
        return database.sql()
                .sql("""
                        update webhook_delivery d set attempts = attempts + 1,
                          next_try = now() + make_interval(secs => :held)
                         where delivery_id = (select delivery_id from webhook_delivery
                           where state = 'PENDING' and endpoint = :endpoint and next_try <= now()
                           order by (event = 'consent.withdrawn') desc, next_try limit 1 for update skip locked)
                        returning delivery_id, attempts, event, happened_at, household_id, version, source, run_id, alarm
                        """)
                .param("held", HELD.toSeconds())
                .param("endpoint", endpoint)
                .query((row, number) -> new Claimed(
                        row.getObject("delivery_id", UUID.class),
                        row.getInt("attempts"),
                        new WebhookMessage(
                                row.getString("event"),
                                row.getObject("happened_at", OffsetDateTime.class)
                                        .toInstant(),
                                new WebhookMessage.Data(
                                        row.getObject("household_id", UUID.class),
                                        row.getObject("version", Integer.class),
                                        row.getString("source"),
                                        row.getObject("run_id", UUID.class),
                                        row.getString("alarm")))))
                .optional();
    }

    /** It was taken, or never will be. */
    void settle(UUID id, String state, String outcome) {
        database.sql()
                .sql("update webhook_delivery set state = :state, outcome = :outcome, settled_at = now()"
                        + " where delivery_id = :id")
                .param("state", state)
                .param("outcome", outcome)
                .param("id", id)
                .update();
    }

    /** It was not taken this time. */
    void again(UUID id, String outcome, Duration after) {
        database.sql()
                .sql("update webhook_delivery set outcome = :outcome, next_try = now() + make_interval(secs => :after)"
                        + " where delivery_id = :id")
                .param("outcome", outcome)
                .param("after", after.toSeconds())
                .param("id", id)
                .update();
    }

    /** The endpoint wants nothing more: nothing is noted for it until the hub starts anew, or something is sent again. */
    void stop(String endpoint, String outcome) {
        database.doInTransaction(() -> {
            database.sql()
                    .sql("update webhook_endpoint set stopped = true where name = :name")
                    .param("name", endpoint)
                    .update();
            database.sql()
                    .sql("update webhook_delivery set state = 'GONE', outcome = :outcome, settled_at = now()"
                            + " where endpoint = :name and state = 'PENDING'")
                    .param("outcome", outcome)
                    .param("name", endpoint)
                    .update();
        });
    }

    /** Puts one back in the queue under the id it had, whatever became of it, and opens its endpoint. Whether there is one. */
    boolean replay(UUID id) {
        return database.inTransaction(() -> {
            database.sql()
                    .sql("update webhook_endpoint set stopped = false where name ="
                            + " (select endpoint from webhook_delivery where delivery_id = :id)")
                    .param("id", id)
                    .update();
            return database.sql()
                            .sql("update webhook_delivery set state = 'PENDING', attempts = 0, next_try = now(),"
                                    + " settled_at = null where delivery_id = :id")
                            .param("id", id)
                            .update()
                    == 1;
        });
    }
}
