package dk.samblik.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody of the staff who is signed in and reads pages, without scripts. */
final class PageReader {

    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String origin;

    private PageReader(int port) {
        this.origin = "http://127.0.0.1:" + port;
    }

    /** What the hub answers: the status, and the page as text without entities. */
    record Page(int status, String text) {}

    static PageReader signedIn(int port, String subject) {
        PageReader reader = new PageReader(port);
        HttpResponse<String> answer = reader.submit("/log-paa", "/log-paa", Map.of("username", subject));
        if (answer.headers().firstValue("Location").orElse("/log-paa").contains("log-paa")) {
            throw new IllegalStateException(subject + " was not let in");
        }
        return reader;
    }

    Page open(String path) {
        return page(send(HttpRequest.newBuilder(URI.create(origin + path))));
    }

    /** Sends a form with what a page of ours carries hidden, as the browser would. */
    Page post(String from, String to) {
        return post(from, to, Map.of());
    }

    /** As the other, with these fields filled in. */
    Page post(String from, String to, Map<String, String> fields) {
        return page(submit(from, to, fields));
    }

    private static Page page(HttpResponse<String> answer) {
        String text = answer.body()
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        return new Page(answer.statusCode(), text);
    }

    private HttpResponse<String> submit(String from, String to, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        Matcher hidden = HIDDEN.matcher(
                send(HttpRequest.newBuilder(URI.create(origin + from))).body());
        while (hidden.find()) {
            form.putIfAbsent(hidden.group(1), hidden.group(2));
        }
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(origin + to))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
