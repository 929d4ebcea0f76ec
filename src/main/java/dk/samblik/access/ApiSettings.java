package dk.samblik.access;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * The interface for other systems. Tokens come from the same provider as people's sign-in ({@code samblik.access.sign-in}:
 * issuer, keys, clock skew); what they are checked by beyond that has no default.
 *
 * @param enabled whether there is such an interface at all
 * @param audience who a token must be for; never the audience of people's sign-in
 * @param algorithms what a token may be signed with: asymmetric ones only
 * @param clientClaim the claim that says which client a token was given to
 * @param longestToken how long a token may be good for
 * @param refreshesPerMinute how often one client may have registers asked anew
 * @param clients who may call, by the word that names them in the access log
 */
@ConfigurationProperties("samblik.api")
public record ApiSettings(
        @DefaultValue("false") boolean enabled,
        @Nullable String audience,
        @DefaultValue List<String> algorithms,
        @DefaultValue("client_id") String clientClaim,
        @DefaultValue("60m") Duration longestToken,
        @DefaultValue("30") int refreshesPerMinute,
        @DefaultValue Map<String, Client> clients) {

    private static final String PREFIX = "samblik.api.";
    /** Who may call and sees no household, each with the one scope that opens what it sees. */
    private static final Map<Viewer.Role, ApiScope> OF_NOBODY = Map.of(
            Viewer.Role.IT, ApiScope.OPS_READ,
            Viewer.Role.LEADER, ApiScope.EFFECT_READ,
            Viewer.Role.EVALUATOR, ApiScope.EFFECT_READ);

    private static final Set<Viewer.Role> ROLES = Stream.concat(
                    OF_NOBODY.keySet().stream(), Stream.of(Viewer.Role.COORDINATOR, Viewer.Role.TEAM))
            .collect(Collectors.toUnmodifiableSet());

    /**
     * A system that may call, as the municipality and whoever runs it agreed. It sees what its role sees of the households of
     * its areas, and of that only what the scopes of both token and table open.
     *
     * @param name what it is called in the access log's pages
     * @param clientId how the provider names it
     * @param role the column of the matrix it stands in: COORDINATOR or TEAM; or IT, LEADER or EVALUATOR, which see nobody
     * @param organisation whose system it is; a TEAM of another organisation than the authority sees as the housing association does
     * @param areas the areas whose households it acts for
     * @param scopes what its tokens may be good for at most
     */
    public record Client(
            @Nullable String name,
            @Nullable String clientId,
            Viewer.@Nullable Role role,
            @Nullable String organisation,
            @DefaultValue Set<String> areas,
            @DefaultValue Set<ApiScope> scopes) {
        public Client {
            areas = Set.copyOf(areas);
            scopes = Set.copyOf(scopes);
        }
    }

    public ApiSettings {
        algorithms = List.copyOf(algorithms);
        clients = Map.copyOf(clients);
        refuse(refreshesPerMinute < 1, "refreshes-per-minute", "must be at least 1");
        refuse(longestToken.isNegative() || longestToken.isZero(), "longest-token", "must be above 0s");
    }

    /** Stops the start where something is missing that a token or its client is checked by. */
    void check(SignInSettings signIn) {
        String own = required(audience, "audience", "the aud of tokens for the interface");
        refuse(own.equals(signIn.audience()), "audience", "must be another than that of people's sign-in");
        SignInSettings.required(signIn.issuer(), "issuer", "the provider's issuer address, also of tokens of systems");
        SignInSettings.required(signIn.keysEndpoint(), "keys-endpoint", "the provider's public keys");
        signatures();
        refuse(clients.isEmpty(), "clients", "must name somebody who may call");
        clients.forEach(ApiSettings::check);
        refuse(
                clients.values().stream().map(Client::clientId).distinct().count() < clients.size(),
                "clients",
                "must not name one client twice");
    }

    private static void check(String id, Client client) {
        String key = "clients." + id + ".";
        required(client.name(), key + "name", "what the system is called");
        required(client.clientId(), key + "client-id", "how the provider names it");
        required(client.organisation(), key + "organisation", "whose system it is");
        refuse(!ROLES.contains(client.role()), key + "role", "must be COORDINATOR, TEAM, IT, LEADER or EVALUATOR");
        refuse(client.scopes().isEmpty(), key + "scopes", "must hold at least one scope");
        Optional<ApiScope> only = Optional.ofNullable(client.role()).map(OF_NOBODY::get);
        refuse(
                only.isPresent() != client.areas().isEmpty(),
                key + "areas",
                "must name areas for a team, and none for IT, LEADER and EVALUATOR");
        refuse(
                only.isEmpty() && !Collections.disjoint(client.scopes(), OF_NOBODY.values()),
                key + "scopes",
                "holds ops.read for IT and effect.read for LEADER and EVALUATOR, and for nobody else");
        only.ifPresent(one -> refuse(
                !client.scopes().equals(Set.of(one)),
                key + "scopes",
                "must hold nothing but " + one.word() + " for " + client.role()));
    }

    /** What a token may be signed with. */
    Set<SignatureAlgorithm> signatures() {
        required(String.join("", algorithms), "algorithms", "what the provider signs tokens with, such as [PS256]");
        return algorithms.stream()
                .map(name -> {
                    SignatureAlgorithm known = SignatureAlgorithm.from(name);
                    refuse(known == null, "algorithms", "holds one that is no signature by the provider's own key");
                    return known;
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String required(@Nullable String value, String key, String what) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(PREFIX + key + " is missing: set it to " + what + ".");
        }
        return value;
    }

    private static void refuse(boolean wrong, String key, String what) {
        if (wrong) {
            throw new IllegalStateException(PREFIX + key + " " + what + ".");
        }
    }
}
