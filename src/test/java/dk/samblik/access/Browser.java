package dk.samblik.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One browser: keeps the session cookie, also a Secure one over plain HTTP, and follows no redirect. */
public final class Browser {

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private @Nullable String cookie;

    public Browser(int port) {
        this.port = port;
    }

    /** The session cookie as the browser sends it; empty before there is one. */
    String cookie() {
        return cookie == null ? "" : cookie;
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path).GET();
        for (int at = 0; at < headers.length; at += 2) {
            request.setHeader(headers[at], headers[at + 1]);
        }
        return send(request);
    }

    /** The status of an answer whose body may go on for long; it is left after the head. */
    int begin(String path) {
        try {
            HttpResponse<InputStream> answer =
                    client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a body of this kind, with nothing of a form. */
    HttpResponse<String> report(String path, String kind, String body) {
        return send(request(path).header("Content-Type", kind).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> signIn(String subject, String password) {
        String token = get("/log-paa").body();
        return post("/log-paa", Map.of("username", subject, "password", password, "_csrf", token));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
