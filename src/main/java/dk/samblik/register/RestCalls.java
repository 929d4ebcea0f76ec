package dk.samblik.register;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.samblik.run.Switches;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls to one service: JSON in a body of known length, a token renewed when it is refused, waiting as long as the service
 * asks and no longer than the deadline. Numbers of people travel in bodies only; no redirect is followed.
 */
final class RestCalls {

    private static final int MOST_BYTES = 32 << 20;
    private static final int MOST_WAITS = 5;
    private static final int MOST_TIMEOUTS = 2;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final String base;
    private final ServiceShape shape;
    private final RegisterSettings.Connection connection;
    private final Pace pace;
    private final BooleanSupplier permitted;
    private String token = "";

    /** {@code permitted} is asked before each call whether it may be made. */
    RestCalls(ServiceShape shape, RegisterSettings.Connection connection, Pace pace, BooleanSupplier permitted) {
        this.base = String.valueOf(connection.url()).replaceAll("/+$", "");
        this.shape = shape;
        this.connection = connection;
        this.pace = pace;
        this.permitted = permitted;
    }

    /** One answer of the service, or why there is none. */
    JsonNode post(String path, JsonNode body, Deadline deadline) throws IOException, InterruptedException {
        return call(path, body.toString(), deadline);
    }

    /** As the other, by an address alone; it holds no number of a person, only the service's own id. */
    JsonNode get(String path, Deadline deadline) throws IOException, InterruptedException {
        return call(path, null, deadline);
    }

    private JsonNode call(String path, @Nullable String body, Deadline deadline)
            throws IOException, InterruptedException {
        String used = token(deadline);
        HttpResponse<InputStream> answer = send(path, "application/json", body, used, deadline);
        if (answer.statusCode() == 401) {
            answer.body().close();
            forget(used);
            answer = send(path, "application/json", body, token(deadline), deadline);
        }
        return read(answer);
    }

    /** Asks for a token and nothing else: whether the service is there and lets the hub in. */
    void knock(Deadline deadline) throws IOException, InterruptedException {
        token(deadline);
    }

    private synchronized String token(Deadline deadline) throws IOException, InterruptedException {
        if (token.isEmpty()) {
            String form = Map.of(
                            "grant_type", "client_credentials",
                            "client_id", String.valueOf(connection.clientId()),
                            "client_secret", String.valueOf(connection.clientSecret()))
                    .entrySet()
                    .stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            JsonNode answer = read(send(shape.token(), "application/x-www-form-urlencoded", form, "", deadline));
            token = answer.path("access_token").asText("");
            if (token.isEmpty()) {
                throw new NotAnswered("BAD_ANSWER");
            }
        }
        return token;
    }

    private synchronized void forget(String refused) {
        if (token.equals(refused)) {
            token = "";
        }
    }

    /** Sends, and sends again as often as the service says when to. */
    private HttpResponse<InputStream> send(
            String path, String type, @Nullable String body, String bearer, Deadline deadline)
            throws IOException, InterruptedException {
        for (int waits = 0; ; waits++) {
            HttpResponse<InputStream> answer = sendOnTime(path, type, body, bearer, deadline);
            long seconds = answer.headers()
                    .firstValue("Retry-After")
                    .map(RestCalls::seconds)
                    .orElse(-1L);
            boolean busy = answer.statusCode() == 429 || answer.statusCode() == 503;
            if (!busy || seconds < 0 || waits == MOST_WAITS || !deadline.allows(Duration.ofSeconds(seconds))) {
                return answer;
            }
            answer.body().close();
            Thread.sleep(seconds * 1_000);
        }
    }

    /** How long a service says to wait; below zero where it names a date, or nothing that can be read. */
    private static long seconds(String written) {
        return written.matches("\\d{1,9}") ? Long.parseLong(written) : -1;
    }

    /** Sends, and sends again when one answer out of many is late, as long as the deadline allows. */
    private HttpResponse<InputStream> sendOnTime(
            String path, String type, @Nullable String body, String bearer, Deadline deadline)
            throws IOException, InterruptedException {
        Duration one = connection.limit().dividedBy(MOST_TIMEOUTS + 1);
        for (int timeouts = 0; ; timeouts++) {
            pace.await();
            if (!permitted.getAsBoolean()) {
                throw new NotAnswered(Switches.SWITCHED_OFF);
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(deadline.allows(one) ? one : deadline.left())
                    .header("Content-Type", type)
                    .header("Accept", "application/json");
            if (body == null) {
                request.GET();
            } else {
                request.POST(HttpRequest.BodyPublishers.ofString(body));
            }
            if (!bearer.isEmpty()) {
                request.header("Authorization", "Bearer " + bearer);
            }
            try {
                return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            } catch (HttpTimeoutException late) {
                if (timeouts == MOST_TIMEOUTS || !deadline.allows(Duration.ZERO)) {
                    throw late;
                }
            }
        }
    }

    private static JsonNode read(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream stream = answer.body()) {
            int status = answer.statusCode();
            if (status == 429 || status == 503) {
                throw new NotAnswered("BUSY");
            }
            if (status == 401 || status == 403) {
                throw new NotAnswered("NOT_ALLOWED");
            }
            if (status != 200) {
                throw new NotAnswered(status >= 500 ? "NO_ANSWER" : "BAD_ANSWER");
            }
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new NotAnswered("TOO_LARGE");
            }
            return json(bytes);
        }
    }

    static JsonNode json(byte[] answer) throws NotAnswered {
        try {
            return JSON.readTree(answer);
        } catch (IOException notJson) {
            throw new NotAnswered("BAD_ANSWER");
        }
    }
}
