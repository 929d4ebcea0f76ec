package dk.samblik.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.InMemoryOidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/**
 * Sign-in by the municipality's login: authorization code with PKCE, state and nonce. The hub keeps no token that opens
 * anything, and asks the provider for nothing but the ID token.
 */
final class ProviderSignIn implements WayIn {

    private final ClientRegistration client;
    private final ClientRegistrationRepository clients;
    private final SignInSettings settings;
    private final CurrentViewer viewers;
    private final FreshSignIn fresh;
    private final SessionRegistry sessions;
    private final OidcSessionRegistry providerSessions = new InMemoryOidcSessionRegistry();

    ProviderSignIn(SignInSettings settings, CurrentViewer viewers, FreshSignIn fresh, SessionRegistry sessions) {
        this.client = Provider.registration(settings);
        this.clients = new InMemoryClientRegistrationRepository(client);
        this.settings = settings;
        this.viewers = viewers;
        this.fresh = fresh;
        this.sessions = sessions;
    }

    @Override
    public void open(HttpSecurity http) throws Exception {
        http.oauth2Login(login -> login.clientRegistrationRepository(clients)
                        .authorizedClientRepository(new NoTokenKept())
                        .oidcSessionRegistry(providerSessions)
                        .loginPage(SignIn.PAGE)
                        .authorizationEndpoint(ask -> ask.authorizationRequestResolver(questions()))
                        .redirectionEndpoint(answer -> answer.baseUri(SignIn.ANSWER))
                        .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(Provider.tokens()))
                        .userInfoEndpoint(user ->
                                user.oidcUserService(signedIn -> ProviderUser.of(signedIn.getIdToken(), settings)))
                        .successHandler(
                                (request, response, who) -> SignIn.welcome(viewers, fresh, request, response, who))
                        .failureHandler(SignInFailure::answer))
                .oidcLogout(logout -> logout.clientRegistrationRepository(clients)
                        .oidcSessionRegistry(providerSessions)
                        .backChannel(told -> told.logoutHandler((request, response, who) -> end(who))));
    }

    /** One question at one address, with PKCE, the level and the age that the ID token is checked by. */
    private OAuth2AuthorizationRequestResolver questions() {
        var questions = new DefaultOAuth2AuthorizationRequestResolver(clients, SignIn.PAGE);
        questions.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce().andThen(this::more));
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                return request.getServletPath().equals(SignIn.ASK) ? again(questions.resolve(request), request) : null;
            }

            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String client) {
                return questions.resolve(request, client);
            }
        };
    }

    private void more(OAuth2AuthorizationRequest.Builder question) {
        question.additionalParameters(all -> {
            all.put("acr_values", String.join(" ", settings.assurance()));
            all.put("max_age", String.valueOf(settings.oldestAuthentication().toSeconds()));
        });
    }

    /** For somebody who must show once more who they are, the provider is asked not to answer from memory. */
    private @Nullable OAuth2AuthorizationRequest again(
            @Nullable OAuth2AuthorizationRequest question, HttpServletRequest request) {
        if (question == null || !fresh.isAsked(request)) {
            return question;
        }
        return OAuth2AuthorizationRequest.from(question)
                .additionalParameters(all -> {
                    all.put("prompt", "login");
                    all.put("max_age", String.valueOf(FreshSignIn.OLDEST.toSeconds()));
                })
                .build();
    }

    /** Ends the sessions that the provider says are over; each is refused at its next request. */
    private void end(@Nullable Authentication told) {
        if (told != null && told.getPrincipal() instanceof OidcLogoutToken token) {
            for (OidcSessionInformation over : providerSessions.removeSessionInformation(token)) {
                SessionInformation session = sessions.getSessionInformation(over.getSessionId());
                if (session != null) {
                    session.expireNow();
                }
            }
        }
    }

    /** To the provider's own sign-out where one is configured: on a shared machine the next one must not be let in. */
    @Override
    public LogoutSuccessHandler out() {
        var out = new OidcClientInitiatedLogoutSuccessHandler(clients);
        out.setDefaultTargetUrl(SignIn.SIGNED_OUT);
        out.setPostLogoutRedirectUri(client.getRedirectUri().replace(SignIn.ANSWER, SignIn.SIGNED_OUT));
        return out;
    }

    @Override
    public String formsLeadTo() {
        URI end = settings.endSessionEndpoint();
        return end == null ? "" : " " + end.getScheme() + "://" + end.getAuthority();
    }
}
