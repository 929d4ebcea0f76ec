package dk.samblik.access;

import dk.samblik.household.CivilClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** The municipality's login as the hub calls it: never at start, never to another address than those configured. */
final class Provider {

    static final String NAME = "kommune";
    private static final String END_SESSION = "end_session_endpoint";

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private Provider() {}

    /** The hub as the provider knows it; refuses where something is missing, and says what. */
    static ClientRegistration registration(SignInSettings settings) {
        settings.check();
        URI redirect = SignInSettings.required(
                settings.redirectUri(), "redirect-uri", "this hub's address with the path " + SignIn.ANSWER);
        if (!redirect.getPath().endsWith(SignIn.ANSWER)) {
            throw new IllegalStateException("samblik.access.sign-in.redirect-uri must end in " + SignIn.ANSWER + ".");
        }
        URI end = settings.endSessionEndpoint();
        return ClientRegistration.withRegistrationId(NAME)
                .clientId(SignInSettings.required(settings.clientId(), "client-id", "the hub's name at the provider"))
                .clientSecret(SignInSettings.required(
                        settings.clientSecret(), "client-secret", "the secret the provider gave the hub"))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                .redirectUri(redirect.toString())
                .issuerUri(SignInSettings.required(settings.issuer(), "issuer", "the provider's issuer address"))
                .authorizationUri(endpoint(settings.authorizationEndpoint(), "authorization-endpoint"))
                .tokenUri(endpoint(settings.tokenEndpoint(), "token-endpoint"))
                .jwkSetUri(endpoint(settings.keysEndpoint(), "keys-endpoint"))
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(
                        end == null ? Map.of() : Map.of(END_SESSION, endpoint(end, "end-session-endpoint")))
                .build();
    }

    private static String endpoint(@Nullable URI address, String key) {
        return SignInSettings.required(address, key, "the provider's address for it, as its documentation says")
                .toString();
    }

    /** Reads an ID token by the provider's keys, the configured algorithms and every rule. */
    static JwtDecoder decoder(ClientRegistration client, SignInSettings settings, CivilClock clock) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        client.getProviderDetails().getJwkSetUri())
                .jwsAlgorithms(allowed -> allowed.addAll(settings.signatures()))
                .restOperations(new RestTemplate(calls()))
                .build();
        decoder.setJwtValidator(IdTokenRules.all(client, settings, clock.clock()));
        return decoder;
    }

    /** Reads a token of a system by the same provider's keys; whatever its header calls it is for the rules to judge. */
    static JwtDecoder decoder(URI keys, Set<SignatureAlgorithm> algorithms, OAuth2TokenValidator<Jwt> rules) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys.toString())
                .validateType(false)
                .jwsAlgorithms(allowed -> allowed.addAll(algorithms))
                .restOperations(new RestTemplate(calls()))
                .build();
        decoder.setJwtValidator(rules);
        return decoder;
    }

    /** Changes a code into tokens. */
    static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(calls())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.addAll(List.of(
                            new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()));
                })
                // RFC 6749, 5.2: the client is not known by this secret
                .defaultStatusHandler(HttpStatus.UNAUTHORIZED::equals, (request, answer) -> {
                    throw new OAuth2AuthorizationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT));
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    private static JdkClientHttpRequestFactory calls() {
        var calls = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build());
        calls.setReadTimeout(ANSWER);
        return calls;
    }
}
