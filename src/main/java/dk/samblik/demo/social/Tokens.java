package dk.samblik.demo.social;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Tokens of 300 seconds; with short tokens each works for five calls. */
final class Tokens {

    static final int SECONDS = 300;
    private static final int SHORT = 5;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(Instant until, AtomicInteger calls) {}

    String issue() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        tokens.put(token, new Token(clock.instant().plusSeconds(SECONDS), new AtomicInteger()));
        return token;
    }

    /** The error code for this header, or null if it opens the door. */
    @Nullable
    String refusal(@Nullable String header, SocialFault fault) {
        if (header == null || !header.startsWith("Bearer ")) {
            return "TOKEN_MANGLER";
        }
        Token token = tokens.get(header.substring("Bearer ".length()));
        boolean worn = token != null && token.calls().incrementAndGet() > SHORT && fault == SocialFault.SHORT_TOKENS;
        return token == null || worn || clock.instant().isAfter(token.until()) ? "TOKEN_UDLOEBET" : null;
    }

    void expireAll() {
        tokens.clear();
    }
}
