package dk.samblik.campaign.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at the hub's pages: follows every link from the first page on and keeps every answer, head and body, in a folder. */
final class Crawl {

    private static final Pattern LINK = Pattern.compile("(?:href|hx-get|sse-connect)=\"(/[^\"#]*)");
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final List<String> NOT_FOLLOWED = List.of("/vendor/", "/assets/", "/log-af");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final HubProcess hub;
    private final Path kept;
    private int pages;

    private Crawl(HubProcess hub, Path kept) {
        this.hub = hub;
        this.kept = kept;
    }

    /** Walks as this subject, or as nobody ("") and returns how many answers there were. */
    static int as(String subject, HubProcess hub, Path folder) throws IOException {
        Path kept = folder.resolve(subject.isEmpty() ? "nobody" : subject);
        Files.createDirectories(kept);
        Crawl crawl = new Crawl(hub, kept);
        if (!subject.isEmpty()) {
            crawl.signIn(subject);
        }
        crawl.walk();
        return crawl.pages;
    }

    /** Asks for what the operations port may tell. */
    static int operations(HubProcess hub, Path kept) throws IOException {
        Files.createDirectories(kept);
        Crawl crawl = new Crawl(hub, kept);
        for (String name : List.of(
                "",
                "/health",
                "/health/liveness",
                "/health/readiness",
                "/prometheus",
                "/metrics",
                "/env",
                "/beans",
                "/configprops",
                "/heapdump",
                "/threaddump",
                "/loggers",
                "/mappings",
                "/quartz",
                "/httpexchanges")) {
            crawl.send(HttpRequest.newBuilder(hub.operations("/actuator" + name)));
        }
        return crawl.pages;
    }

    private void signIn(String subject) {
        String page = send(HttpRequest.newBuilder(hub.page("/log-paa"))).body();
        Matcher hidden = HIDDEN.matcher(page);
        StringBuilder form = new StringBuilder("username=" + subject);
        Set<String> seen = new HashSet<>();
        while (hidden.find()) {
            if (seen.add(hidden.group(1))) {
                form.append('&').append(hidden.group(1)).append('=');
                form.append(URLEncoder.encode(hidden.group(2), StandardCharsets.UTF_8));
            }
        }
        HttpResponse<String> answer = send(HttpRequest.newBuilder(hub.page("/log-paa"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
        if (!answer.headers().firstValue("Location").orElse("log-paa").contains("log-paa")) {
            return;
        }
        throw new IllegalStateException(subject + " was not let in");
    }

    private void walk() {
        Deque<String> ahead = new ArrayDeque<>(List.of("/", "/drift", "/drift/koersler/ny", "/log-paa", "/error"));
        Set<String> seen = new HashSet<>(ahead);
        while (!ahead.isEmpty()) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(hub.page(ahead.poll())));
            Matcher link = LINK.matcher(answer.body());
            while (link.find()) {
                String path = link.group(1).replace("&amp;", "&");
                if (NOT_FOLLOWED.stream().noneMatch(path::startsWith) && seen.add(path)) {
                    ahead.add(path);
                }
            }
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpRequest asked = request.build();
            HttpResponse<String> answer = client.send(asked, HttpResponse.BodyHandlers.ofString());
            keep(asked.uri(), answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(URI asked, HttpResponse<String> answer) throws IOException {
        StringBuilder text = new StringBuilder(asked.getPath() + " " + answer.statusCode() + "\n");
        for (Map.Entry<String, List<String>> header : answer.headers().map().entrySet()) {
            text.append(header.getKey()).append(": ").append(header.getValue()).append('\n');
        }
        Files.writeString(kept.resolve("answer-" + pages++ + ".txt"), text.append(answer.body()));
    }
}
