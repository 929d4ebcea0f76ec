package dk.samblik.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** A municipality's login: a real OpenID Connect provider with a server, a port and a cookie of its own. */
final class TestProvider implements AutoCloseable {

    static final String PASSWORD = "kun hos udbyderen";
    static final String SUBSTANTIAL = "https://data.gov.dk/concept/core/nsis/loa/Substantial";
    static final String LOW = "https://data.gov.dk/concept/core/nsis/loa/Low";
    static final String ANSWER_TO = "https://samblik.example/log-paa/kommune/svar";
    private static final String CLIENT = "samblik-hub";
    private static final String SECRET = "mellem hubben og udbyderen";

    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<String, Instant> shown = new ConcurrentHashMap<>();
    private final int port;
    private volatile String secret = SECRET;
    private @Nullable ConfigurableApplicationContext server;

    private TestProvider(int port) {
        this.port = port;
    }

    /** Somebody with a login, and what it says of them. */
    record Person(
            String subject,
            String name,
            List<String> roles,
            List<String> areas,
            @Nullable String acr) {}

    /** A provider that is down, at an address that is known. */
    static TestProvider down() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new TestProvider(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestProvider up() {
        server = new SpringApplicationBuilder(Server.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("provider", this))
                .properties(
                        "spring.config.name=provider-of-the-test",
                        "spring.main.banner-mode=off",
                        "server.address=127.0.0.1",
                        "server.port=" + port,
                        "server.servlet.session.cookie.name=udbyder")
                .run();
        return this;
    }

    TestProvider knows(Person person) {
        people.put(person.subject(), person);
        return this;
    }

    /** From now on this one showed who it is at this moment, whenever it signs in, as a provider does that asks only once. */
    void remembers(String subject, Instant moment) {
        shown.put(subject, moment);
    }

    /** From now on the hub is known by another secret. */
    void renewsSecret() {
        secret = "en anden " + SECRET;
    }

    /** And by the one that the hub has. */
    void takesSecretBack() {
        secret = SECRET;
    }

    /** Asks again at every sign-in. */
    void asksAgain() {
        shown.clear();
    }

    int port() {
        return port;
    }

    String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** What a hub must be told to let people in by this provider. */
    Map<String, String> settings() {
        Map<String, String> settings = new ConcurrentHashMap<>();
        settings.put("issuer", issuer());
        settings.put("authorization-endpoint", issuer() + "/oauth2/authorize");
        settings.put("token-endpoint", issuer() + "/oauth2/token");
        settings.put("keys-endpoint", issuer() + "/oauth2/jwks");
        settings.put("end-session-endpoint", issuer() + "/connect/logout");
        settings.put("client-id", CLIENT);
        settings.put("client-secret", SECRET);
        settings.put("redirect-uri", ANSWER_TO);
        settings.put("audience", CLIENT);
        settings.put("algorithms", "RS256");
        settings.put("assurance", SUBSTANTIAL);
        settings.put("roles.TEAM", "samblik-team");
        settings.put("roles.COORDINATOR", "samblik-tovholder");
        settings.put("roles.IT", "samblik-drift");
        settings.put("areas-claim", "areas");
        return settings;
    }

    /** Signs somebody in from the hub's own page on, as a browser is led; the hub's last answer. */
    java.net.http.HttpResponse<String> signIn(Browser hub, String subject) {
        Browser here = new Browser(port);
        String question = to(hub.get("/log-paa/kommune"));
        here.get(question);
        String back = to(here.post("/login", Map.of("username", subject, "password", PASSWORD)));
        return hub.get(to(here.get(back)));
    }

    /** Where an answer leads, without the host. */
    static String to(java.net.http.HttpResponse<String> answer) {
        URI location = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return location.getRawPath() + (location.getRawQuery() == null ? "" : "?" + location.getRawQuery());
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }

    /** The provider's own server; no bean of the hub's. */
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static final class Server {

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) throws Exception {
            var protocol = OAuth2AuthorizationServerConfigurer.authorizationServer();
            return http.securityMatcher(protocol.getEndpointsMatcher())
                    .with(protocol, server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .exceptionHandling(
                            ask -> ask.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain login(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(all -> all.requestMatchers(HttpMethod.GET, "/error")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .csrf(AbstractHttpConfigurer::disable)
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService users(TestProvider provider) {
            return subject -> {
                if (!provider.people.containsKey(subject)) {
                    throw new UsernameNotFoundException("unknown");
                }
                return User.withUsername(subject)
                        .password("{noop}" + PASSWORD)
                        .authorities(new String[0])
                        .build();
            };
        }

        @Bean
        RegisteredClientRepository clients(TestProvider provider) {
            RegisteredClientRepository first = new InMemoryRegisteredClientRepository(client(SECRET));
            return new RegisteredClientRepository() {
                @Override
                public void save(RegisteredClient client) {
                    first.save(client);
                }

                @Override
                public RegisteredClient findById(String id) {
                    return first.findById(id) == null ? null : client(provider.secret);
                }

                @Override
                public RegisteredClient findByClientId(String id) {
                    return first.findByClientId(id) == null ? null : client(provider.secret);
                }
            };
        }

        private static RegisteredClient client(String secret) {
            return RegisteredClient.withId(CLIENT)
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + secret)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(ANSWER_TO)
                    .postLogoutRedirectUri("https://samblik.example/log-paa?af")
                    .scope(OidcScopes.OPENID)
                    .scope(OidcScopes.PROFILE)
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .requireAuthorizationConsent(false)
                            .build())
                    .build();
        }

        @Bean
        AuthorizationServerSettings address(TestProvider provider) {
            return AuthorizationServerSettings.builder()
                    .issuer(provider.issuer())
                    .build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws JOSEException {
            RSAKey key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(TestProvider provider) {
            return token -> {
                if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                    Person person = provider.people.get(token.getPrincipal().getName());
                    token.getClaims().claims(claims -> {
                        claims.put("name", person.name());
                        claims.put("roles", person.roles());
                        claims.put("areas", person.areas());
                        Instant remembered = provider.shown.get(person.subject());
                        if (remembered != null) {
                            claims.put("auth_time", remembered.getEpochSecond());
                        }
                        if (person.acr() != null) {
                            claims.put("acr", person.acr());
                        }
                    });
                }
            };
        }
    }
}
