package dk.samblik.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import another.system.ApiClient;
import another.system.ApiException;
import another.system.model.FrameStanding;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import dk.samblik.api.Client.Answer;
import dk.samblik.effect.Half;
import dk.samblik.effect.Release;
import dk.samblik.effect.release.Cell;
import dk.samblik.effect.release.Stage;
import dk.samblik.effect.release.Table;
import dk.samblik.household.HouseholdId;
import dk.samblik.register.PlannedOutages;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.actuate.health.Status;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The interface for other systems on a whole hub, called over HTTP by systems with tokens of a provider. */
class ApiIT {

    private static final String HOUSEHOLDS = "/api/v1/households";
    private static final Pattern CPR = Pattern.compile("(?<![+\\w-])\\d{6}-?\\d{4}\\b");
    private static final Set<String> SECTION =
            Set.of("department", "state", "source", "fetchedAt", "validFrom", "mappingVersion");

    private static ApiHub api;

    @BeforeAll
    static void start() {
        api = new ApiHub(Map.of());
    }

    @AfterAll
    static void close() {
        api.close();
    }

    private static String path(UUID household) {
        return HOUSEHOLDS + "/" + household;
    }

    private static List<Map<String, Object>> logged(String client) {
        return api.hub
                .owner()
                .sql("select * from access_log where actor = ? order by seq desc limit 1")
                .param("api:" + client)
                .query()
                .listOfRows();
    }

