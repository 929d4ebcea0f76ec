package dk.samblik.campaign.canary;

import dk.samblik.campaign.canary.Kept.Answer;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at the hub's pages: follows every link from the first page on, searches, and keeps every answer. */
final class Crawl {

    private static final Pattern LINK = Pattern.compile("(?:href|hx-get|sse-connect)=\"(/[^\"#]*)");
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final List<String> NOT_FOLLOWED = List.of("/vendor/", "/assets/", "/log-af");

    private final HubProcess hub;
    private final Kept kept;

    private Crawl(HubProcess hub, Kept kept) {
        this.hub = hub;
        this.kept = kept;
    }

    private static Crawl of(HubProcess hub, Path home, String walk, String who) {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        return new Crawl(hub, new Kept(client, home, walk, who));
    }

    /** Walks as this subject, or as nobody (""), then searches for these words; returns how many answers there were. */
    static int as(String subject, List<String> sought, HubProcess hub, Path home, String walk) {
        Crawl crawl = in(subject, hub, home, walk);
        crawl.walk();
        sought.forEach(word -> crawl.post("/", "/", Map.of("sog", word)));
        return crawl.kept.answers();
    }

    /** Signed in as this subject, or nobody (""). */
    static Crawl in(String subject, HubProcess hub, Path home, String walk) {
        String who = subject.substring(subject.indexOf('#') + 1);
        Crawl crawl = of(hub, home, walk, who.isEmpty() ? "nobody" : who);
        if (!subject.isEmpty()) {
            crawl.signIn(subject);
        }
        return crawl;
    }

    /** Asks for what the operations port may tell. */
    static int operations(HubProcess hub, Path home, String walk) {
        Crawl crawl = of(hub, home, "answers/" + walk, "operations-port");
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
            crawl.kept.send(HttpRequest.newBuilder(hub.operations("/actuator" + name)));
        }
        return crawl.kept.answers();
    }

    private void signIn(String subject) {
        if (post("/log-paa", "/log-paa", Map.of("username", subject)).location().contains("log-paa")) {
            throw new IllegalStateException(subject + " was not let in");
        }
    }

    /** Sends the form of a page, with its hidden fields and what was typed. */
    Answer post(String page, String action, Map<String, String> typed) {
        StringJoiner form = new StringJoiner("&");
        typed.forEach((name, value) -> form.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        Matcher hidden = HIDDEN.matcher(get(page).body());
        Set<String> seen = new HashSet<>();
        while (hidden.find()) {
            if (seen.add(hidden.group(1))) {
                form.add(hidden.group(1) + "=" + URLEncoder.encode(hidden.group(2), StandardCharsets.UTF_8));
            }
        }
        return kept.send(HttpRequest.newBuilder(hub.page(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    Answer get(String path) {
        return kept.send(HttpRequest.newBuilder(hub.page(path)));
    }

    private void walk() {
        Deque<String> ahead = new ArrayDeque<>(List.of("/", "/drift", "/drift/koersler/ny", "/log-paa", "/error"));
        Set<String> seen = new HashSet<>(ahead);
        while (!ahead.isEmpty()) {
            Matcher link = LINK.matcher(get(ahead.poll()).body());
            while (link.find()) {
                String path = link.group(1).replace("&amp;", "&");
                if (NOT_FOLLOWED.stream().noneMatch(path::startsWith) && seen.add(path)) {
                    ahead.add(path);
                }
            }
        }
    }
}
