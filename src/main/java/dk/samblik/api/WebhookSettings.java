package dk.samblik.api;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Which systems are told that something happened, by the word that names each on the page of operations. */
@ConfigurationProperties("samblik")
record WebhookSettings(@DefaultValue Map<String, Endpoint> webhooks) {

    /** All that there is to be told of. */
    static final Set<String> EVENTS = Set.of(
            "view.published",
            "consent.given",
            "consent.withdrawn",
            "source.stale",
            "run.finished",
            "alarm.begun",
            "alarm.ended");

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String SECRET = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final int TWO = 2;

    /**
     * One system that is told.
     *
     * @param url where; https, except on this machine
     * @param secrets what messages are signed with, as {@code whsec_} and Base64 of 24 to 64 bytes; two while one is replaced
     * @param events what it is told of; {@code consent.withdrawn} must be among them, unless all are alarms
     */
    record Endpoint(
            @Nullable URI url,
            @DefaultValue List<String> secrets,
            @DefaultValue Set<String> events) {
        Endpoint {
            secrets = List.copyOf(secrets);
            events = Set.copyOf(events);
        }

        /** The address; checked at start. */
        URI address() {
            if (url == null) {
                throw new IllegalStateException("no address");
            }
            return url;
        }

        /** The keys that its messages are signed with. */
        List<byte[]> keys() {
            return secrets.stream().map(WebhookSettings::key).toList();
        }

        /** Without its secrets. */
        @Override
        public String toString() {
            return "Endpoint[" + events + "]";
        }
    }

    WebhookSettings {
        webhooks = Map.copyOf(webhooks);
        webhooks.forEach(WebhookSettings::check);
    }

    private static void check(String name, Endpoint endpoint) {
        String key = "samblik.webhooks." + name + ".";
        URI url = endpoint.url();
        boolean here = url != null
                && "http".equals(url.getScheme())
                && THIS_MACHINE.contains(String.valueOf(url.getHost()).toLowerCase(Locale.ROOT));
        refuse(url == null || !"https".equals(url.getScheme()) && !here, key + "url", "must begin with https://");
        refuse(url == null || url.getUserInfo() != null, key + "url", "must hold no user and no password");
        refuse(
                endpoint.secrets().isEmpty() || endpoint.secrets().size() > TWO,
                key + "secrets",
                "must hold one secret, or two while one is replaced");
        endpoint.secrets().forEach(secret -> {
            byte[] bytes = key(secret);
            refuse(
                    bytes.length < SHORTEST || bytes.length > LONGEST,
                    key + "secrets",
                    "must be whsec_ and Base64 of 24 to 64 random bytes each");
        });
        refuse(!EVENTS.containsAll(endpoint.events()), key + "events", "must be among " + EVENTS);
        refuse(
                !endpoint.events().contains("consent.withdrawn")
                        && !endpoint.events().stream().allMatch(event -> event.startsWith("alarm.")),
                key + "events",
                "must hold consent.withdrawn: whoever keeps something of ours must be told to let it go");
    }

    /** No bytes where it cannot be read. */
    private static byte[] key(String secret) {
        try {
            return secret.startsWith(SECRET)
                    ? Base64.getDecoder().decode(secret.substring(SECRET.length()))
                    : new byte[0];
        } catch (IllegalArgumentException unreadable) {
            return new byte[0];
        }
    }

    private static void refuse(boolean wrong, String key, String what) {
        if (wrong) {
            throw new IllegalStateException(key + " " + what + ".");
        }
    }
}
