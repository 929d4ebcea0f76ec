package dk.samblik.api;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Another system's end of a webhook, on a port of its own: it answers as it is told and keeps what came. */
public final class Receiver implements AutoCloseable {

    static final String OLD = secret('o');
    public static final String NEW = secret('n');

    private final HttpServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", call -> {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            messages.add(new Message(
                    call.getRequestHeaders().getFirst("webhook-id"),
                    call.getRequestHeaders().getFirst("webhook-timestamp"),
                    call.getRequestHeaders().getFirst("webhook-signature"),
                    body,
                    call.getRequestURI() + " " + Map.copyOf(call.getRequestHeaders()),
                    answer));
            call.sendResponseHeaders(answer, -1);
            call.close();
        });
        server.start();
    }

    /** A message as it came, its address and whole head beside it, and the answer it was given. */
    public record Message(String id, String timestamp, String signature, String body, String head, int answered) {

        /** Whether one of its signatures is made with this secret, as the standard says to check it. */
        boolean signedWith(String secret) {
            try {
                byte[] key = Base64.getDecoder().decode(secret.replace("whsec_", ""));
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                String good = "v1,"
                        + Base64.getEncoder()
                                .encodeToString(mac.doFinal(
                                        (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
                return Arrays.asList(signature.split(" ")).contains(good);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String secret(char of) {
        return "whsec_"
                + Base64.getEncoder()
                        .encodeToString(String.valueOf(of).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }

    /** Settings of a hub that tells it everything, under this word. */
    public Map<String, Object> settings(String name, String... secrets) {
        String key = "samblik.webhooks." + name + ".";
        return Map.of(
                key + "url",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/samblik",
                key + "secrets",
                String.join(",", secrets),
                key + "events",
                "view.published,consent.given,consent.withdrawn,source.stale,run.finished");
    }

    void answers(int status) {
        answer = status;
    }

    /** What came of this kind, in its order. */
    List<Message> of(String type) {
        return messages.stream()
                .filter(message -> message.body().contains("\"" + type + "\""))
                .toList();
    }

    public List<Message> all() {
        return List.copyOf(messages);
    }

    void forgets() {
        messages.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
