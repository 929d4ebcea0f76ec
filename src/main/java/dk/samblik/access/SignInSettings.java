package dk.samblik.access;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * The municipality's login, an OpenID Connect provider. Addresses are given one by one, never read from the provider at
 * start: the hub starts, and the night runs, while the provider is down. Nothing that a token is checked by has a default.
 *
 * @param issuer the {@code iss} of every ID token, letter by letter
 * @param audience who an ID token must be for; with most providers the client's id
 * @param algorithms what an ID token may be signed with: asymmetric ones only
 * @param assurance the values of the assurance claim that are enough
 * @param roles which values of the roles claim give which role of ours
 * @param areasClaim the claim with the areas somebody may follow; without it the teams alone say
 * @param clockSkew how far the provider's clock may be from ours, at most a minute
 * @param oldestAuthentication how long ago somebody may have shown the provider who it is
 */
@ConfigurationProperties("samblik.access.sign-in")
record SignInSettings(
        @Nullable String issuer,
        @Nullable URI authorizationEndpoint,
        @Nullable URI tokenEndpoint,
        @Nullable URI keysEndpoint,
        @Nullable URI endSessionEndpoint,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable URI redirectUri,
        @Nullable String audience,
        @DefaultValue List<String> algorithms,
        @DefaultValue("acr") String assuranceClaim,
        @DefaultValue List<String> assurance,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue Map<Viewer.Role, List<String>> roles,
        @Nullable String areasClaim,
        @DefaultValue("60s") Duration clockSkew,
        @DefaultValue("10h") Duration oldestAuthentication) {

    private static final String PREFIX = "samblik.access.sign-in.";
    private static final Duration MOST_SKEW = Duration.ofSeconds(60);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    SignInSettings {
        algorithms = List.copyOf(algorithms);
        assurance = List.copyOf(assurance);
        roles = Map.copyOf(roles);
        refuse(clockSkew.isNegative() || clockSkew.compareTo(MOST_SKEW) > 0, "clock-skew", "must be from 0s to 60s");
        refuse(
                oldestAuthentication.isNegative() || oldestAuthentication.isZero(),
                "oldest-authentication",
                "must be above 0s");
        refuse(
                roles.containsKey(Viewer.Role.HUB),
                "roles",
                "must not give anybody the role HUB, which is the hub's own");
    }

    /** The value of a setting without which nobody can sign in; where it is missing, says what to put there. */
    static String required(@Nullable String value, String key, String what) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(PREFIX + key + " is missing: set it to " + what + ".");
        }
        return value;
    }

    /** As for a text; plain HTTP is for this machine only. */
    static URI required(@Nullable URI value, String key, String what) {
        URI given = URI.create(required(value == null ? null : value.toString(), key, what));
        boolean here = THIS_MACHINE.contains(String.valueOf(given.getHost()).toLowerCase(Locale.ROOT));
        refuse(
                !"https".equals(given.getScheme()) && !("http".equals(given.getScheme()) && here),
                key,
                "must begin with https://");
        return given;
    }

    /** What an ID token may be signed with. */
    Set<SignatureAlgorithm> signatures() {
        required(String.join("", algorithms), "algorithms", "what the provider signs ID tokens with, such as [PS256]");
        return algorithms.stream().map(SignInSettings::signature).collect(Collectors.toUnmodifiableSet());
    }

    private static SignatureAlgorithm signature(String name) {
        SignatureAlgorithm known = SignatureAlgorithm.from(name);
        if (known == null) {
            throw new IllegalStateException(
                    PREFIX + "algorithms holds one that is none or no signature by the provider's"
                            + " own key: choose from RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384 and ES512.");
        }
        return known;
    }

    /** The levels of assurance that are enough; never none. */
    Set<String> enough() {
        required(
                String.join("", assurance),
                "assurance",
                "the list of levels that are enough, such as NSIS Substantial and High");
        return Set.copyOf(assurance);
    }

    /** Stops the start where something is missing that a token is checked by. */
    void check() {
        required(audience, "audience", "the aud of the ID tokens for this hub, with most providers the client's id");
        signatures();
        enough();
        required(
                String.join("", roles.keySet().stream().map(Enum::name).toList()),
                "roles",
                "the claim values that give each role, such as TEAM: [samblik-team]");
    }

    private static void refuse(boolean wrong, String key, String what) {
        if (wrong) {
            throw new IllegalStateException(PREFIX + key + " " + what + ".");
        }
    }
}
