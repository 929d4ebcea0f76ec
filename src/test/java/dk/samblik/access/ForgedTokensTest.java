package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import dk.samblik.storage.TestDatabase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Forged, stale and misdirected ID tokens, given to the hub where it fetches them: nobody is let in by one. */
@SpringBootTest(
        classes = {TestHub.class, TestHub.Pages.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ForgedTokensTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Forger FORGER = new Forger();

    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());

    @LocalServerPort
    private int port;

    /** Makes a token for a sign-in with this nonce. */
    interface Forgery {
        String token(String nonce) throws JOSEException;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASE.settings().forEach((key, value) -> registry.add(key, () -> value));
        FORGER.settings().forEach((key, value) -> registry.add("samblik.access.sign-in." + key, () -> value));
    }

    @BeforeEach
    void maja() {
        for (String subject : List.of("maja", "")) {
            owner.sql("insert into staff (subject, name, role, organisation, team, area)"
                            + " values (?, 'N', 'TEAM', 'K', 'Nord', 'Nord')")
                    .param(FORGER.issuer() + "#" + subject)
                    .update();
        }
    }

    @AfterEach
    void nobody() {
        owner.sql("delete from staff").update();
    }

    @AfterAll
    static void gone() {
        FORGER.close();
    }

    private record Question(String state, String nonce) {}

    private static Question ask(Browser browser) {
        String question =
                browser.get("/log-paa/kommune").headers().firstValue("Location").orElseThrow();
        return new Question(Forger.parameter(question, "state"), Forger.parameter(question, "nonce"));
    }

    private static String answer(Browser browser, String state) {
        return browser.get("/log-paa/kommune/svar?code=c&state=" + state)
                .headers()
                .firstValue("Location")
                .orElse("no answer to go on with");
    }

    /** Where the hub leads somebody whom the provider answers with this token. */
    private static String signIn(Browser browser, Forgery forgery) throws JOSEException {
        Question question = ask(browser);
        FORGER.gives(forgery.token(question.nonce()));
        return answer(browser, question.state());
    }

    @Test
    void theTokenThatTheOthersDifferFromLetsInMaja() throws JOSEException {
        Browser browser = new Browser(port);

        assertThat(signIn(browser, nonce -> FORGER.signed(nonce, claims -> {}))).isEqualTo("/");
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }

    static Stream<Arguments> forged() {
        return Stream.of(
                forgery("no algorithm", nonce -> FORGER.handmade(nonce, "{\"alg\":\"none\"}", "")),
                forgery("no algorithm, written nOnE", nonce -> FORGER.handmade(nonce, "{\"alg\":\"nOnE\"}", "")),
                forgery("signature cut off", nonce -> cut(FORGER.signed(nonce, claims -> {}))),
                forgery(
                        "another key under the same id",
                        nonce -> FORGER.signed(
                                nonce, Forger.header(JWSAlgorithm.RS256).build(), FORGER.foreign)),
                forgery(
                        "HS256 by the provider's public key",
                        nonce -> FORGER.sealed(
                                nonce,
                                Forger.header(JWSAlgorithm.HS256).build(),
                                FORGER.key.toRSAPublicKey().getEncoded())),
                forgery(
                        "HS256 by the client's secret",
                        nonce -> FORGER.sealed(
                                nonce,
                                Forger.header(JWSAlgorithm.HS256).build(),
                                Forger.SECRET.getBytes(StandardCharsets.UTF_8))),
                forgery(
                        "a good key, an algorithm not on the list",
                        nonce -> FORGER.signed(
                                nonce, Forger.header(JWSAlgorithm.PS256).build(), FORGER.key)),
                forgery("claims changed after signing", ForgedTokensTest::changed),
                forgery(
                        "a key id that is a path",
                        nonce -> FORGER.sealed(
                                nonce,
                                Forger.header(JWSAlgorithm.HS256)
                                        .keyID("../../../../../../dev/null")
                                        .build(),
                                new byte[32])),
                forgery(
                        "a key id nobody has",
                        nonce -> FORGER.signed(
                                nonce,
                                Forger.header(JWSAlgorithm.RS256).keyID("k2").build(),
                                FORGER.key)),
                forgery(
                        "its own key inside",
                        nonce -> FORGER.signed(
                                nonce,
                                Forger.header(JWSAlgorithm.RS256)
                                        .jwk(FORGER.foreign.toPublicJWK())
                                        .build(),
                                FORGER.foreign)),
                forgery(
                        "its own key at an address",
                        nonce -> FORGER.signed(
                                nonce,
                                Forger.header(JWSAlgorithm.RS256)
                                        .jwkURL(URI.create(FORGER.issuer() + "/foreign-keys"))
                                        .build(),
                                FORGER.foreign)),
                forgery(
                        "a critical header nobody knows",
                        nonce -> FORGER.signed(
                                nonce,
                                Forger.header(JWSAlgorithm.RS256)
                                        .criticalParams(Set.of("ukendt"))
                                        .customParam("ukendt", true)
                                        .build(),
                                FORGER.key)),
                forgery(
                        "a token of another type",
                        nonce -> FORGER.signed(
                                nonce,
                                Forger.header(JWSAlgorithm.RS256)
                                        .type(new JOSEObjectType("logout+jwt"))
                                        .build(),
                                FORGER.key)),
                forgery("no token at all", nonce -> "ikke-et-token"),
                forgery("empty", nonce -> ""),
                but("another issuer", claims -> claims.issuer("https://another.example")),
                but("the issuer with a slash more", claims -> claims.issuer(FORGER.issuer() + "/")),
                but("an issuer that is no address", claims -> claims.issuer("udbyder")),
                but("no issuer", claims -> claims.issuer(null)),
                but("another audience", claims -> claims.audience("another")),
                but("no audience", claims -> claims.audience((String) null)),
                but(
                        "ours among others, meant for nobody by name",
                        claims -> claims.audience(List.of(Forger.CLIENT, "another"))),
                but("ours, handed out to another client", claims -> claims.claim("azp", "another")),
                but("expired", claims -> claims.expirationTime(in(-90))),
                but("never expiring", claims -> claims.expirationTime(null)),
                but("not valid yet", claims -> claims.notBeforeTime(in(90))),
                but("issued in the future", claims -> claims.issueTime(in(90))),
                but("issued an hour ago", claims -> claims.issueTime(in(-3600))),
                but("not said when issued", claims -> claims.issueTime(null)),
                but("no nonce", claims -> claims.claim("nonce", null)),
                but("another nonce", claims -> claims.claim("nonce", "gættet")),
                but("nobody", claims -> claims.subject(null)),
                but("nobody by name", claims -> claims.subject("")));
    }

    static Stream<Arguments> unsure() {
        return Stream.of(
                but("no level", claims -> claims.claim("acr", null)),
                but("a low level", claims -> claims.claim("acr", TestProvider.LOW)),
                but(
                        "an unknown level",
                        claims -> claims.claim("acr", "https://data.gov.dk/concept/core/nsis/loa/Ukendt")),
                but("an empty level", claims -> claims.claim("acr", "")),
                but(
                        "the level in other letters",
                        claims -> claims.claim("acr", TestProvider.SUBSTANTIAL.toUpperCase())),
                but("the level with a blank", claims -> claims.claim("acr", TestProvider.SUBSTANTIAL + " ")),
                but("the level without its address", claims -> claims.claim("acr", "Substantial")),
                but(
                        "both levels in one text",
                        claims -> claims.claim(
                                "acr", TestProvider.SUBSTANTIAL + ",https://data.gov.dk/concept/core/nsis/loa/High")),
                but("levels in a list", claims -> claims.claim("acr", List.of(TestProvider.SUBSTANTIAL))),
                but("a level in figures", claims -> claims.claim("acr", 3)),
                but("a level as an object", claims -> claims.claim("acr", Map.of("value", TestProvider.SUBSTANTIAL))),
                but(
                        "the level under another name",
                        claims -> claims.claim("acr", null).claim("loa", TestProvider.SUBSTANTIAL)),
                but("not said when the person was known", claims -> claims.claim("auth_time", null)),
                but("not said in figures when the person was known", claims -> claims.claim("auth_time", "i går")),
                but(
                        "the person known yesterday",
                        claims -> claims.claim("auth_time", in(-86400).getTime() / 1000)),
                but(
                        "the person known tomorrow",
                        claims -> claims.claim("auth_time", in(86400).getTime() / 1000)));
    }

    private static Arguments forgery(String name, Forgery forgery) {
        return Arguments.of(name, forgery);
    }

    private static Arguments but(String name, Consumer<JWTClaimsSet.Builder> but) {
        return forgery(name, nonce -> FORGER.signed(nonce, but));
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static String cut(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    private static String changed(String nonce) {
        String[] parts = FORGER.signed(nonce, claims -> {}).split("\\.");
        String others = FORGER.claims(nonce).subject("iben").build().toString();
        return parts[0] + "." + Forger.base64(others) + "." + parts[2];
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"forged", "unsure"})
    void nobodyIsLetInBy(String name, Forgery forgery) throws JOSEException {
        Browser browser = new Browser(port);

        assertThat(signIn(browser, forgery)).startsWith("/log-paa?fejl");
        assertThat(browser.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void theTokenOfAnEarlierSignInLetsNobodyInAgain() throws JOSEException {
        String[] earlier = new String[1];
        assertThat(signIn(new Browser(port), nonce -> earlier[0] = FORGER.signed(nonce, claims -> {})))
                .isEqualTo("/");

        assertThat(signIn(new Browser(port), nonce -> earlier[0])).isEqualTo("/log-paa?fejl");
    }

    @Test
    void anAnswerIsTakenFromTheBrowserThatAskedAndWithItsStateOnly() {
        Browser browser = new Browser(port);
        Question question = ask(browser);
        FORGER.gives(FORGER.signed(question.nonce(), claims -> {}));

        assertThat(answer(new Browser(port), question.state())).isEqualTo("/log-paa?fejl");
        assertThat(answer(browser, "gættet")).isEqualTo("/log-paa?fejl");
        assertThat(answer(browser, question.state()))
                .as("what others send does not spoil the right answer")
                .isEqualTo("/");
    }

    @Test
    void anAnswerThatLetSomebodyInLetsNobodyInAgain() throws JOSEException {
        Browser browser = new Browser(port);
        Question question = ask(browser);
        FORGER.gives(FORGER.signed(question.nonce(), claims -> {}));
        assertThat(answer(browser, question.state())).isEqualTo("/");

        assertThat(answer(browser, question.state())).isEqualTo("/log-paa?fejl");
    }

    @Test
    void aLogoutTokenOfTheProviderEndsTheSession() throws JOSEException {
        Browser meant = new Browser(port);
        Browser other = new Browser(port);
        signIn(meant, nonce -> FORGER.signed(nonce, claims -> claims.claim("sid", "s1")));
        signIn(other, nonce -> FORGER.signed(nonce, claims -> claims.claim("sid", "s2")));

        assertThat(backChannel(claims -> claims.claim("sid", "s1"))).isEqualTo(200);
        assertThat(meant.get("/").statusCode()).isEqualTo(302);
        assertThat(other.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void aLogoutTokenThatIsNotOfTheProviderEndsNothing() throws JOSEException {
        Browser meant = new Browser(port);
        signIn(meant, nonce -> FORGER.signed(nonce, claims -> claims.claim("sid", "s3")));

        assertThat(backChannel(claims -> claims.claim("sid", "s3").issuer("https://another.example")))
                .isEqualTo(400);
        assertThat(backChannel(claims -> claims.claim("sid", "s3").audience("another")))
                .isEqualTo(400);
        assertThat(backChannel(claims -> claims.claim("sid", "s3").claim("events", null)))
                .isEqualTo(400);
        assertThat(meant.get("/").statusCode()).isEqualTo(200);
    }

    /** Tells the hub, as the provider does, that a session is over; the status of its answer. */
    private int backChannel(Consumer<JWTClaimsSet.Builder> claims) {
        String token = FORGER.signed("", all -> {
            all.claim("nonce", null)
                    .claim("jti", "1")
                    .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
            claims.accept(all);
        });
        return new Browser(port)
                .post("/logout/connect/back-channel/kommune", Map.of("logout_token", token))
                .statusCode();
    }
}
