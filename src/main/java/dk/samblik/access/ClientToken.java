package dk.samblik.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** A system that showed a good token: who it is to the access log, and what token and table both let it do. */
final class ClientToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    /** Before the word of a client in the access log, where it can be no subject of a provider. */
    static final String PREFIX = "api:";

    private final transient Viewer viewer;
    private final Set<ApiScope> scopes;

    private ClientToken(Viewer viewer, Set<ApiScope> scopes) {
        super(List.of());
        this.viewer = viewer;
        this.scopes = Set.copyOf(scopes);
        setAuthenticated(true);
    }

    /** Refuses a token of somebody who is not configured, as one that is no token at all. */
    static ClientToken of(Jwt token, ApiSettings settings) {
        String claimed = String.valueOf(token.getClaims().get(settings.clientClaim()));
        Map.Entry<String, ApiSettings.Client> known = settings.clients().entrySet().stream()
                .filter(one -> claimed.equals(one.getValue().clientId()))
                .findFirst()
                .orElseThrow(() -> new InvalidBearerTokenException("no client of ours"));
        ApiSettings.Client client = known.getValue();
        Set<ApiScope> scopes = scopes(token);
        scopes.retainAll(client.scopes());
        return new ClientToken(viewer(known.getKey(), client), scopes);
    }

    private static Viewer viewer(String id, ApiSettings.Client client) {
        return new Viewer(
                PREFIX + id,
                String.valueOf(client.name()),
                Optional.ofNullable(client.role()).orElseThrow(),
                String.valueOf(client.organisation()),
                client.areas());
    }

    /** One text with spaces between, as the standard has it, or a list. */
    private static Set<ApiScope> scopes(Jwt token) {
        return Stream.of("scope", "scp")
                .map(claim -> token.getClaims().get(claim))
                .flatMap(ClientToken::words)
                .flatMap(word -> ApiScope.named(word).stream())
                .collect(Collectors.toSet());
    }

    private static Stream<String> words(@Nullable Object claim) {
        Collection<?> values = claim instanceof Collection<?> several
                ? several
                : claim instanceof String text ? List.of(text.split(" ")) : List.of();
        return values.stream().filter(String.class::isInstance).map(String.class::cast);
    }

    Viewer viewer() {
        return viewer;
    }

    boolean holds(ApiScope scope) {
        return scopes.contains(scope);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return viewer.subject();
    }
}
