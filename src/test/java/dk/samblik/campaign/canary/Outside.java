package dk.samblik.campaign.canary;

import dk.samblik.api.Provider;
import dk.samblik.api.Receiver;
import dk.samblik.campaign.canary.Kept.Answer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lies outside the hub: systems that ask it, one that it tells unasked, and a collector of spans. */
final class Outside implements AutoCloseable {

    /** A system of the authority's own in every area, one of a housing association, and one in a single area. */
    static final String OWN = "fagsystem";

    static final String TENANCY = "boligsystem";
    static final String ONE_AREA = "omraadesystem";
    static final String OPERATIONS = "driftssystem";

    /** The authority's name where no setting says another; the town's staff are not its own, so the desk stays closed. */
    private static final String AUTHORITY = "Eksempel Kommune";

    /** The association whose system one of them is. */
    static final String ASSOCIATION = "Fjordsted Boligforening";

    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    private final Provider provider = new Provider();
    private final Receiver receiver = new Receiver();
    private final Collector collector = new Collector();

    /** What the hub must be told of all this; the first of the areas is the one that a system is in alone. */
    Map<String, String> settings(List<String> areas) {
        Map<String, Object> settings = new HashMap<>(provider.settings());
        settings.putAll(receiver.settings(OWN, Receiver.NEW));
        settings.put("samblik.telemetry.traces", collector.address());
        client(settings, OWN, "TEAM", AUTHORITY, String.join(",", areas), "households.read,runs.write");
        client(settings, TENANCY, "TEAM", ASSOCIATION, String.join(",", areas), "households.read");
        client(settings, ONE_AREA, "TEAM", AUTHORITY, areas.get(0), "households.read,runs.write");
        client(settings, OPERATIONS, "IT", AUTHORITY, "", "ops.read");
        Map<String, String> written = new HashMap<>();
        settings.forEach((key, value) -> written.put(key, value.toString()));
        return written;
    }

    private static void client(
            Map<String, Object> settings, String id, String role, String whose, String areas, String scopes) {
        String key = "samblik.api.clients." + id + ".";
        settings.put(key + "name", "System " + id);
        settings.put(key + "client-id", id);
        settings.put(key + "role", role);
        settings.put(key + "organisation", whose);
        settings.put(key + "areas", areas);
        settings.put(key + "scopes", scopes);
    }

    /**
     * Each system reads its list and every household there is, has the first refreshed and follows that, and sends bodies that
     * cannot be read and hold {@code spilt}; returns how many answers there were.
     */
    int walk(HubProcess hub, List<UUID> households, String spilt, Path home, String walk) {
        int answers = 0;
        for (String system : List.of(OWN, TENANCY, ONE_AREA, OPERATIONS)) {
            answers += new Caller(hub, system, new Kept(HttpClient.newHttpClient(), home, walk, system))
                    .walk(households, spilt);
        }
        return answers;
    }

    /** One system that calls the interface. */
    private final class Caller {

        private final HubProcess hub;
        private final String token;
        private final Kept kept;

        private Caller(HubProcess hub, String name, Kept kept) {
            this.hub = hub;
            this.token = provider.token(name, "households.read runs.write ops.read");
            this.kept = kept;
        }

        private int walk(List<UUID> households, String spilt) {
            list();
            for (UUID household : households) {
                for (String part : List.of("", "?version=1", "/consents", "/coordinator")) {
                    asks("GET", "/households/" + household + part, "");
                }
                asks("POST", "/households/" + household + "/withdrawals", "{\"member\": \"" + spilt);
                asks("PUT", "/households/" + household + "/coordinator", "{\"" + spilt + "\": 1}");
            }
            Answer refresh = asks("POST", "/households/" + households.get(0) + "/refreshes", "{}");
            if (!refresh.location().isEmpty()) {
                String run = refresh.location().replace("/api/v1", "");
                asks("GET", run + "/events", "");
                asks("GET", run, "");
            }
            asks("GET", "/runs", "");
            asks("GET", "/households/none", "");
            return kept.answers();
        }

        private void list() {
            Answer page = asks("GET", "/households?limit=2", "");
            for (Matcher next = NEXT.matcher(page.body()); next.find(); next = NEXT.matcher(page.body())) {
                page = asks("GET", "/households?limit=2&after=" + next.group(1), "");
            }
        }

        private Answer asks(String method, String path, String body) {
            return kept.send(HttpRequest.newBuilder(hub.page("/api/v1" + path))
                    .header("Authorization", "Bearer " + token)
                    .header("Samblik-Purpose", "case-work")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("If-Match", "\"none\"")
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body)));
        }
    }

    /** Writes down every webhook that came, head and body, and every batch of spans. */
    void keepTold(Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("answers/told"));
        int number = 0;
        for (Receiver.Message message : receiver.all()) {
            Files.writeString(folder.resolve("webhook-" + number++), message.head() + "\n" + message.body());
        }
        for (byte[] batch : collector.batches()) {
            Files.write(folder.resolve("spans-" + number++), batch);
        }
    }

    /** Whether a webhook of this kind came. */
    boolean told(String kind) {
        return receiver.all().stream().anyMatch(message -> message.body().contains("\"" + kind + "\""));
    }

    /** What the collector was sent, as the characters of its bytes. */
    String traced() {
        return collector.text();
    }

    @Override
    public void close() {
        provider.close();
        receiver.close();
        collector.close();
    }
}
