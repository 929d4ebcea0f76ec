package dk.samblik.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.samblik.household.CivilClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells other systems what the database has noted for them, each at its own pace: tried for about a day with longer and longer
 * waits, then given up and kept for operations to send again. An endpoint that answers 410 is told nothing more.
 */
@Component
@EnableConfigurationProperties(WebhookSettings.class)
class Webhooks implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

    /** Waits after the first try and those that follow: 23 hours and 35 minutes in all. */
    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(6),
            Duration.ofHours(10));

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final int GONE = 410;

    private final WebhookSettings settings;
    private final WebhookOutbox outbox;
    private final ObjectMapper json;
    private final CivilClock clock;
    private final MeterRegistry meters;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private @Nullable ScheduledExecutorService threads;

    Webhooks(
            WebhookSettings settings, WebhookOutbox outbox, ObjectMapper json, CivilClock clock, MeterRegistry meters) {
        this.settings = settings;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
        this.meters = meters;
    }

    /** Begins, where there is anybody to tell; a thread an endpoint, so that a slow one delays no other. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        try {
            outbox.configure(settings.webhooks());
        } catch (RuntimeException fault) {
            LOG.error("webhooks could not be set up: {}", fault.getClass().getName());
        }
        if (settings.webhooks().isEmpty()) {
            return;
        }
        ScheduledExecutorService one =
                Executors.newScheduledThreadPool(settings.webhooks().size(), work -> {
                    Thread thread = new Thread(work, "webhooks");
                    thread.setDaemon(true);
                    return thread;
                });
        threads = one;
        settings.webhooks()
                .forEach((name, endpoint) -> one.scheduleWithFixedDelay(
                        () -> tellAll(name, endpoint), 0, LOOK.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void destroy() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    private void tellAll(String name, WebhookSettings.Endpoint endpoint) {
        try {
            Optional<WebhookOutbox.Claimed> due = outbox.claim(name);
            while (due.isPresent() && !Thread.currentThread().isInterrupted()) {
                tell(name, endpoint, due.get());
                due = outbox.claim(name);
            }
        } catch (RuntimeException fault) {
            LOG.error("webhook {}: {}", name, fault.getClass().getName());
        }
    }

    private void tell(String name, WebhookSettings.Endpoint endpoint, WebhookOutbox.Claimed claimed) {
        String outcome = send(endpoint, claimed);
        if (outcome.startsWith("HTTP_2")) {
            outbox.settle(claimed.id(), "DELIVERED", outcome);
            count(claimed, "delivered");
        } else if (outcome.equals("HTTP_" + GONE)) {
            outbox.settle(claimed.id(), "GONE", outcome);
            outbox.stop(name, outcome);
            count(claimed, "gone");
        } else if (claimed.attempt() > WAITS.size()) {
            outbox.settle(claimed.id(), "GIVEN_UP", outcome);
            count(claimed, "given_up");
        } else {
            outbox.again(claimed.id(), outcome, WAITS.get(claimed.attempt() - 1));
            count(claimed, "failed");
        }
    }

    /** The status as {@code HTTP_} and its number, or the word for why there is none. */
    private String send(WebhookSettings.Endpoint endpoint, WebhookOutbox.Claimed claimed) {
        byte[] body = claimed.message().bytes(json);
        long timestamp = clock.now().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(endpoint.address())
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("webhook-id", claimed.id().toString())
                .header("webhook-timestamp", String.valueOf(timestamp))
                .header("webhook-signature", WebhookMessage.signature(endpoint.keys(), claimed.id(), timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return "HTTP_"
                    + http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (HttpTimeoutException slow) {
            return "TIMEOUT";
        } catch (IOException nobody) {
            return "NO_ANSWER";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "STOPPED";
        }
    }

    private void count(WebhookOutbox.Claimed claimed, String outcome) {
        meters.counter("samblik.webhook.deliveries", "event", claimed.message().type(), "outcome", outcome)
                .increment();
    }
}
