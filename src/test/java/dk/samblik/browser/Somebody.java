package dk.samblik.browser;

import dk.samblik.access.Viewer.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One principal with a session of their own, who asks for pages without a browser and with the token of their forms. */
final class Somebody {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");

    /** The time, and whether the connection has now carried its hundred requests. */
    private static final Set<String> OF_THE_MOMENT = Set.of("date", "connection", "keep-alive");

    /** Enough for every handler to be asked; {@code revision} is of no draft, so that nothing is kept. */
    private static final String FORM = "lang=da&revision=-1";

    private final String name;
    private final Optional<Set<Role>> held;
    private final String origin;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token = "";

    /** {@code held}: absent for who is not signed in, empty for who has no role (any more). */
    Somebody(String name, Optional<Set<Role>> held, String origin) {
        this.name = name;
        this.held = held;
        this.origin = origin;
    }

    String name() {
        return name;
    }

    Optional<Set<Role>> held() {
        return held;
    }

    /** An answer, without what is new in every answer. */
    record Answer(int status, Map<String, List<String>> headers, String body) {

        /** What must be alike where nothing may be told apart. */
        String told() {
            return status + "\n" + headers + "\n" + body;
        }
    }

    Somebody comes() {
        Matcher found = TOKEN.matcher(ask("GET", "/log-paa").raw());
        if (found.find()) {
            token = found.group(1);
        }
        return this;
    }

    Somebody signsIn(String password) {
        comes();
        send(HttpRequest.newBuilder(URI.create(origin + "/log-paa"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + name + "&password=" + password + "&_csrf=" + token))
                .build());
        return comes();
    }

    Answer asks(String method, String path) {
        return told(ask(method, path));
    }

    /** The answer to a form that another site sends with this one's session, and without the token. */
    int forged(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(LONGEST)
                .header("Origin", "https://andetsteds.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(FORM))
                .build();
        return send(request).answer().statusCode();
    }

    private static Answer told(Raw raw) {
        Map<String, List<String>> headers = new TreeMap<>(raw.answer().headers().map());
        headers.keySet().removeIf(OF_THE_MOMENT::contains);
        String body = TOKEN.matcher(raw.raw()).replaceAll("name=\"_csrf\"");
        return new Answer(raw.answer().statusCode(), headers, body);
    }

    private record Raw(HttpResponse<InputStream> answer, String raw) {}

    private Raw ask(String method, String path) {
        boolean form = Set.of("POST", "PUT", "PATCH", "DELETE").contains(method);
        return send(request(path, "application/x-www-form-urlencoded")
                .method(method, form ? BodyPublishers.ofString(FORM) : BodyPublishers.noBody())
                .build());
    }

    private HttpRequest.Builder request(String path, String contentType) {
        return HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(LONGEST)
                .header("Accept", path.endsWith("/haendelser") ? "*/*" : "text/html")
                .header("Content-Type", contentType)
                .header("X-CSRF-TOKEN", token);
    }

    /** As a form of several parts, whose body is this text, well formed or not. */
    Answer sends(String path, String body) {
        return told(send(request(path, "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body))
                .build()));
    }

    /** A stream of events is not waited for. */
    private Raw send(HttpRequest request) {
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                boolean events = answer.headers()
                        .firstValue("Content-Type")
                        .filter(type -> type.startsWith("text/event-stream"))
                        .isPresent();
                return new Raw(answer, events ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The methods asked by: in the quick tier one of each kind, in the full one all seven. */
    static List<String> methods() {
        return "full".equals(System.getProperty("samblik.campaign"))
                ? List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
                : List.of("GET", "POST", "DELETE", "OPTIONS");
    }
}
