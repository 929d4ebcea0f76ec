package dk.samblik.access;

import dk.samblik.household.CivilClock;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;

/**
 * How systems come in at {@code /api}: by a token of the provider at every request and by nothing else. No session is made
 * or read there, no cookie counts, and no token opens a page. Switched off, every address there is one that does not exist.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(ApiSettings.class)
class ApiSecurity {

    static final String ADDRESSES = "/api/**";

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            ApiSettings settings,
            SignInSettings signIn,
            WayIn wayIn,
            TurnedAway turnedAway,
            CivilClock clock)
            throws Exception {
        http.securityMatcher(ADDRESSES)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> SafeHeaders.write(headers, wayIn));
        if (!settings.enabled()) {
            return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                            .permitAll()
                            .anyRequest()
                            .denyAll())
                    .exceptionHandling(refused ->
                            refused.authenticationEntryPoint((request, response, nobody) -> response.sendError(404)))
                    .build();
        }
        settings.check(signIn);
        JwtDecoder decoder = decoder(settings, signIn, clock);
        ClientGate gate =
                new ClientGate(new HandlerGate(turnedAway.viewers(), turnedAway.handlers()), turnedAway.handlers());
        return http.oauth2ResourceServer(tokens -> read(tokens, decoder, settings))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .access(gate))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(ApiRefusal::ask)
                        .accessDeniedHandler(new ApiRefusal(turnedAway.handlers(), turnedAway.refusals())))
                .build();
    }

    private static void read(
            OAuth2ResourceServerConfigurer<HttpSecurity> tokens, JwtDecoder decoder, ApiSettings settings) {
        tokens.jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(token -> ClientToken.of(token, settings)))
                .authenticationEntryPoint(ApiRefusal::ask)
                .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                    @Override
                    public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                        filter.setAuthenticationFailureHandler(ApiRefusal::ask);
                        return filter;
                    }
                });
    }

    private static JwtDecoder decoder(ApiSettings settings, SignInSettings signIn, CivilClock clock) {
        URI keys = SignInSettings.required(signIn.keysEndpoint(), "keys-endpoint", "the provider's public keys");
        return Provider.decoder(
                keys,
                settings.signatures(),
                new ClientTokenRules(
                        String.valueOf(signIn.issuer()),
                        String.valueOf(settings.audience()),
                        signIn.clockSkew(),
                        settings.longestToken(),
                        clock.clock()));
    }
}
