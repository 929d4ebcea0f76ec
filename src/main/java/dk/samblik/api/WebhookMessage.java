package dk.samblik.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What a system is told, as Standard Webhooks 1.0.0 has it: that something happened, never what. Whoever wants to know more
 * asks for it, with a token.
 *
 * @param timestamp when it happened
 */
record WebhookMessage(String type, Instant timestamp, Data data) {

    /** Which household, version, register, run or kind of alarm; left out where the event is not about one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            @Nullable UUID household,
            @Nullable Integer version,
            @Nullable String source,
            @Nullable UUID run,
            @Nullable String alarm) {}

    byte[] bytes(ObjectMapper json) {
        try {
            return json.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message could not be written");
        }
    }

    /** The header {@code webhook-signature}: one signature a key, with a space between. */
    static String signature(List<byte[]> keys, UUID id, long timestamp, byte[] body) {
        return keys.stream().map(key -> "v1," + sign(key, id, timestamp, body)).collect(Collectors.joining(" "));
    }

    private static String sign(byte[] key, UUID id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
