package dk.samblik.demo.social;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets calls in: limits, faults, token, then the right answer. */
final class Door implements HttpHandler {

    private static final String BASE = "/api/v2/";

    private final ObjectMapper json = new ObjectMapper();
    private final Tokens tokens = new Tokens();
    private final Limits limits = new Limits();
    private final AtomicInteger calls = new AtomicInteger();
    private final Faults faults = new Faults();
    private final SocialApi.Client client;
    private final SetCalls sets;
    private final SingleCalls singles;

    Door(SocialApi.Client client, SetCalls sets, SingleCalls singles) {
        this.client = client;
        this.sets = sets;
        this.singles = singles;
    }

    void fault(SocialFault fault) {
        faults.set(fault);
    }

    void slowness(Duration delay) {
        faults.slowness(delay);
    }

    void allow(int calls) {
        limits.allow(calls);
    }

    void expireTokens() {
        tokens.expireAll();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Reply reply;
            if (limits.enter()) {
                try {
                    reply = answer(exchange, body);
                } finally {
                    limits.leave();
                }
            } else {
                reply = Reply.error(429, "FOR_MANGE_KALD", 1);
            }
            send(exchange, reply);
        }
    }

    private Reply answer(HttpExchange exchange, byte[] body) {
        faults.pass();
        SocialFault fault = faults.current();
        String path = exchange.getRequestURI().getPath().substring(BASE.length());
        if (fault == SocialFault.DOWN) {
            return Reply.error(503, "SERVICEVINDUE");
        }
        if (path.equals("token")) {
            return token(exchange, new String(body, StandardCharsets.UTF_8));
        }
        if (fault == SocialFault.BROKEN) {
            return Reply.error(500, "INTERN_FEJL");
        }
        if (fault == SocialFault.BUSY && calls.incrementAndGet() % 2 == 1) {
            return Reply.error(429, "FOR_MANGE_KALD", 1);
        }
        String refusal = tokens.refusal(exchange.getRequestHeaders().getFirst("Authorization"), fault);
        return refusal == null ? route(exchange, path, body) : Reply.error(401, refusal);
    }

    private Reply route(HttpExchange exchange, String path, byte[] body) {
        try {
            if (exchange.getRequestMethod().equals("POST")) {
                JsonNode question = json.readTree(new String(body, StandardCharsets.UTF_8));
                return switch (path) {
                    case "borgere/soeg" -> sets.search(question);
                    case "udtraek" -> sets.extract(question);
                    default -> Reply.error(404, "UKENDT");
                };
            }
            String[] parts = path.split("/");
            if (parts[0].equals("borgere") && parts.length == 3) {
                Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
                return singles.list(Integer.parseInt(parts[1]), parts[2], query);
            }
            return parts[0].equals("indsatser") && parts.length == 2
                    ? singles.grant(Integer.parseInt(parts[1]))
                    : Reply.error(404, "UKENDT");
        } catch (JsonProcessingException | NumberFormatException | DateTimeParseException e) {
            return Reply.error(400, "BAD_FORESPOERGSEL");
        }
    }

    private Reply token(HttpExchange exchange, String body) {
        Map<String, String> form = form(body);
        boolean known = exchange.getRequestMethod().equals("POST")
                && "client_credentials".equals(form.get("grant_type"))
                && client.id().equals(form.get("client_id"))
                && client.secret().equals(form.get("client_secret"));
        if (!known) {
            return Reply.error(401, "TOKEN_MANGLER");
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("access_token", tokens.issue());
        answer.put("token_type", "Bearer");
        answer.put("expires_in", Tokens.SECONDS);
        return Reply.ok(answer);
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = json.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        if (reply.retryAfter() > 0) {
            exchange.getResponseHeaders().set("Retry-After", String.valueOf(reply.retryAfter()));
        }
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> form(@Nullable String text) {
        return text == null || text.isBlank()
                ? Map.of()
                : Arrays.stream(text.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .filter(pair -> pair.length == 2)
                        .collect(Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                                (first, second) -> second));
    }
}
