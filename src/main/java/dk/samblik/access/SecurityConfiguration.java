package dk.samblik.access;

import static org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive.CACHE;
import static org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive.COOKIES;
import static org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive.STORAGE;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Who may call what. What is not named here is denied, also pages that do not exist. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityConfiguration {

    private static final int SESSIONS_AT_ONCE = 2;
    private static final Duration LONGEST = Duration.ofHours(10);

    static final String[] FOR_ANYBODY = {SignIn.PAGE, "/sprog", "/error", "/vendor/**", "/assets/**"};
    static final String[] FOR_TEAMS = {SignIn.HOME, "/husstande/**", "/hentninger/**"};
    static final String[] FOR_OPERATIONS = {"/drift", "/drift/**"};

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    /** Tells the registry of sessions that ended. */
    @Bean
    HttpSessionEventPublisher httpSessionEventPublisher() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            CurrentViewer viewers,
            SessionRegistry sessions,
            ObjectProvider<UserDetailsService> users)
            throws Exception {
        return http.authorizeHttpRequests(requests -> rights(requests, viewers))
                .authenticationManager(SignIn.by(users))
                .formLogin(login -> login.loginPage(SignIn.PAGE)
                        .failureUrl(SignIn.FAILED)
                        .successHandler((request, response, who) -> SignIn.welcome(viewers, request, response, who)))
                .logout(logout -> logout.logoutUrl(SignIn.OUT)
                        .logoutSuccessUrl(SignIn.SIGNED_OUT)
                        .addLogoutHandler(
                                new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(CACHE, COOKIES, STORAGE))))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(SignIn::ask)
                        .accessDeniedHandler(
                                (request, response, denied) -> SignIn.turnAway(viewers, request, response, denied)))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .sessionManagement(session -> session.maximumSessions(SESSIONS_AT_ONCE)
                        .expiredUrl(SignIn.PAGE)
                        .sessionRegistry(sessions))
                .addFilterBefore(new LongestSession(LONGEST, Clock.systemUTC()), SecurityContextHolderFilter.class)
                .headers(SafeHeaders::write)
                .build();
    }

    /** Error pages and the rest of an answer that began are part of a request that was let through. */
    private static void rights(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            CurrentViewer viewers) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(FOR_ANYBODY)
                .permitAll()
                .requestMatchers(EndpointRequest.to("health", "prometheus"))
                .permitAll()
                .requestMatchers(FOR_TEAMS)
                .access(new StaffGate(viewers, Viewer::inTeam))
                .requestMatchers(FOR_OPERATIONS)
                .access(new StaffGate(viewers, viewer -> viewer.role() == Viewer.Role.IT))
                .anyRequest()
                .denyAll();
    }
}
