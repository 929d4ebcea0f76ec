package dk.samblik.campaign.canary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.samblik.campaign.canary.Marker.Reach;
import dk.samblik.campaign.canary.Markers.Field;
import dk.samblik.campaign.canary.Markers.Letters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;

/** Stands before social services and spoils what they answer. What it spoils is about people who may be asked about. */
final class SocialFront implements AutoCloseable {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json; charset=utf-8";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final URI behind;
    private final Markers markers;
    private volatile Spoiled spoiled = Spoiled.NOT;

    private SocialFront(URI behind, Markers markers) throws IOException {
        this.behind = behind;
        this.markers = markers;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "social-front");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/api/v2/", this::handle);
        server.start();
    }

    static SocialFront of(URI behind, Markers markers) throws IOException {
        return new SocialFront(behind, markers);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v2";
    }

    /** From now on answers come like this. */
    void spoil(Spoiled how) {
        spoiled = how;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequest.Builder asked = HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI()))
                    .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
                    .method(
                            exchange.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    exchange.getRequestBody().readAllBytes()));
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            HttpResponse<byte[]> answer = client.send(
                    (token == null ? asked : asked.header("Authorization", token)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            answer(exchange, answer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        boolean extract = exchange.getRequestURI().getPath().endsWith("/udtraek") && answer.statusCode() == 200;
        byte[] body = extract ? spoilt(answer.body()) : answer.body();
        exchange.getResponseHeaders().set("Content-Type", extract && spoiled == Spoiled.CUT_SHORT ? HTML : JSON);
        answer.headers()
                .firstValue("Retry-After")
                .ifPresent(wait -> exchange.getResponseHeaders().set("Retry-After", wait));
        exchange.sendResponseHeaders(answer.statusCode(), body.length);
        exchange.getResponseBody().write(body);
    }

    private byte[] spoilt(byte[] body) throws IOException {
        return switch (spoiled) {
            case NOT -> body;
            case GARBLED -> garbled(body);
            case CUT_SHORT -> Arrays.copyOf(body, body.length * 2 / 3);
            case EVERY_FIELD -> json.writeValueAsBytes(everyField(json.readTree(body)));
        };
    }

    /** Takes a quotation mark away, so that the parser meets the text of a value where it expects none. */
    private static byte[] garbled(byte[] body) {
        byte[] garbled = body.clone();
        for (int i = 0; i + 2 < garbled.length; i++) {
            if (garbled[i] == ':' && garbled[i + 1] == '"' && garbled[i + 2] == 'K') {
                garbled[i + 1] = ' ';
            }
        }
        return garbled;
    }

    /** To every list of every answer an item more for each field of its first, with that field unreadable. */
    private JsonNode everyField(JsonNode answer) {
        for (JsonNode result : answer.path("resultater")) {
            Field field = new Field(0, "social", "unreadable", Letters.ANY);
            for (JsonNode list : result) {
                if (list instanceof ArrayNode items && items.size() > 0) {
                    items.addAll(broken((ObjectNode) items.get(0), field));
                }
            }
        }
        return answer;
    }

    private List<JsonNode> broken(ObjectNode item, Field field) {
        List<JsonNode> broken = new ArrayList<>();
        item.fieldNames().forEachRemaining(name -> {
            ObjectNode copy = item.deepCopy();
            copy.put(name, markers.token(field, name + item, Reach.PAGES));
            broken.add(copy);
        });
        return broken;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
