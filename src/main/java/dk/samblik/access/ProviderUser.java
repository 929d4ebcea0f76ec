package dk.samblik.access;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Somebody the municipality's login vouches for. The same person is equal in every session, so that sessions are counted
 * and ended by person; of the ID token's claims only those that a sign-out needs are kept.
 */
final class ProviderUser implements OidcUser {

    private static final List<String> KEPT =
            List.of(IdTokenClaimNames.ISS, IdTokenClaimNames.SUB, IdTokenClaimNames.AUD, "sid");

    private final String key;
    private final String shownName;
    private final Granted granted;
    private final Instant shown;
    private final OidcIdToken idToken;

    private ProviderUser(String key, String shownName, Granted granted, Instant shown, OidcIdToken idToken) {
        this.key = key;
        this.shownName = shownName;
        this.granted = granted;
        this.shown = shown;
        this.idToken = idToken;
    }

    static ProviderUser of(OidcIdToken token, SignInSettings settings) {
        Map<String, Object> kept = new HashMap<>(token.getClaims());
        kept.keySet().retainAll(KEPT);
        return new ProviderUser(
                Staff.key(token.getClaimAsString(IdTokenClaimNames.ISS), token.getSubject()),
                Objects.requireNonNullElse(token.getFullName(), ""),
                Granted.by(token.getClaims(), settings),
                Objects.requireNonNullElse(token.getAuthenticatedAt(), Instant.EPOCH),
                new OidcIdToken(token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt(), kept));
    }

    Granted granted() {
        return granted;
    }

    /** The name as the login says it, empty where it says none. */
    String shownName() {
        return shownName;
    }

    /** When this one showed the provider who it is, as the provider says it; long ago where it does not. */
    Instant shown() {
        return shown;
    }

    @Override
    public String getName() {
        return key;
    }

    @Override
    public OidcIdToken getIdToken() {
        return idToken;
    }

    @Override
    public Map<String, Object> getClaims() {
        return idToken.getClaims();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return getClaims();
    }

    /** Nothing is asked of the provider but the ID token. */
    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    /** None: what somebody may do is looked up at every request. */
    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProviderUser user && user.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** No name and no token, wherever this may be printed. */
    @Override
    public String toString() {
        return "ProviderUser";
    }
}
