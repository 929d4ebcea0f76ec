package dk.samblik.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/**
 * What an ID token must say beside a good signature. The standard's own rules are the library's (OpenID Connect Core
 * 3.1.3.7); here is what it leaves open: whom exactly it is for, that it is fresh, and how surely the person was known.
 */
record IdTokenRules(
        String audience, String assuranceClaim, Set<String> enough, Duration skew, Duration oldest, Clock clock)
        implements OAuth2TokenValidator<Jwt> {

    static final String ASSURANCE = "samblik_assurance";
    static final String ISSUER = "samblik_issuer";
    static final String SUBJECT = "samblik_subject";
    static final String AUDIENCE = "samblik_audience";
    static final String STALE = "samblik_stale";
    static final String LONG_AGO = "samblik_authenticated_long_ago";

    /** An ID token comes straight from the provider: it is as old as the call that fetched it. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    /** Every rule, for the tokens of this client. */
    static OAuth2TokenValidator<Jwt> all(ClientRegistration client, SignInSettings settings, Clock clock) {
        OidcIdTokenValidator standard = new OidcIdTokenValidator(client);
        standard.setClockSkew(settings.clockSkew());
        standard.setClock(clock);
        JwtTimestampValidator times = new JwtTimestampValidator(settings.clockSkew());
        times.setClock(clock);
        IdTokenRules ours = new IdTokenRules(
                SignInSettings.required(settings.audience(), "audience", "the aud of the ID tokens"),
                settings.assuranceClaim(),
                settings.enough(),
                settings.clockSkew(),
                settings.oldestAuthentication(),
                clock);
        OAuth2TokenValidator<Jwt> every = new DelegatingOAuth2TokenValidator<>(standard, times, ours);
        String issuer = client.getProviderDetails().getIssuerUri();
        return token -> Objects.equals(token.getClaims().get(IdTokenClaimNames.ISS), issuer)
                ? every.validate(token)
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(ISSUER));
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        List<OAuth2Error> broken = new ArrayList<>();
        if (token.getSubject() == null || token.getSubject().isBlank()) {
            broken.add(new OAuth2Error(SUBJECT));
        }
        if (token.getAudience() == null || !token.getAudience().contains(audience)) {
            broken.add(new OAuth2Error(AUDIENCE));
        }
        if (!(token.getClaims().get(assuranceClaim) instanceof String level && enough.contains(level))) {
            broken.add(new OAuth2Error(ASSURANCE));
        }
        if (!within(token.getIssuedAt(), FRESH)) {
            broken.add(new OAuth2Error(STALE));
        }
        if (!(token.getClaims().get(IdTokenClaimNames.AUTH_TIME) instanceof Number shown
                && within(Instant.ofEpochSecond(shown.longValue()), oldest))) {
            broken.add(new OAuth2Error(LONG_AGO));
        }
        return OAuth2TokenValidatorResult.failure(broken);
    }

    /** Whether an instant is known, not ahead of us, and not longer ago than this. */
    private boolean within(@Nullable Instant moment, Duration age) {
        Instant now = clock.instant();
        return moment != null
                && !moment.isAfter(now.plus(skew))
                && !moment.isBefore(now.minus(age).minus(skew));
    }
}
