package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.access.TestProvider.Person;
import dk.samblik.storage.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** People sign in by a real provider, which is down when the hub starts. */
@SpringBootTest(
        classes = {TestHub.class, TestHub.Pages.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("production")
class SignInTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final TestProvider PROVIDER = TestProvider.down();
    private static final UUID NORD = UUID.randomUUID();
    private static final UUID SYD = UUID.randomUUID();

    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASE.settings().forEach((key, value) -> registry.add(key, () -> value));
        PROVIDER.settings().forEach((key, value) -> registry.add("samblik.access.sign-in." + key, () -> value));
    }

    @BeforeAll
    static void firstWithoutAProvider(@LocalServerPort int port) {
        HttpResponse<String> page = new Browser(port).get("/log-paa");
        assertThat(page.statusCode())
                .as("the hub is up while the provider is down")
                .isEqualTo(200);
        PROVIDER.up();
    }

    @AfterAll
    static void down() {
        PROVIDER.close();
    }

    @BeforeEach
    void people() {
        place("maja", "COORDINATOR", "Nord");
        place("maja", "TEAM", "Syd");
        place("iben", "IT", "");
        place("begge", "TEAM", "Nord");
        place("begge", "IT", "");
        owner.sql("insert into household (household_id, number, area, project_code, enrolled) values"
                        + " (?, 'H1', 'Nord', 'P', now()), (?, 'H2', 'Syd', 'P', now())")
                .params(NORD, SYD)
                .update();
    }

    private void place(String subject, String role, String area) {
        owner.sql("insert into staff (subject, name, role, organisation, team, area) values (?, 'N', ?, 'K', ?, ?)")
                .params(PROVIDER.issuer() + "#" + subject, role, "Team " + role, area)
                .update();
    }

    @AfterEach
    void nobody() {
        owner.sql("delete from staff").update();
        owner.sql("delete from household").update();
    }

    private static Person maja(String... roles) {
        return new Person("maja", "Maja Test", List.of(roles), List.of("Nord", "Syd"), TestProvider.SUBSTANTIAL);
    }

    private Browser signedIn(Person person) {
        Browser browser = new Browser(port);
        PROVIDER.knows(person).signIn(browser, person.subject());
        return browser;
    }

    @Test
    void theQuestionCarriesPkceStateNonceTheLevelAndTheAge() {
        String question = new Browser(port)
                .get("/log-paa/kommune")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(question)
                .startsWith(PROVIDER.issuer() + "/oauth2/authorize?")
                .contains(
                        "response_type=code",
                        "code_challenge_method=S256",
                        "&code_challenge=",
                        "&state=",
                        "&nonce=",
                        "max_age=36000",
                        "acr_values=https://data.gov.dk/concept/core/nsis/loa/Substantial",
                        "redirect_uri=" + TestProvider.ANSWER_TO);
    }

    @Test
    void somebodyWithARoleIsLedFromTheSignInToTheFirstPage() {
        Browser browser = new Browser(port);
        HttpResponse<String> in =
                PROVIDER.knows(maja("samblik-tovholder", "samblik-team")).signIn(browser, "maja");

        assertThat(in.headers().firstValue("Location")).hasValue("/");
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/husstande/" + NORD).body()).isEqualTo("KANARIEFUGL");
        assertThat(owner.sql("select distinct actor from access_log where action <> 'DENIED'")
                        .query(String.class)
                        .list())
                .as("the log names the issuer and the subject")
                .containsExactly(PROVIDER.issuer() + "#maja");
    }

    @ParameterizedTest(name = "the login grants {0} in {1}: north {2}, south {3}, operations {4}")
    @CsvSource({
        "samblik-tovholder samblik-team, Nord Syd, 200, 200, 403",
        "samblik-tovholder samblik-team, Nord, 200, 404, 403",
        "samblik-tovholder, Nord Syd, 200, 404, 403",
        "samblik-team, Nord Syd, 404, 200, 403",
        "samblik-team, Vest, 403, 403, 403",
        "samblik-drift, Nord Syd, 403, 403, 403",
        "andet, Nord Syd, 403, 403, 403",
    })
    void theSmallerOfWhatTheLoginGrantsAndTheTableSaysCounts(
            String roles, String areas, int north, int south, int operations) {
        Browser browser = signedIn(new Person(
                "maja", "Maja Test", List.of(roles.split(" ")), List.of(areas.split(" ")), TestProvider.SUBSTANTIAL));

        assertThat(List.of(
                        browser.get("/husstande/" + NORD).statusCode(),
                        browser.get("/husstande/" + SYD).statusCode(),
                        browser.get("/drift").statusCode()))
                .containsExactly(north, south, operations);
    }

    @ParameterizedTest
    @CsvSource({"iben, 200, 302", "ukendt, 403, 403", "begge, 403, 403"})
    void everyRoleOfTheLoginMakesNobodyMoreThanTheTableSays(String subject, int operations, int start) {
        Browser browser = signedIn(new Person(
                subject,
                "Iben Test",
                List.of("samblik-drift", "samblik-team", "samblik-tovholder"),
                List.of("Nord"),
                TestProvider.SUBSTANTIAL));

        assertThat(browser.get("/drift").statusCode()).isEqualTo(operations);
        assertThat(browser.get("/").statusCode()).isEqualTo(start);
        assertThat(browser.get("/husstande/" + NORD).statusCode()).isEqualTo(403);
    }

    @Test
    void theSameSubjectOfAnotherProviderIsSomebodyElse() {
        owner.sql("update staff set subject = replace(subject, ?, 'https://another.example')")
                .param(PROVIDER.issuer())
                .update();

        assertThat(signedIn(maja("samblik-tovholder")).get("/").statusCode()).isEqualTo(403);
    }

    @Test
    void aLoginThatIsNotSureEnoughIsToldSo() {
        Person low = new Person("maja", "Maja Test", List.of("samblik-tovholder"), List.of("Nord"), TestProvider.LOW);
        Browser browser = new Browser(port);
        HttpResponse<String> in = PROVIDER.knows(low).signIn(browser, "maja");

        assertThat(in.headers().firstValue("Location")).hasValue("/log-paa?fejl=niveau");
        assertThat(browser.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void whoeverIsTakenOutOfTheTableIsRefusedAtTheNextRequest() {
        Browser browser = signedIn(maja("samblik-tovholder"));
        assertThat(browser.get("/husstande/" + NORD).statusCode()).isEqualTo(200);
        owner.sql("delete from staff").update();

        assertThat(browser.get("/husstande/" + NORD).statusCode()).isEqualTo(403);
        assertThat(browser.get("/").statusCode()).isEqualTo(403);
    }

    @Test
    void aNewSignInTakesTheRolesOfItsOwnToken() {
        Browser before = signedIn(maja("samblik-tovholder"));
        Browser after = signedIn(maja("andet"));

        assertThat(before.get("/").statusCode()).isEqualTo(200);
        assertThat(after.get("/").statusCode()).isEqualTo(403);
    }

    @Test
    void aThirdSessionOfOnePersonEndsTheOneLeftAloneTheLongest() {
        Browser first = signedIn(maja("samblik-tovholder"));
        Browser second = signedIn(maja("samblik-tovholder"));
        assertThat(first.get("/").statusCode()).isEqualTo(200);
        signedIn(maja("samblik-tovholder"));

        assertThat(second.get("/").statusCode()).isEqualTo(302);
        assertThat(first.get("/").statusCode()).isEqualTo(200);
    }

    @AfterEach
    void whoeverSignsInIsAsked() {
        PROVIDER.asksAgain();
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere");
    }

    @Test
    void whatHandsDataOutIsOpenToWhoeverJustSignedIn() {
        assertThat(signedIn(maja("samblik-tovholder")).get("/udlevering").body())
                .isEqualTo("KANARIEFUGL");
    }

    @Test
    void whoeverSignedInLongerAgoIsAskedToDoItAgainAndLedBack() {
        PROVIDER.remembers("maja", Instant.now().minusSeconds(301));
        Browser browser = signedIn(maja("samblik-tovholder"));
        assertThat(browser.get("/").statusCode()).as("the rest stays open").isEqualTo(200);
        assertThat(to(browser.get("/udlevering"))).isEqualTo("/log-paa?igen");
        assertThat(to(browser.get("/log-paa/kommune")))
                .contains("prompt=login", "max_age=300", "code_challenge=", "&nonce=", "acr_values=");

        PROVIDER.asksAgain();
        assertThat(to(PROVIDER.signIn(browser, "maja"))).isEqualTo("/udlevering");
        assertThat(browser.get("/udlevering").body()).isEqualTo("KANARIEFUGL");
        assertThat(to(browser.get("/log-paa/kommune"))).doesNotContain("prompt=login");
    }

    @Test
    void aProviderThatAnswersWithAnEarlierSignInOpensNothingMore() {
        PROVIDER.remembers("maja", Instant.now().minusSeconds(301));
        Browser browser = signedIn(maja("samblik-tovholder"));
        browser.get("/udlevering");

        assertThat(to(PROVIDER.signIn(browser, "maja"))).isEqualTo("/log-paa?igen&fejl=ikke-igen");
        assertThat(to(browser.get("/udlevering"))).isEqualTo("/log-paa?igen");
        assertThat(to(browser.get("/log-paa/kommune"))).contains("prompt=login");
    }

    @Test
    void somebodyElseWhoSignsInIsNotLedToWhatTheFirstWasDoing() {
        place("jens", "TEAM", "Nord");
        PROVIDER.remembers("maja", Instant.now().minusSeconds(301));
        PROVIDER.knows(
                new Person("jens", "Jens Test", List.of("samblik-team"), List.of("Nord"), TestProvider.SUBSTANTIAL));
        Browser browser = signedIn(maja("samblik-tovholder"));
        browser.get("/udlevering");

        assertThat(to(PROVIDER.signIn(browser, "jens"))).isEqualTo("/");
    }

    @Test
    void signingOutEndsTheSessionHereAndLeadsToTheProvidersSignOut() {
        Browser browser = signedIn(maja("samblik-tovholder"));
        String session = browser.cookie();
        HttpResponse<String> out =
                browser.post("/log-af", Map.of("_csrf", browser.get("/").body()));

        assertThat(out.headers().firstValue("Location").orElseThrow())
                .startsWith(PROVIDER.issuer() + "/connect/logout?id_token_hint=")
                .endsWith("&post_logout_redirect_uri=https://samblik.example/log-paa?af");
        assertThat(out.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\", \"cookies\", \"storage\"");
        assertThat(new Browser(port).get("/", "Cookie", session).statusCode()).isEqualTo(302);
    }

    @Test
    void theSessionHasANewNumberAfterTheSignInAndTheOldOneIsDead() {
        Browser browser = new Browser(port);
        browser.get("/log-paa/kommune");
        String before = browser.cookie();
        PROVIDER.knows(maja("samblik-tovholder")).signIn(browser, "maja");

        assertThat(browser.cookie()).isNotEqualTo(before);
        assertThat(browser.cookie()).as("128 random bits").matches("[^=]+=[0-9A-F]{32}");
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        assertThat(new Browser(port).get("/", "Cookie", before).statusCode()).isEqualTo(302);
    }

    @Test
    void aProviderThatIsDownIsSaidToBeDown() {
        Browser browser = new Browser(port);
        Browser there = new Browser(PROVIDER.port());
        PROVIDER.knows(maja("samblik-tovholder"));
        there.get(TestProvider.to(browser.get("/log-paa/kommune")));
        String back =
                TestProvider.to(there.post("/login", Map.of("username", "maja", "password", TestProvider.PASSWORD)));
        String answer = TestProvider.to(there.get(back));
        PROVIDER.close();
        try {
            assertThat(browser.get(answer).headers().firstValue("Location")).hasValue("/log-paa?fejl=intet-svar");
        } finally {
            PROVIDER.up();
        }
    }

    /** As while a client secret is changed at the provider and not yet here. */
    @Test
    void aProviderThatKnowsTheHubByAnotherSecretLetsNobodyInAndIsSaidTo() {
        Browser before = signedIn(maja("samblik-tovholder"));
        PROVIDER.renewsSecret();
        try {
            assertThat(to(PROVIDER.signIn(new Browser(port), "maja"))).isEqualTo("/log-paa?fejl=hub");
            assertThat(before.get("/").statusCode()).as("who is in stays in").isEqualTo(200);
        } finally {
            PROVIDER.takesSecretBack();
        }
        assertThat(to(PROVIDER.signIn(new Browser(port), "maja"))).isEqualTo("/");
    }

    @Test
    void whoeverTurnsBackAtTheProviderIsToldSo() {
        Browser browser = new Browser(port);
        String question = TestProvider.to(browser.get("/log-paa/kommune"));
        String state = question.replaceFirst(".*[?&]state=([^&]*).*", "$1");

        assertThat(browser.get("/log-paa/kommune/svar?error=access_denied&state=" + state)
                        .headers()
                        .firstValue("Location"))
                .hasValue("/log-paa?fejl=afbrudt");
    }

    @Test
    void thereIsNoAccountOfTheHubsOwnAndNoFormToTryOneAt(@Autowired ApplicationContext context) {
        Browser browser = new Browser(port);

        assertThat(context.getBeansOfType(UserDetailsService.class)).isEmpty();
        assertThat(context.getBeansOfType(OpenSignIn.class)).isEmpty();
        assertThat(browser.signIn("maja", TestHub.PASSWORD).statusCode()).isEqualTo(405);
        assertThat(browser.get("/").statusCode()).isEqualTo(302);
    }
}
