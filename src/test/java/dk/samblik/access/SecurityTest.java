package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.TestDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What is not allowed by name is denied, and what is denied tells nothing. */
@SpringBootTest(
        classes = {TestHub.class, TestHub.Pages.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("users")
@ExtendWith(OutputCaptureExtension.class)
class SecurityTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final UUID MINE = UUID.randomUUID();
    private static final UUID FOREIGN = UUID.randomUUID();

    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());

    @LocalServerPort
    private int port;

    @Autowired
    private ShiftedClock clock;

    @Autowired
    private MeterRegistry meters;

    @DynamicPropertySource
    static void storage(DynamicPropertyRegistry registry) {
        DATABASE.settings().forEach((key, value) -> registry.add(key, () -> value));
    }

    @BeforeEach
    void people() {
        owner.sql("""
                insert into staff (subject, name, role, organisation, team, area) values
                  ('maja', 'Maja Test', 'COORDINATOR', 'Kommune', 'Nord', 'Nord'),
                  ('jens', 'Jens Test', 'TEAM', 'Kommune', 'Nord', 'Nord'),
                  ('it', 'Iben Test', 'IT', 'Kommune', 'It', ''),
                  ('dorte', 'Dorte Test', 'DPO', 'Kommune', 'Dpo', ''),
                  ('lene', 'Lene Test', 'LEADER', 'Kommune', 'Ledelse', 'Nord'),
                  ('eva', 'Eva Test', 'EVALUATOR', 'Universitet', 'Evaluering', ''),
                  ('dpo-i-team', 'Ditte Test', 'DPO', 'Kommune', 'Dpo', ''),
                  ('dpo-i-team', 'Ditte Test', 'TEAM', 'Kommune', 'Nord', 'Nord'),
                  ('begge', 'Bo Test', 'IT', 'Kommune', 'It', ''),
                  ('begge', 'Bo Test', 'TEAM', 'Kommune', 'Nord', 'Nord')
                """).update();
        owner.sql("insert into household (household_id, number, area, project_code, enrolled) values"
                        + " (?, 'H1', 'Nord', 'P', now()), (?, 'H2', 'Syd', 'P', now())")
                .params(MINE, FOREIGN)
                .update();
    }

    @AfterEach
    void nobody() {
        owner.sql("delete from staff").update();
        owner.sql("delete from household").update();
        owner.sql("grant insert on access_log to hub_audit").update();
    }

    private Browser as(String subject) {
        Browser browser = new Browser(port);
        browser.signIn(subject, TestHub.PASSWORD);
        return browser;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/husstande/x", "/hentninger/x", "/drift", "/drift/koersler", "/findes-ikke"})
    void whoeverIsNotSignedInIsSentToTheSignIn(String path) {
        HttpResponse<String> answer = new Browser(port).get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/log-paa"));
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aPartOfAPageTakesItsWholePageToTheSignIn() {
        HttpResponse<String> answer = new Browser(port).get("/husstande/x", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/log-paa");
    }

    @ParameterizedTest
    @CsvSource({
        "maja, /, 200",
        "jens, /, 200",
        "it, /, 302",
        "begge, /, 302",
        "maja, /drift, 403",
        "jens, /drift, 403",
        "it, /drift, 200",
        "it, /husstande/x, 403",
        "it, /hentninger/x, 403",
        "maja, /opslagslog, 403",
        "it, /opslagslog/udskrift, 403",
        "dorte, /, 302",
        "dorte, /drift, 403",
        "dorte, /husstande/x, 403",
        "dpo-i-team, /, 302",
        "lene, /, 302",
        "lene, /husstande/x, 403",
        "lene, /drift, 403",
        "eva, /, 302",
        "eva, /husstande/x, 403",
        "maja, /findes-ikke, 403",
        "maja, /actuator/env, 403",
        "it, /actuator/env, 403",
    })
    void aRoleOpensItsOwnPagesOnly(String subject, String path, int status) {
        HttpResponse<String> answer = as(subject).get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("KANARIEFUGL");
    }

    @Test
    void aMethodThatAPageDoesNotTakeIsToldToThoseWhoMayOpenItOnly() {
        Browser jens = as("jens");
        HttpResponse<String> told =
                jens.post("/husstande/" + MINE, Map.of("_csrf", jens.get("/").body()));
        Browser it = as("it");

        assertThat(told.statusCode()).isEqualTo(405);
        assertThat(told.headers().firstValue("Allow").orElseThrow()).contains("GET");
        assertThat(it.post(
                                "/husstande/" + MINE,
                                Map.of("_csrf", it.get("/log-paa").body()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPageOfAnotherRoleIsRefusedAndTheTryIsLoggedWithItsReason() {
        assertThat(as("it").get("/husstande/" + MINE).statusCode()).isEqualTo(403);

        assertThat(owner.sql("select outcome from access_log where household_id = ? and actor = 'it' order by seq desc"
                                + " limit 1")
                        .param(MINE)
                        .query(String.class)
                        .single())
                .isEqualTo("OTHER_ROLE");
    }

    @Test
    void aRefusalThatCannotBeLoggedIsNoAnswer() {
        Browser it = as("it");
        owner.sql("revoke insert on access_log from hub_audit").update();

        assertThat(it.get("/husstande/" + MINE).statusCode()).isEqualTo(503);
    }

    @Test
    void whoTookBackAllConsentIsAnsweredLikeWhoNeverWas() {
        owner.sql("insert into consent (consent_id, version, household_id, person_id, status, sources, categories,"
                        + " period_back, valid_from, valid_to, recorded_by, recorded_at, document_sealed) values"
                        + " (gen_random_uuid(), 1, ?, gen_random_uuid(), 'WITHDRAWN', '{SOCIAL}', '{MEASURES}', 'P12M',"
                        + " current_date, current_date, 'x', now(), '')")
                .param(MINE)
                .update();
        Browser jens = as("jens");
        HttpResponse<String> withdrawn = jens.get("/husstande/" + MINE);
        HttpResponse<String> absent = jens.get("/husstande/" + UUID.randomUUID());
        owner.sql("delete from consent").update();

        assertThat(withdrawn.statusCode()).isEqualTo(404).isEqualTo(absent.statusCode());
        assertThat(withoutTime(withdrawn)).isEqualTo(withoutTime(absent));
        assertThat(jens.get("/husstande/" + MINE).statusCode()).isEqualTo(200);
    }

    @Test
    void aGuestsRightEndsByTheClockAtTheNextRequest() {
        LocalDate today = LocalDate.now(CivilClock.COPENHAGEN);
        owner.sql(
                        "insert into staff (subject, name, role, organisation, team, area, guest_from, guest_until, guest_reason)"
                                + " values ('vikar', 'Viola Test', 'TEAM', 'Kommune', 'Nord', 'Nord', ?, ?, 'ferie')")
                .params(today.minusDays(13), today)
                .update();
        ZonedDateTime late = today.atTime(23, 55).atZone(CivilClock.COPENHAGEN);
        clock.shift(Duration.between(Instant.now(), late));
        try {
            Browser guest = as("vikar");
            assertThat(guest.get("/").statusCode()).isEqualTo(200);
            clock.shift(Duration.ofMinutes(10));

            assertThat(guest.get("/").statusCode()).isEqualTo(403);
        } finally {
            clock.reset();
        }
    }

    @Test
    void aRightTakenAwayIsGoneAtTheNextRequest() {
        Browser jens = as("jens");
        assertThat(jens.get("/").statusCode()).isEqualTo(200);
        owner.sql("delete from staff where subject = 'jens'").update();

        assertThat(jens.get("/").statusCode()).isEqualTo(403);
    }

    /** A part of a page, a file and a stream of events, each asked for by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"/dele/datoer", "/fil", "/haendelser"})
    void aRightTakenAwayBetweenPageAndPartIsGoneAtTheNextRequest(String part) {
        Browser jens = as("jens");
        String page = "/husstande/" + MINE;
        assertThat(jens.get(page).statusCode()).isEqualTo(200);
        assertThat(jens.get(page + part, "HX-Request", "true").body()).contains("KANARIEFUGL");

        owner.sql("update staff set area = 'Syd' where subject = 'jens'").update();
        HttpResponse<String> ofAnotherArea = jens.get(page + part, "HX-Request", "true");
        owner.sql("delete from staff where subject = 'jens'").update();
        HttpResponse<String> ofNobody = jens.get(page + part, "HX-Request", "true");

        assertThat(ofAnotherArea.statusCode()).isEqualTo(404);
        assertThat(ofNobody.statusCode()).isEqualTo(403);
        assertThat(List.of(ofAnotherArea.body(), ofNobody.body())).noneMatch(body -> body.contains("KANARIEFUGL"));
        assertThat(jens.get(page).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dele/datoer", "/fil", "/haendelser"})
    void aPartAskedForWithoutItsPageIsRefusedLikeThePage(String part) {
        String signIn = new Browser(port)
                .get("/husstande/" + MINE + part)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        HttpResponse<String> ofAnotherRole = as("it").get("/husstande/" + MINE + part);
        HttpResponse<String> foreign = as("jens").get("/husstande/" + FOREIGN + part);

        assertThat(signIn).endsWith("/log-paa");
        assertThat(ofAnotherRole.statusCode()).isEqualTo(403);
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(List.of(ofAnotherRole.body(), foreign.body())).noneMatch(body -> body.contains("KANARIEFUGL"));
    }

    @Test
    void theHouseholdOfMyAreaOpensAfterItsRowIsWritten() {
        assertThat(as("jens").get("/husstande/" + MINE).body()).isEqualTo("KANARIEFUGL");
        assertThat(owner.sql(
                                "select count(*) from access_log where household_id = ? and action = 'VIEW' and actor = 'jens'")
                        .param(MINE)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void foreignAbsentAndMalformedAreOneAnswerAndEachIsLogged() {
        long before = denied();
        Browser jens = as("jens");
        HttpResponse<String> foreign = jens.get("/husstande/" + FOREIGN);
        HttpResponse<String> absent = jens.get("/husstande/" + UUID.randomUUID());
        HttpResponse<String> malformed = jens.get("/husstande/abc");

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(malformed.statusCode()).isEqualTo(404);
        assertThat(withoutTime(absent)).isEqualTo(withoutTime(foreign)).isEqualTo(withoutTime(malformed));
        assertThat(absent.headers().map().keySet())
                .isEqualTo(foreign.headers().map().keySet());
        assertThat(denied()).isEqualTo(before + 3);
    }

    @Test
    void aPageOfAnotherRoleIsRefusedAndLogged() {
        long before = denied();
        HttpResponse<String> answer = as("it").get("/husstande/" + MINE);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(denied()).isEqualTo(before + 1);
        owner.sql("revoke insert on access_log from hub_audit").update();
        assertThat(as("it").get("/husstande/" + MINE).statusCode()).isEqualTo(503);
    }

    private long denied() {
        return owner.sql("select count(*) from access_log where action = 'DENIED'")
                .query(Long.class)
                .single();
    }

    /** Time and path are the reader's own; nothing else may differ. */
    private static String withoutTime(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"timestamp\":\"[^\"]*\"", "").replaceAll("\"path\":\"[^\"]*\"", "");
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        Browser jens = as("jens");

        assertThat(jens.post("/hentninger", Map.of()).statusCode()).isEqualTo(403);
        assertThat(jens.post("/hentninger", Map.of("_csrf", jens.get("/").body()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aWrongPasswordAndAnUnknownUserAreOneAnswer() {
        HttpResponse<String> wrong = new Browser(port).signIn("maja", "wrong");
        HttpResponse<String> unknown = new Browser(port).signIn("nobody", TestHub.PASSWORD);

        assertThat(wrong.headers().firstValue("Location").orElseThrow()).endsWith("/log-paa?fejl");
        assertThat(unknown.headers().firstValue("Location").orElseThrow()).endsWith("/log-paa?fejl");
    }

    @Test
    void eachRoleLandsOnItsOwnPage() {
        assertThat(new Browser(port)
                        .signIn("maja", TestHub.PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/");
        assertThat(new Browser(port)
                        .signIn("it", TestHub.PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/drift");
    }

    @ParameterizedTest
    @CsvSource({"it, /drift", "dorte, /opslagslog", "lene, /effekt", "eva, /effekt"})
    void whoeverHasNoHouseholdsIsShownFromTheTeamsFirstPageToTheirOwn(String subject, String own) {
        assertThat(as(subject).get("/").headers().firstValue("Location")).hasValue(own);
    }

    @Test
    void signingOutEndsTheSession() {
        Browser maja = as("maja");
        HttpResponse<String> out =
                maja.post("/log-af", Map.of("_csrf", maja.get("/").body()));

        assertThat(out.headers().firstValue("Location").orElseThrow()).endsWith("/log-paa?af");
        assertThat(maja.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void aThirdSignInEndsTheOneLeftAloneTheLongest() {
        Browser first = as("maja");
        Browser second = as("maja");
        untilTheNextMillisecond();
        assertThat(first.get("/").statusCode()).isEqualTo(200);
        as("maja");

        assertThat(second.get("/").statusCode()).isEqualTo(302);
        assertThat(first.get("/").statusCode()).isEqualTo(200);
    }

    /** Sessions are told apart by milliseconds, and a quick machine signs in and asks within one. */
    private static void untilTheNextMillisecond() {
        long now = System.currentTimeMillis();
        while (System.currentTimeMillis() == now) {
            Thread.onSpinWait();
        }
    }

    @Test
    void everyAnswerTellsTheBrowserToKeepNothingAndRunOnlyOurs() {
        HttpResponse<String> answer = as("maja").get("/");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy").orElseThrow())
                .contains("camera=()");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    private static final String OLD = "application/csp-report";
    private static final String NEW = "application/reports+json";

    private double violations(String directive) {
        Counter counted = meters.find("samblik.content.policy.violations")
                .tag("directive", directive)
                .counter();
        return counted == null ? 0 : counted.count();
    }

    @Test
    void aBrokenContentPolicyIsCountedByItsDirectiveAndToldByOurOwnWordsOnly(CapturedOutput output) {
        Browser anybody = new Browser(port);
        double scripts = violations("script-src-elem");
        double pictures = violations("img-src");
        String secret = "KANARIEFUGL-0205849901";
        String page = "https://samblik.example/husstande/" + MINE + "?" + secret;

        assertThat(anybody.report("/csp", OLD, """
                {"csp-report": {"document-uri": "%s", "violated-directive": "img-src 'self'", "blocked-uri": "https://x.example/%s",
                  "referrer": "%s", "script-sample": "%s"}}
                """.formatted(page, secret, secret, secret))
                        .statusCode())
                .isEqualTo(204);
        assertThat(anybody.report("/csp", NEW, """
                [{"type": "csp-violation", "url": "%s", "body": {"documentURL": "%s", "effectiveDirective": "script-src-elem",
                  "blockedURL": "%s", "sample": "%s"}}, {"type": "deprecation", "body": {"id": "%s"}}]
                """.formatted(page, page, secret, secret, secret))
                        .statusCode())
                .isEqualTo(204);

        assertThat(violations("img-src")).isEqualTo(pictures + 1);
        assertThat(violations("script-src-elem")).isEqualTo(scripts + 1);
        assertThat(output)
                .contains("broken: img-src on /husstande/{id}", "broken: script-src-elem on /husstande/{id}")
                .doesNotContain("KANARIEFUGL", MINE.toString(), "x.example", "samblik.example");
        assertThat(anybody.cookie()).as("no session is made for it").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"img-src\\n2026 FORGED line", "${jndi:ldap://x}", "\\u001b[31mimg-src", "IMG-SRC", ""})
    void whatIsNoDirectiveOfOursIsOneLineThatSaysSo(String directive, CapturedOutput output) {
        double before = violations("other");
        String report =
                "{\"csp-report\": {\"document-uri\": \"/husstande/a\\nFORGED/%0aFORGED\", \"effective-directive\": \""
                        + directive + "\"}}";

        assertThat(new Browser(port).report("/csp", OLD, report).statusCode()).isEqualTo(204);
        assertThat(violations("other")).isEqualTo(before + 1);
        assertThat(output.toString().lines().filter(line -> line.contains("content policy")))
                .singleElement()
                .asString()
                .endsWith("the content policy was broken: other on other");
        assertThat(output).doesNotContain("FORGED", "jndi");
    }

    @Test
    void aReportThatIsNoneIsRefusedAndTooManyAreToo() {
        Browser anybody = new Browser(port);
        long intoTheMinute = Instant.now().getEpochSecond() % 60;
        clock.shift(Duration.ofSeconds(121 - intoTheMinute));
        try {
            assertThat(anybody.report("/csp", "text/plain", "{}").statusCode()).isEqualTo(415);
            assertThat(anybody.report("/csp", OLD, "{").statusCode()).isEqualTo(400);
            assertThat(anybody.report("/csp", OLD, "[".repeat(5000)).statusCode())
                    .isEqualTo(400);
            assertThat(anybody.report("/csp", OLD, " ".repeat(16 * 1024 + 1)).statusCode())
                    .isEqualTo(413);
            List<Integer> answers = Stream.generate(
                            () -> anybody.report("/csp", NEW, "[]").statusCode())
                    .limit(70)
                    .toList();
            assertThat(answers).startsWith(204).endsWith(429);
            clock.shift(Duration.ofMinutes(1));
            assertThat(anybody.report("/csp", NEW, "[]").statusCode()).isEqualTo(204);
        } finally {
            clock.reset();
        }
    }

    @Test
    void theSessionCookieIsForThisHostOverTlsAndNoScript() {
        assertThat(new Browser(port)
                        .get("/log-paa")
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow())
                .startsWith("__Host-samblik=")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
    }
}
