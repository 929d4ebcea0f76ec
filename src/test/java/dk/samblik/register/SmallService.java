package dk.samblik.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A small real service that speaks like the social register (registers/social), and misbehaves when told to. */
final class SmallService implements AutoCloseable {

    /** Answers instead of the service once. */
    interface Trick {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, Integer> citizens = new ConcurrentHashMap<>();
    private final Map<Integer, String> results = new ConcurrentHashMap<>();
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private final Map<String, Deque<Trick>> tricks = new ConcurrentHashMap<>();
    private volatile String token = "t-0";
    private volatile String secret = "secret";
    final AtomicInteger tokens = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger now = new AtomicInteger();
    final List<String> paths = new CopyOnWriteArrayList<>();
    final List<JsonNode> bodies = new CopyOnWriteArrayList<>();

    SmallService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/api/v2", this::handle);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/api/v2";
    }

    SmallService knows(String number, int id, String result) {
        citizens.put(number, id);
        results.put(id, result);
        return this;
    }

    SmallService hides(String number) {
        hidden.add(number);
        return this;
    }

    /** The next calls of a path are answered so. */
    SmallService next(String path, Trick... several) {
        tricks.computeIfAbsent(path, none -> new ConcurrentLinkedDeque<>()).addAll(List.of(several));
        return this;
    }

    static Trick status(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            send(exchange, status, body);
        };
    }

    static Trick late(long millis) {
        return exchange -> {
            Thread.sleep(millis);
            send(exchange, 200, "{\"resultater\":[]}");
        };
    }

    /** Begins an answer, then sends a byte now and then. */
    static Trick dripping() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 600; i++) {
                    body.write('[');
                    body.flush();
                    Thread.sleep(100);
                }
            }
        };
    }

    /** From now on clients need another secret; tokens that were given stay good until they end. */
    void changeSecret(String other) {
        secret = other;
    }

    void endToken() {
        token = "gone";
    }

    /** Every number that was ever searched for. */
    Set<String> asked() {
        Set<String> asked = new TreeSet<>();
        bodies.forEach(body -> body.path("noegler").forEach(key -> asked.add(key.asText())));
        return asked;
    }

    int calls(String path) {
        return (int) paths.stream().filter(path::equals).count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try (exchange) {
            String path = exchange.getRequestURI().toString().replace("/api/v2", "");
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            paths.add(path);
            Trick trick = tricks.getOrDefault(path, new ArrayDeque<>()).poll();
            if (trick != null) {
                trick.answer(exchange);
            } else if (exchange.getRequestMethod().equals("POST")
                    && exchange.getRequestHeaders().getFirst("Content-Length") == null) {
                send(exchange, 400, "{}");
            } else if (path.equals("/token")) {
                token(exchange, body);
            } else if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, "{\"fejlkode\":\"TOKEN_UDLOEBET\"}");
            } else if (exchange.getRequestMethod().equals("GET")) {
                cases(exchange, path);
            } else {
                answer(exchange, path, JSON.readTree(body));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            now.decrementAndGet();
        }
    }

    private void token(HttpExchange exchange, String form) throws IOException {
        boolean known = List.of(form.split("&"))
                .containsAll(List.of("grant_type=client_credentials", "client_id=client", "client_secret=" + secret));
        token = "t-" + tokens.incrementAndGet();
        send(
                exchange,
                known ? 200 : 401,
                "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":300}");
    }

    private void answer(HttpExchange exchange, String path, JsonNode asked) throws IOException {
        bodies.add(asked);
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode list = answer.putArray("resultater");
        if (asked.path("noegler").size() > 50 || asked.path("borgerIder").size() > 50) {
            send(exchange, 400, "{\"fejlkode\":\"BAD_FORESPOERGSEL\"}");
            return;
        }
        if (path.equals("/borgere/soeg")) {
            asked.path("noegler").forEach(key -> list.insert(0, found(key.asText())));
        } else {
            for (JsonNode id : asked.path("borgerIder")) {
                list.insert(0, JSON.readTree(results.get(id.asInt())));
            }
        }
        send(exchange, 200, answer.toString());
    }

    /** The cases of one citizen; what the service knows of others it has no list of. */
    private void cases(HttpExchange exchange, String path) throws IOException {
        String result = results.get(Integer.parseInt(path.replaceAll("\\D*(\\d+).*", "$1")));
        if (result == null) {
            send(exchange, 404, "{\"fejlkode\":\"UKENDT\"}");
        } else {
            ObjectNode answer = JSON.createObjectNode();
            answer.set("elementer", JSON.readTree(result).path("sager"));
            send(exchange, 200, answer.toString());
        }
    }

    private ObjectNode found(String number) {
        ObjectNode found = JSON.createObjectNode().put("noegle", number);
        if (hidden.contains(number)) {
            return found.put("fundet", true).put("tilgaengelig", false);
        }
        Integer id = citizens.get(number);
        found.put("fundet", id != null);
        if (id != null) {
            found.put("tilgaengelig", true).putObject("borger").put("id", id).put("navn", "X ");
        }
        return found;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** One person's result with a case, a grant and a caseworker. */
    static String result(int id) {
        return """
                {"id":%1$d,"resultat":"OK",
                 "forloeb":[{"id":9110,"navn":"free text","niveau":"GRUND","status":"ACTIVE"}],
                 "sager":[{"sagsnummer":"27.36.12-2025-%1$d","kle":"27.36.12","status":"AFGJORT","foelsomhed":3,
                   "oprettet":"2025-05-31T22:00:00.000+0000","afsluttet":null,"enhed":"Myndighed Voksen","behandlerId":310}],
                 "indsatser":[{"id":77001,"navn":"says too much","paragraf":{"lov":"SEL","sektion":"§ 85","kle":"27.36.12"},
                   "tilstand":"BESTILT","leverandoer":{"navn":"Bostøtten Fjordsted"},"start":"2025-06-15T00:00:00.000+0000",
                   "slut":null,"omfang":{"antal":1.5,"pr":"UGE","minutter":90},"maalgruppe":"health"}],
                 "kalender":null,
                 "ansvarlige":[{"medarbejderId":310,"navn":"Bente Friis","titel":"Rådgiver","telefon":"99 00 33 10",
                   "enhed":"Myndighed Voksen","rolle":"PRIMAER","til":null,"nyt":{"felt":[1,2]}}]}
                """.formatted(id);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