    private static void isProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        JsonNode body = answer.json();
        assertThat(body.path("code").asText()).isEqualTo(code);
        assertThat(body.path("type").asText()).isEqualTo("urn:samblik:problem:" + code);
        assertThat(body.path("status").asInt()).isEqualTo(status);
        assertThat(body.path("title").asText()).isNotBlank();
        assertThat(body.path("detail").asText()).isNotBlank();
        assertThat(body.path("instance").asText()).startsWith("urn:uuid:");
        assertThat(answer.body()).doesNotContain("Exception", "dk.samblik.", "springframework");
    }

    @Test
    void aHouseholdIsReadAndTheLogNamesTheSystemAndItsPurpose() {
        Answer answer = api.client("fagsystem").get(path(api.household(0)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.header("ETag")).matches("\"v\\d+-[0-9a-f]{16}\"");
        assertThat(answer.header("Last-Modified")).endsWith("GMT");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        JsonNode sections = answer.json().path("sections");
        assertThat(sections).hasSize(4).allSatisfy(section -> {
            assertThat(names(section)).containsAll(SECTION);
            assertThat(section.path("state").asText()).isNotBlank();
        });
        assertThat(logged("fagsystem").get(0))
                .containsEntry("action", "API")
                .containsEntry("purpose", "case-work")
                .containsEntry("actor_role", "TEAM")
                .containsEntry("household_id", api.household(0));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void whileTheHubIsClosedSystemsAreToldWhenToComeBack() {
        PlannedOutages outages = api.hub.bean(PlannedOutages.class);
        Instant now = Instant.now();
        outages.plan(PlannedOutages.HUB, "Vi opgraderer.", now.minusSeconds(1), now.plusSeconds(600), "ivan");
        try {
            Answer answer = api.client("fagsystem").get(path(api.household(0)));

            isProblem(answer, 503, "hub.unavailable");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 600);
        } finally {
            outages.takeBack(outages.latest(PlannedOutages.HUB).orElseThrow(), "ivan");
        }
        assertThat(api.client("fagsystem").get(path(api.household(0))).status()).isEqualTo(200);
    }

    @Test
    void theSameTagIsAnsweredByNothingNewAndLoggedAllTheSame() {
        Client client = api.client("fagsystem");
        Answer first = client.get(path(api.household(0)));
        Object before = logged("fagsystem").get(0).get("seq");

        Answer second = client.with("If-None-Match", first.header("ETag")).get(path(api.household(0)));

        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat((Long) logged("fagsystem").get(0).get("seq")).isGreaterThan((Long) before);
    }

    @Test
    void whatOneClientMaySeeLessOfHasATagOfItsOwn() {
        String whole = api.client("fagsystem").get(path(api.household(0))).header("ETag");

        Answer outside = api.client("bolig").with("If-None-Match", whole).get(path(api.household(0)));

        assertThat(outside.status()).isEqualTo(200);
        assertThat(outside.header("ETag")).isNotEqualTo(whole);
        assertThat(outside.json().path("closedToRole").toString()).contains("MEASURES", "BENEFITS");
        assertThat(outside.json().path("sections").findValues("benefits")).allMatch(JsonNode::isEmpty);
        assertThat(outside.json().path("timeline").findValuesAsText("kind")).doesNotContain("CASE_OPENED");
    }

    @Test
    void anEarlierVersionIsReadByItsNumber() {
        Answer now = api.client("fagsystem").get(path(api.household(0)));
        int version = now.json().path("version").asInt();

        assertThat(api.client("fagsystem")
                        .get(path(api.household(0)) + "?version=" + version)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(version);
        isProblem(api.client("fagsystem").get(path(api.household(0)) + "?version=999"), 404, "not-found");
    }

    @Test
    void theListIsReadPageByPageAndHoldsTheClientsOwnOnly() {
        Client client = api.client("fagsystem");
        List<String> numbers = new ArrayList<>();
        String next = HOUSEHOLDS + "?limit=2";
        while (!next.isEmpty()) {
            Answer page = client.get(next);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            assertThat(page.json().path("items").size()).isBetween(1, 2);
            numbers.addAll(page.json().path("items").findValuesAsText("number"));
            assertThat(page.json().path("items").findValuesAsText("area")).containsOnly(ApiHub.AREA);
            String link = page.header("Link");
            next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
            assertThat(page.json().path("next").isNull()).isEqualTo(link.isEmpty());
        }
        assertThat(numbers).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(4);
        assertThat(client.get(HOUSEHOLDS).json().path("items").findValuesAsText("number"))
                .isEqualTo(numbers);
        isProblem(client.get(HOUSEHOLDS + "?limit=201"), 400, "request.invalid");
        assertThat(client.get(HOUSEHOLDS + "?limit=0")
                        .json()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/limit");
        isProblem(client.get(HOUSEHOLDS + "?limit=mange"), 400, "request.invalid");
        isProblem(client.get(HOUSEHOLDS + "?after=%25"), 400, "request.invalid");
    }

    @Test
    void consentsStandMemberByMemberWithNothingThatProvesThem() {
        Answer answer = api.client("fagsystem").get(path(api.household(0)) + "/consents");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("members")).isNotEmpty();
        assertThat(answer.json().at("/members/0/scope/0/until").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
        isProblem(api.client("bolig").get(path(api.household(0)) + "/consents"), 403, "role.denied");
    }

    @Test
    void noNumberAndNoProtectedAddressComesOut() {
        int protectedOnes = 0;
        for (String client : List.of("fagsystem", "tovholder", "bolig")) {
            for (JsonNode item : api.client(client).get(HOUSEHOLDS).json().path("items")) {
                Answer answer = api.client(client)
                        .get(HOUSEHOLDS + "/" + item.path("id").asText());
                assertThat(CPR.matcher(answer.body()).find()).isFalse();
                boolean hidden = answer.json().path("addressesHidden").asBoolean();
                protectedOnes += hidden ? 1 : 0;
                if (hidden) {
                    for (String place : List.of("address", "institution", "place")) {
                        assertThat(answer.json().findValues(place))
                                .as(place)
                                .allMatch(value ->
                                        value.isNull() || value.asText().isEmpty());
                    }
                }
            }
        }
        assertThat(protectedOnes).as("there are some").isPositive();
    }

    static Stream<Arguments> forged() {
        Provider p = api.provider;
        String good = "households.read";
        return Stream.of(
                Arguments.of("no token", ""),
                Arguments.of("no JWT", "abc"),
                Arguments.of("another key", p.byAnother("fagsystem-system", good)),
                Arguments.of("the public key as secret", p.sealed("fagsystem-system", good)),
                Arguments.of("a sign-out", p.ofKind("fagsystem-system", good, "logout+jwt")),
                Arguments.of("nobody we know", p.token("hvem", good)),
                Arguments.of("another issuer", but(claims -> claims.issuer("https://anden.example"))),
                Arguments.of("no issuer", but(claims -> claims.issuer(null))),
                Arguments.of("another audience", but(claims -> claims.audience("samblik-hub"))),
                Arguments.of("an ID token", but(claims -> claims.claim("nonce", "n"))),
                Arguments.of(
                        "over", but(claims -> claims.expirationTime(at(-120)).issueTime(at(-300)))),
                Arguments.of("without an end", but(claims -> claims.expirationTime(null))),
                Arguments.of("too long", but(claims -> claims.expirationTime(at(86_400)))),
                Arguments.of("without a beginning", but(claims -> claims.issueTime(null))),
                Arguments.of("of tomorrow", but(claims -> claims.notBeforeTime(at(86_000)))));
    }

    private static Date at(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static String but(UnaryOperator<JWTClaimsSet.Builder> change) {
        return api.provider.token("fagsystem-system", "households.read", change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forged")
    void aTokenThatIsNoneOpensNothing(String what, String token) {
        Client client = new Client(api.origin(), token);
        Answer answer = (token.isEmpty() ? client.with("Authorization", "") : client).get(path(api.household(0)));

        isProblem(answer, 401, token.isEmpty() ? "token.missing" : "token.invalid");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void theSmallerOfTokenAndTableHolds() {
        isProblem(api.client("fagsystem", "openid").get(path(api.household(0))), 403, "scope.missing");
        isProblem(api.client("drift").get(path(api.household(0))), 403, "scope.missing");
        assertThat(api.client("fagsystem", "openid").get(path(api.household(0))).header("WWW-Authenticate"))
                .contains("insufficient_scope", "households.read");
        assertThat(logged("drift").get(0)).containsEntry("action", "DENIED");
    }

    @Test
    void aSessionOpensNothingHereAndATokenNoPage() {
        Client nobody = new Client(api.origin(), List.of("Cookie", "samblik=0123456789ABCDEF0123456789ABCDEF"));
        isProblem(nobody.get(HOUSEHOLDS), 401, "token.missing");

        Answer page = api.client("fagsystem").get("/husstande/" + api.household(0));
        assertThat(page.status()).isEqualTo(302);
        Answer inAddress = new Client(api.origin(), List.of())
                .get(HOUSEHOLDS + "?access_token=" + api.provider.token("fagsystem-system", "households.read"));
        isProblem(inAddress, 401, "token.missing");
    }

    @Test
    void notAllowedAndNotThereAreTheSame() {
        Client client = api.client("fagsystem");
        List<Answer> answers = Stream.of(
                        api.household("Skovparken", 0).toString(),
                        UUID.randomUUID().toString(),
                        "intet-nummer")
                .map(id -> client.get(HOUSEHOLDS + "/" + id))
                .toList();

        assertThat(answers).allSatisfy(answer -> isProblem(answer, 404, "not-found"));
        assertThat(answers.stream().map(ApiIT::withoutTrace).distinct()).hasSize(1);
        assertThat(logged("fagsystem").get(0)).containsEntry("action", "DENIED");
    }

    private static String withoutTrace(Answer answer) {
        return answer.body().replaceAll("urn:uuid:[0-9a-f-]+", "")
                + answer.whole().headers().map().keySet();
    }

    @Test
    void everyKindOfErrorIsAProblem() {
        Client client = api.client("fagsystem");
        String one = path(api.household(0));
        isProblem(client.with("Samblik-Purpose", "").get(one), 400, "purpose.missing");
        isProblem(client.with("Samblik-Purpose", "nysgerrighed").get(one), 400, "purpose.unknown");
        isProblem(client.get("/api/v1/intet"), 404, "not-found");
        isProblem(client.get("/api"), 404, "not-found");
        isProblem(client.asks("DELETE", one, ""), 405, "method.not-allowed");
        assertThat(client.asks("DELETE", one, "").header("Allow")).contains("GET");
        isProblem(client.with("Accept", "text/html").get(one), 406, "media-type.not-acceptable");
        isProblem(client.get("/api/v1/households;x=1"), 400, "request.invalid");
        isProblem(client.get("/api/v1//households"), 400, "request.invalid");
        isProblem(client.post(one, "x".repeat(20_000)), 413, "body.too-large");
    }

    @Test
    void theDetailIsDanishUnlessEnglishIsAskedFor() {
        Client client = api.client("fagsystem");
        String none = path(UUID.randomUUID());
        assertThat(client.get(none).json().path("detail").asText()).startsWith("Enten");
        assertThat(client.with("Accept-Language", "en-GB, en;q=0.8, da;q=0.2")
                        .get(none)
                        .json()
                        .path("detail")
                        .asText())
                .startsWith("Either");
        assertThat(client.with("Accept-Language", "de")
                        .get(none)
                        .json()
                        .path("detail")
                        .asText())
                .startsWith("Enten");
        assertThat(client.with("Accept-Language", "en")
                        .get(none)
                        .json()
                        .path("title")
                        .asText())
                .isEqualTo(client.get(none).json().path("title").asText());
    }

    @Test
    void nothingIsShownWhileTheLogCannotBeWritten() {
        api.hub.owner().sql("revoke insert on access_log from hub_audit").update();
        try {
            isProblem(api.client("fagsystem").get(path(api.household(0))), 503, "log.unavailable");
            isProblem(api.client("fagsystem").get(HOUSEHOLDS), 503, "log.unavailable");
            isProblem(api.client("drift").get(path(api.household(0))), 503, "log.unavailable");
        } finally {
            api.hub.owner().sql("grant insert on access_log to hub_audit").update();
        }
    }

    private static void released() {
        Half half = new Half(2026, 1);
        List<Table.Row> areas = List.of(new Table.Row("Lærkevænget", null), new Table.Row("Mosebakken", null));
        Table table = new Table("H1", List.of("yes", "no"), areas, new Cell(30, 30, Map.of("yes", 21, "no", 9)));
        Release release = new Release(
                "FREMSKUDT",
                half,
                "2026-2",
                5,
                List.of(new Release.Figure("H1", 0, half, table, null, null)),
                List.of(new Stage("NEW", 40), new Stage("YES", null)),
                Map.of("H1", "2026-06"));
        api.hub
                .owner()
                .sql("insert into effect_release (release_id, programme, half, made_at, made_by, content, hash)"
                        + " values (gen_random_uuid(), 'FREMSKUDT', '2026-H1', now(), 'samblik', :content,"
                        + " encode(sha256(convert_to(:content, 'UTF8')), 'hex'))")
                .param("content", new ObjectMapper().valueToTree(release).toString())
                .update();
    }

    @Test
    void releasedEffectFiguresHideWhatThePageHides() {
        released();
        Client evaluator = api.client("evaluering");

        assertThat(evaluator.get("/api/v1/effect").body()).contains("\"half\":\"2026-H1\"");
        Answer answer = evaluator.get("/api/v1/effect/FREMSKUDT/2026-H1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("figures")).hasSize(6);
        assertThat(answer.json().at("/figures/0"))
                .hasToString("{\"indicator\":\"H1\",\"followUp\":0,\"cohort\":\"2026-H1\",\"area\":\"Lærkevænget\","
                        + "\"suppressed\":true,\"households\":null,\"persons\":null,\"answer\":\"yes\",\"count\":null,"
                        + "\"percent\":null,\"median\":null}");
        assertThat(answer.json().at("/figures/4/percent").decimalValue()).isEqualByComparingTo("70");
        assertThat(answer.json().path("flow").toString())
                .isEqualTo("[{\"step\":\"NEW\",\"households\":40},{\"step\":\"YES\",\"households\":null}]");
        assertThat(logged("evaluering").get(0))
                .containsEntry("action", "EXPORT")
                .containsEntry("purpose", "effect-export");
        isProblem(evaluator.get("/api/v1/effect/FREMSKUDT/2024-H1"), 404, "not-found");
        isProblem(evaluator.get("/api/v1/effect/INTET/2026-H1"), 404, "not-found");
        isProblem(evaluator.get(HOUSEHOLDS), 403, "scope.missing");
        isProblem(api.client("fagsystem").get("/api/v1/effect"), 403, "scope.missing");
        api.hub.owner().sql("revoke insert on access_log from hub_audit").update();
        try {
            isProblem(evaluator.get("/api/v1/effect/FREMSKUDT/2026-H1"), 503, "log.unavailable");
        } finally {
            api.hub.owner().sql("grant insert on access_log to hub_audit").update();
        }
    }

    private static Client keyed(String client, UUID key) {
        return api.client(client).with("Idempotency-Key", key.toString());
    }

    private static Answer refreshed(Client client, UUID household) {
        Answer answer = client.post(path(household) + "/refreshes", "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer;
    }

    private static Answer ended(String run) {
        Client client = api.client("fagsystem");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> client.get(run).json().path("ended").asBoolean());
        return client.get(run);
    }

    @Test
    void aRefreshAskedForTwiceUnderOneKeyIsOne() {
        UUID key = UUID.randomUUID();
        Answer first = refreshed(keyed("fagsystem", key), api.household(1));
        String run = first.header("Location");

        assertThat(run).startsWith("/api/v1/runs/");
        assertThat(logged("fagsystem").get(0)).containsEntry("action", "FETCH").containsEntry("purpose", "case-work");
        Answer done = ended(run);
        assertThat(done.json().path("household").asText())
                .isEqualTo(api.household(1).toString());
        assertThat(done.json().path("households").has("UNCHANGED")).isTrue();
        assertThat(done.json().path("sources")).isNotEmpty();
        assertThat(refreshed(keyed("fagsystem", key), api.household(1)).header("Location"))
                .isEqualTo(run);
        isProblem(
                keyed("fagsystem", key).post(path(api.household(0)) + "/refreshes", ""), 422, "idempotency.key-reused");
        isProblem(
                api.client("fagsystem").post(path(api.household(0)) + "/refreshes", ""),
                400,
                "idempotency.key-missing");
        isProblem(
                api.client("fagsystem")
                        .with("Idempotency-Key", "3112999901")
                        .post(path(api.household(0)) + "/refreshes", ""),
                400,
                "idempotency.key-missing");
    }

    @Test
    void aKeyWhoseRequestIsUnderWayIsNotTakenTwice() {
        UUID key = UUID.randomUUID();
        api.hub.bean(Keys.class).take("api:fagsystem", key, new HouseholdId(api.household(1)));

        isProblem(
                keyed("fagsystem", key).post(path(api.household(1)) + "/refreshes", ""), 409, "idempotency.key-in-use");
    }

    @Test
    void aHouseholdThatHasLeftIsReadAndNotFetched() {
        UUID home = api.household(1);
        lastDay(home, "current_date - 1");
        try {
            isProblem(keyed("fagsystem", UUID.randomUUID()).post(path(home) + "/refreshes", ""), 409, "household.left");
            assertThat(api.client("fagsystem").get(path(home)).body()).contains("\"lastDay\":\"20");
        } finally {
            lastDay(home, "null");
        }
    }

    private static void lastDay(UUID home, String day) {
        api.hub
                .owner()
                .sql("update household set exit_date = " + day + " where household_id = :id")
                .param("id", home)
                .update();
    }

    @Test
    void aRunIsFollowedToItsEndAndFromWhereOneWas() {
        String run = refreshed(keyed("fagsystem", UUID.randomUUID()), api.household(1))
                .header("Location");

        Answer whole =
                api.client("fagsystem").with("Accept", "text/event-stream").get(run + "/events");

        assertThat(whole.header("Content-Type")).startsWith("text/event-stream");
        assertThat(whole.header("X-Accel-Buffering")).isEqualTo("no");
        assertThat(whole.body()).contains("retry:3000", "event:started", "event:source", "event:published");
        List<Integer> numbers = Pattern.compile("id:(\\d+)")
                .matcher(whole.body())
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates().startsWith(0).hasSizeGreaterThan(5);
        Answer rest = api.client("fagsystem")
                .with("Last-Event-ID", numbers.get(2).toString())
                .get(run + "/events");
        assertThat(rest.body())
                .contains("event:published", "id:" + numbers.get(3) + "\n")
                .doesNotContain("event:started", "id:" + numbers.get(2) + "\n");
        isProblem(api.client("nabo").get(run), 404, "not-found");
        isProblem(api.client("nabo").get(run + "/events"), 404, "not-found");
        assertThat(api.client("bolig").get(run + "/events").body())
                .contains("event:published")
                .doesNotContain("jobcenter", "boern-og-unge", "social");
    }

    @Test
    void operationsSeeRunsInCountsAndNoHousehold() {
        String run = refreshed(keyed("fagsystem", UUID.randomUUID()), api.household(1))
                .header("Location");

        assertThat(api.client("drift").get(run).json().path("household").isNull())
                .isTrue();
        Answer all = api.client("drift").get("/api/v1/runs");
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.body())
                .contains("NIGHTLY")
                .doesNotContain(api.household(1).toString());
        isProblem(api.client("fagsystem").get("/api/v1/runs"), 403, "scope.missing");
        isProblem(api.client("drift").get("/api/v1/runs/" + UUID.randomUUID()), 404, "not-found");
    }

    @Test
    void whoAsksTooOftenIsToldWhenToAskAgain() {
        Answer last = api.client("bolig").get(HOUSEHOLDS);
        for (int asked = 0; asked <= 12; asked++) {
            last = keyed("bolig", UUID.randomUUID()).post(path(api.household(1)) + "/refreshes", "");
        }
        isProblem(last, 429, "rate.limited");
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 61);
    }

    @Test
    void aConsentIsTakenBackByWhoeverReadItAsItStands() {
        UUID household = api.household(4);
        Client client = api.client("tovholder");
        Answer read = client.get(path(household) + "/consents");
        String member = read.json().at("/members/0/member").asText();
        String body = "{\"member\":\"" + member + "\",\"department\":\"SOCIAL\"}";
        String place = path(household) + "/withdrawals";

        isProblem(client.post(place, body), 428, "precondition.missing");
        isProblem(client.with("If-Match", "\"v1-0\"").post(place, body), 412, "precondition.stale");
        Client matching = client.with("If-Match", read.header("ETag"));
        isProblem(matching.post(place, "{"), 400, "request.invalid");
        isProblem(matching.post(place, "{}"), 400, "request.invalid");
        isProblem(matching.with("Content-Type", "text/plain").asks("POST", place, body), 415, "media-type.unsupported");
        isProblem(matching.post(place, body.replace(member, UUID.randomUUID().toString())), 400, "request.invalid");
        isProblem(api.client("fagsystem").with("If-Match", "*").post(place, body), 403, "scope.missing");
        api.receiver.forgets();

        assertThat(matching.post(place, body).status()).isEqualTo(204);

        Answer after = client.get(path(household) + "/consents");
        assertThat(after.json().at("/members/0/scope").findValuesAsText("department"))
                .doesNotContain("SOCIAL");
        isProblem(matching.post(place, body), 412, "precondition.stale");
        Awaitility.await().until(() -> !api.receiver.of("consent.withdrawn").isEmpty());
        assertThat(api.receiver.of("consent.withdrawn").get(0).body()).contains(household.toString());
    }

    private static List<String> terms(UUID household) {
        return api.hub
                .owner()
                .sql("select coalesce(coordinator, '-') from coordinator_term where household_id = ? order by number")
                .param(household)
                .query(String.class)
                .list();
    }

    @Test
    void aCoordinatorIsChosenAmongTheTeamByWhoeverReadWhoItIs() {
        UUID household = api.household(2);
        Client client = api.client("tovholder");
        String place = path(household) + "/coordinator";
        Answer read = client.get(place);
        String chosen = read.json().at("/candidates/0/coordinator").asText();
        String body = "{\"coordinator\":\"" + chosen + "\"}";
        int before = terms(household).size();

        isProblem(client.put(place, body), 428, "precondition.missing");
        isProblem(client.with("If-Match", "\"v0-0\"").put(place, body), 412, "precondition.stale");
        Client matching = client.with("If-Match", read.header("ETag"));
        isProblem(matching.put(place, "{}"), 400, "request.invalid");
        Answer nobodys = matching.put(place, "{\"coordinator\":\"hvem\"}");
        assertThat(nobodys.json().at("/errors/0/pointer").asText()).isEqualTo("/coordinator");
        isProblem(matching.with("Samblik-Purpose", "").put(place, body), 400, "purpose.missing");
        isProblem(api.client("fagsystem").with("If-Match", "*").put(place, body), 403, "scope.missing");
        isProblem(matching.put(path(api.household("Skovparken", 0)) + "/coordinator", body), 404, "not-found");
        assertThat(terms(household)).hasSize(before);

        assertThat(matching.put(place, body).status()).isEqualTo(204);

        assertThat(logged("tovholder").get(0))
                .containsEntry("action", "COORDINATOR_SET")
                .containsEntry("purpose", "case-work")
                .containsEntry("household_id", household);
        Answer after = client.get(place);
        assertThat(after.json().path("coordinator").asText()).isEqualTo(chosen);
        assertThat(client.get(path(household)).json().path("coordinator").asText())
                .isEqualTo(after.json().path("name").asText());
        isProblem(matching.put(place, body), 412, "precondition.stale");
        assertThat(client.with("If-Match", after.header("ETag"))
                        .put(place, "{\"coordinator\":null}")
                        .status())
                .isEqualTo(204);
        assertThat(client.get(place).json().path("coordinator").isNull()).isTrue();
        assertThat(terms(household)).endsWith(chosen, "-");
    }

    @Test
    void everyHandlerIsDescribedAndNothingElseIs() {
        RequestMappingHandlerMapping mapping = Objects.requireNonNull(
                        api.hub.bean(DispatcherServlet.class).getWebApplicationContext())
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        List<String> handlers = mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path)))
                .filter(one -> one.contains(" /api"))
                .toList();

        assertThat(Contract.operations()).hasSizeGreaterThan(9).containsExactlyInAnyOrderElementsOf(handlers);
    }

    @Test
    void theDescriptionIsServedToAnybody() {
        Answer answer = new Client(api.origin(), List.of()).get("/api/v1/openapi.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("openapi").asText()).startsWith("3.1");
    }

    @Test
    void aClientThatIsMadeFromTheDescriptionReadsAHousehold() throws ApiException {
        ApiClient system = new ApiClient();
        system.updateBaseUri(api.origin());
        system.setRequestInterceptor(request ->
                request.header("Authorization", "Bearer " + api.provider.token("fagsystem-system", "households.read")));
        another.system.api.HouseholdsApi households = new another.system.api.HouseholdsApi(system);
        UUID id = households
                .listHouseholds("case-work", 1, null)
                .getItems()
                .get(0)
                .getId();

        var answer = households.getHouseholdWithHttpInfo(id, "case-work", null, null);

        another.system.model.Household household = answer.getData();
        assertThat(household.getId()).isEqualTo(id);
        assertThat(household.getPublishedAt()).isBefore(OffsetDateTime.now(ZoneOffset.UTC));
        assertThat(household.getMembers())
                .filteredOn(member -> member.getConsent() == FrameStanding.IN_FORCE)
                .isNotEmpty()
                .allSatisfy(member -> assertThat(member.getName()).isNotBlank());
        assertThat(household.getSections())
                .extracting(another.system.model.Section::getDepartment)
                .containsExactlyInAnyOrder(
                        another.system.model.Department.EMPLOYMENT,
                        another.system.model.Department.CHILDREN,
                        another.system.model.Department.SOCIAL,
                        another.system.model.Department.HOUSING);
        assertThat(household.getSections())
                .allSatisfy(section -> assertThat(section.getState()).isNotNull());
        ApiException known = catchThrowableOfType(
                ApiException.class,
                () -> households.getHousehold(
                        id, "case-work", null, answer.getHeaders().get("etag").get(0)));
        assertThat(known.getCode()).isEqualTo(304);
    }

    @Test
    void aFaultOfOursAndAProviderThatIsDownAreProblemsToo() {
        api.hub.owner().sql("revoke select on freshness from hub_web").update();
        try {
            isProblem(api.client("fagsystem").get(path(api.household(0))), 500, "hub.fault");
        } finally {
            api.hub.owner().sql("grant select on freshness to hub_web").update();
        }
        api.provider.isDownWhile(() -> isProblem(
                new Client(api.origin(), api.provider.byANewKey("fagsystem-system", "households.read")).get(HOUSEHOLDS),
                503,
                "login.unavailable"));
    }

    @Test
    void aSystemIsToldOfViewsAndRunsSignedWithBothSecretsAndOfNobody() {
        Awaitility.await().until(() -> waiting() == 0);
        refreshed(keyed("fagsystem", UUID.randomUUID()), api.household(1));
        Awaitility.await().until(() -> !api.receiver.of("run.finished").isEmpty());

        Receiver.Message message = api.receiver.of("run.finished").get(0);
        api.receiver.all().forEach(one -> Contract.told(one.body()));
        assertThat(message.signedWith(Receiver.NEW)).isTrue();
        assertThat(message.signedWith(Receiver.OLD)).isTrue();
        assertThat(message.signedWith("whsec_" + "A".repeat(44))).isFalse();
        assertThat(Instant.ofEpochSecond(Long.parseLong(message.timestamp())))
                .isBetween(Instant.now().minusSeconds(300), Instant.now().plusSeconds(5));
        assertThat(message.body())
                .matches("\\{\"type\":\"run.finished\",\"timestamp\":\"[^\"]+Z\",\"data\":\\{"
                        + "\"household\":\"[0-9a-f-]{36}\",\"run\":\"[0-9a-f-]{36}\"}}");
        long told = api.hub
                .owner()
                .sql("select count(*) from webhook_delivery where event = 'view.published' and state = 'DELIVERED'")
                .query(Long.class)
                .single();
        assertThat(told)
                .isEqualTo(api.hub
                        .owner()
                        .sql("select count(*) from view_version")
                        .query(Long.class)
                        .single());
    }

    private static long waiting() {
        return api.hub
                .owner()
                .sql("select count(*) from webhook_delivery where state = 'PENDING'")
                .query(Long.class)
                .single();
    }

    /** Something to tell, as if it had just happened; its id. */
    private static UUID noted(String event) {
        return api.hub
                .owner()
                .sql("insert into webhook_delivery (endpoint, event, household_id, happened_at)"
                        + " values ('fagsystem', ?, ?, now()) returning delivery_id")
                .params(event, api.household(1))
                .query(UUID.class)
                .single();
    }

    private static Map<String, Object> delivery(UUID id) {
        return api.hub
                .owner()
                .sql(
                        "select state, attempts, outcome, next_try > now() as later from webhook_delivery where delivery_id = ?")
                .param(id)
                .query()
                .singleRow();
    }

    private static List<String> ids(UUID id) {
        return api.receiver.all().stream()
                .map(Receiver.Message::id)
                .filter(id.toString()::equals)
                .toList();
    }

    private static void due(UUID id, int attempts) {
        api.hub
                .owner()
                .sql("update webhook_delivery set next_try = now(), attempts = ? where delivery_id = ?")
                .params(attempts, id)
                .update();
    }

    @Test
    void whatDoesNotArriveIsTriedAgainUnderTheSameIdGivenUpAfterADayAndSentAgainByHand() {
        api.receiver.answers(500);
        try {
            UUID id = noted("source.stale");
            Awaitility.await().until(() -> "HTTP_500".equals(delivery(id).get("outcome")));
            assertThat(delivery(id)).containsEntry("state", "PENDING").containsEntry("later", true);

            due(id, Webhooks.WAITS.size());
            Awaitility.await().until(() -> "GIVEN_UP".equals(delivery(id).get("state")));
            assertThat(Webhooks.WAITS.stream().reduce(Duration.ZERO, Duration::plus))
                    .isBetween(Duration.ofHours(23), Duration.ofHours(24));

            api.receiver.answers(204);
            api.hub.bean(WebhookLog.class).replay(id.toString());
            Awaitility.await().until(() -> "DELIVERED".equals(delivery(id).get("state")));
            assertThat(ids(id)).hasSizeGreaterThanOrEqualTo(3);
        } finally {
            api.receiver.answers(204);
        }
    }

    @Test
    void aWithdrawalThatDoesNotArriveIsRaisedAtOnce() {
        WebhookLog log = api.hub.bean(WebhookLog.class);
        api.receiver.answers(503);
        try {
            UUID id = noted("consent.withdrawn");
            Awaitility.await().until(() -> log.untold() > 0);
            assertThat(log.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(metrics()).contains("samblik_webhook_withdrawals_untold 1.0");

            api.receiver.answers(204);
            due(id, 1);
            Awaitility.await().until(() -> log.untold() == 0);
            assertThat(log.health().getStatus()).isEqualTo(Status.UP);
        } finally {
            api.receiver.answers(204);
        }
    }

    private static String metrics() {
        String port = api.hub.bean(Environment.class).getRequiredProperty("local.management.port");
        return new Client("http://localhost:" + port, List.of())
                .get("/actuator/prometheus")
                .body();
    }

    @Test
    void anEndpointThatIsGoneIsToldNothingMoreUntilSomebodySendsAgain() {
        api.receiver.answers(410);
        try {
            UUID id = noted("source.stale");
            Awaitility.await().until(() -> "GONE".equals(delivery(id).get("state")));
            assertThat(api.hub.bean(WebhookLog.class).state().endpoints()).anyMatch(WebhookLog.Endpoint::stopped);
            long before = noticed();
            ended(refreshed(keyed("fagsystem", UUID.randomUUID()), api.household(1))
                    .header("Location"));
            assertThat(noticed()).isEqualTo(before);

            api.receiver.answers(204);
            api.hub.bean(WebhookLog.class).replay(id.toString());
            Awaitility.await().until(() -> "DELIVERED".equals(delivery(id).get("state")));
            assertThat(api.hub.bean(WebhookLog.class).state().endpoints()).noneMatch(WebhookLog.Endpoint::stopped);
        } finally {
            api.receiver.answers(204);
        }
    }

    private static long noticed() {
        return api.hub
                .owner()
                .sql("select count(*) from webhook_delivery")
                .query(Long.class)
                .single();
    }
}
