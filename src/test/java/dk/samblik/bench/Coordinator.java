package dk.samblik.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody of a team, signed in: opens household pages and asks for refreshes as a browser does. */
final class Coordinator {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int SEE_OTHER = 303;

    private final HttpClient client;
    private final String base;
    private String cookie = "";
    private String token = "";

    private Coordinator(HttpClient client, int port) {
        this.client = client;
        this.base = "http://127.0.0.1:" + port;
    }

    /** One for each area, by its name, all in one pool of connections. */
    static Map<String, Coordinator> signedIn(Resident hub) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Map<String, Coordinator> byArea = new HashMap<>();
        hub.owner()
                .sql("select area, subject from staff where role = 'COORDINATOR'")
                .query(row -> {
                    Coordinator coordinator = new Coordinator(client, hub.port());
                    coordinator.signIn(row.getString(2));
                    byArea.put(row.getString(1), coordinator);
                });
        return byArea;
    }

    private void signIn(String subject) {
        token = tokenOf(send(request("/log-paa").GET()).body());
        HttpResponse<String> answer = post("/log-paa", Map.of("username", subject, "password", HubProcess.PASSWORD));
        if (answer.statusCode() / 100 != 3) {
            throw new IllegalStateException("nobody was let in: " + answer.statusCode());
        }
        token = tokenOf(send(request("/").GET()).body());
    }

    private static String tokenOf(String page) {
        Matcher found = TOKEN.matcher(page);
        return found.find() ? found.group(1) : "";
    }

    /** Opens a household's page; the status when all of it has come. */
    CompletableFuture<Integer> open(UUID household) {
        return client.sendAsync(request("/husstande/" + household).GET().build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::statusCode);
    }

    /** Asks for a household anew; the run that does it. */
    UUID refresh(UUID household) {
        HttpResponse<String> answer = post("/husstande/" + household + "/hent", Map.of("igen", "ja"));
        if (answer.statusCode() != SEE_OTHER) {
            throw new IllegalStateException("a refresh was refused: " + answer.statusCode());
        }
        String location = answer.headers().firstValue("Location").orElseThrow();
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        Map<String, String> all = new HashMap<>(form);
        all.put("_csrf", token);
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
