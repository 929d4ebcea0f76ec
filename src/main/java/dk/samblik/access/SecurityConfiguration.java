package dk.samblik.access;

import dk.samblik.household.CivilClock;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** How people come in, and who is let through: by what each handler declares ({@link OpenTo}), and to nothing else. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityConfiguration {

    private static final int SESSIONS_AT_ONCE = 2;
    private static final Duration IDLE = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(10);

    /** Also where a proxy ends the encryption, so not by the library's writer, which asks for it at this hub. */
    private static final StaticHeadersWriter FORGET =
            new StaticHeadersWriter("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");

    /** What no handler of ours answers: files, and the server's own page of an error. */
    static final String[] FILES = {"/vendor/**", "/assets/**", "/error"};

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    /** Tells the registry of sessions that ended. */
    @Bean
    HttpSessionEventPublisher httpSessionEventPublisher() {
        return new HttpSessionEventPublisher();
    }

    /** A list only where somebody brings one, as the demo does; else the municipality's login, whole, or no start. */
    @Bean
    WayIn wayIn(
            ObjectProvider<UserDetailsService> list,
            SignInSettings settings,
            CurrentViewer viewers,
            FreshSignIn fresh,
            SessionRegistry sessions) {
        UserDetailsService users = list.getIfAvailable();
        return users == null
                ? new ProviderSignIn(settings, viewers, fresh, sessions)
                : new ListSignIn(users, viewers, fresh);
    }

    /** One reader of ID tokens for the hub's life, so that the provider's keys are not fetched for every sign-in. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(SignInSettings settings, CivilClock clock) {
        Map<String, JwtDecoder> known = new ConcurrentHashMap<>();
        return client ->
                known.computeIfAbsent(client.getRegistrationId(), name -> Provider.decoder(client, settings, clock));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> safeHeaders(WayIn wayIn) {
        return server -> server.addEngineValves(new SafeHeaders(wayIn));
    }

    @Bean
    Handlers handlers(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        return new Handlers(mapping);
    }

    @Bean
    TurnedAway turnedAway(CurrentViewer viewers, Handlers handlers, Refusals refusals) {
        return new TurnedAway(viewers, handlers, refusals);
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http, WayIn wayIn, TurnedAway turnedAway, SessionRegistry sessions, CivilClock clock)
            throws Exception {
        wayIn.open(http);
        HandlerGate gate = new HandlerGate(turnedAway.viewers(), turnedAway.handlers());
        return http.authorizeHttpRequests(requests -> rights(requests, gate))
                .csrf(csrf -> csrf.ignoringRequestMatchers(SecurityConfiguration::aReportOfTheBrowsers))
                .logout(logout -> logout.logoutUrl(SignIn.OUT)
                        .logoutSuccessHandler(wayIn.out())
                        .addLogoutHandler(new HeaderWriterLogoutHandler(FORGET)))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(SignIn::ask).accessDeniedHandler(turnedAway))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .sessionManagement(session -> session.maximumSessions(SESSIONS_AT_ONCE)
                        .expiredUrl(SignIn.PAGE)
                        .sessionRegistry(sessions))
                .addFilterBefore(
                        new SessionLimits(IDLE, LONGEST, clock.clock(), turnedAway.handlers()),
                        SecurityContextHolderFilter.class)
                .headers(headers -> SafeHeaders.write(headers, wayIn))
                .build();
    }

    /** The browser sends it, with no form of ours and so no token; it changes nothing that anybody could be made to change. */
    private static boolean aReportOfTheBrowsers(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.POST.name())
                && request.getServletPath().equals(PolicyReports.ADDRESS);
    }

    /** Error pages and the rest of an answer that began are part of a request that was let through. */
    private static void rights(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            HandlerGate gate) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(FILES)
                .permitAll()
                .requestMatchers(EndpointRequest.to("health", "info", "prometheus"))
                .permitAll()
                .anyRequest()
                .access(gate);
    }
}
