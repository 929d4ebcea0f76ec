package dk.samblik.demo.social;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A status and a body. {@code retryAfter} in seconds, 0 for none. */
record Reply(int status, Map<String, @Nullable Object> body, int retryAfter) {

    static Reply ok(Map<String, @Nullable Object> body) {
        return new Reply(200, body, 0);
    }

    static Reply error(int status, String code) {
        return error(status, code, 0);
    }

    static Reply error(int status, String code, int retryAfter) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("fejlkode", code);
        body.put("korrelationsId", UUID.randomUUID().toString());
        return new Reply(status, body, retryAfter);
    }
}
