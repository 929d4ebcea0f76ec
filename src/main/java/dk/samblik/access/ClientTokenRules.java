package dk.samblik.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a system's token must say beside a good signature: by whom, for us, begun, not over, and not good for too long. */
record ClientTokenRules(String issuer, String audience, Duration skew, Duration longest, Clock clock)
        implements OAuth2TokenValidator<Jwt> {

    /** What the header may call it; a token for another use, such as a sign-out, says so there. */
    private static final Set<String> KINDS = Set.of("JWT", "AT+JWT", "APPLICATION/AT+JWT");

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        List<OAuth2Error> broken = new ArrayList<>();
        Instant now = clock.instant();
        Object kind = token.getHeaders().get("typ");
        refuse(kind != null && !KINDS.contains(kind.toString().toUpperCase(Locale.ROOT)), "typ", broken);
        refuse(!issuer.equals(token.getClaims().get("iss") + ""), "iss", broken);
        refuse(token.getAudience() == null || !token.getAudience().contains(audience), "aud", broken);
        refuse(token.getClaims().containsKey("nonce"), "id_token", broken);
        Instant until = token.getExpiresAt();
        refuse(until == null || !until.plus(skew).isAfter(now), "exp", broken);
        refuse(ahead(token.getNotBefore(), now) || ahead(token.getIssuedAt(), now), "nbf", broken);
        Instant since = token.getIssuedAt();
        refuse(
                since == null
                        || until == null
                        || until.isAfter(since.plus(longest).plus(skew)),
                "iat",
                broken);
        return broken.isEmpty() ? OAuth2TokenValidatorResult.success() : OAuth2TokenValidatorResult.failure(broken);
    }

    private boolean ahead(@Nullable Instant moment, Instant now) {
        return moment != null && moment.isAfter(now.plus(skew));
    }

    private static void refuse(boolean wrong, String claim, List<OAuth2Error> broken) {
        if (wrong) {
            broken.add(new OAuth2Error("invalid_token", claim, null));
        }
    }
}
