package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.browser.TestSignIn;
import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import dk.samblik.enrolment.Addressee;
import dk.samblik.enrolment.Candidates;
import dk.samblik.enrolment.DrawnHousehold;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.run.Refreshes;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** However the log fails, no endpoint with people shows anybody: every endpoint that there is, with every fault. */
class LogFaultsIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String DRAW = "2026-1";
    private static final LogFault.Store STORE = new LogFault.Store();

    private static Hub hub;
    private static HouseholdId mine;
    private static String number;
    private static UUID foreign;
    private static RunId refresh;
    private static Map<String, Object> consent;
    private static String citizen;
    private static String spotCheck;
    private static final Set<String> MARKERS = new HashSet<>();

    @BeforeAll
    static void runANight() {
        hub = Hub.start(WorldSize.TINY, TestSignIn.settings(Map.of()), STORE);
        hub.night();
        String area = hub.owner()
                .sql("select area from staff where subject = 'maja' limit 1")
                .query(String.class)
                .single();
        mine = new HouseholdId(hub.owner()
                .sql("select household_id from household where area = ? and view_version > 0 order by number limit 1")
                .param(area)
                .query(UUID.class)
                .single());
        number = hub.owner()
                .sql("select number from household where household_id = ?")
                .param(mine.value())
                .query(String.class)
                .single();
        foreign = hub.owner()
                .sql("select household_id from household where area <> ? limit 1")
                .param(area)
                .query(UUID.class)
                .single();
        consent = hub.owner()
                .sql(
                        "select person_id, consent_id, version from consent where household_id = ? and status = 'ACTIVE' limit 1")
                .param(mine.value())
                .query()
                .singleRow();
        refresh = hub.bean(Refreshes.class).request(mine, "maja");
        hub.await(refresh);
        citizen = hub.world().town().people().get(0).cpr();
        Browser dagny = signedIn("dagny");
        String drawn = dagny.post(
                        "/opslagslog/stikproever",
                        Map.of("_csrf", token(dagny.get("/opslagslog").body())))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        spotCheck = drawn.substring(drawn.lastIndexOf('/') + 1);
        somebodyIsDrawn(area);
        hub.world().town().people().forEach(person -> MARKERS.add(person.name().shown()));
        MARKERS.addAll(hub.owner()
                .sql("select number from household")
                .query(String.class)
                .list());
    }

    /** A locked draw with a household that is yet to be asked. */
    private static void somebodyIsDrawn(String area) {
        hub.owner().sql("""
                        insert into draw.draw (draw_id, number, programme, state, areas, protection, criteria_version,
                          minimum_departments, must_include, exclude_months, made_by, made_at, counted_at, population,
                          fingerprint, wanted, control, seed, algorithm, approver, asked_by, asked_at, approved_by, locked_at)
                        values (gen_random_uuid(), :number, 'FREMSKUDT', 'LOCKED', array[:area], 'EXCLUDE', '1', 2, '{}', 12,
                          'ulla', now(), now(), 40, 'f', 1, 0, '1', 'samblik-lot/1', 'gorm', 'ulla', now(), 'gorm', now())
                        """).param("number", DRAW).param("area", area).update();
        String somebody = hub.world().town().people().get(0).name().shown();
        hub.bean(Candidates.class)
                .drawn(
                        "FREMSKUDT",
                        DRAW,
                        List.of(new DrawnHousehold(
                                new byte[32], DRAW + "-001", area, new Addressee(somebody, "Testvej 1"), false)));
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    /** One way to ask for something about people; who asks in a form says whom it is about. */
    private record Asked(RequestMethod method, String path) {

        HttpResponse<String> by(Browser browser, String token) {
            return method == RequestMethod.GET
                    ? browser.get(path, "Accept", "text/html, */*")
                    : browser.post(path, Map.of("_csrf", token, "cpr", citizen, "sog", number, "revision", "-1"));
        }

        /** Not for its body: that of a stream ends when the browser leaves. */
        int status(Browser browser, String token) {
            return method == RequestMethod.GET
                    ? browser.begin(path)
                    : by(browser, token).statusCode();
        }
    }

    /** Pages that show nobody, and come also while the log cannot be written. */
    private static final Set<String> NOBODY_SHOWN = Set.of(
            "GET /opslagslog",
            "POST /opslagslog/efterproev",
            "GET /opslagslog/udskrift",
            "POST /husstande/{id}/ikke-set",
            "POST /nyt/laest",
            "GET /hent-alle",
            "GET /effekt",
            "GET /kontakt/henvis",
            "POST /kontakt/henvis",
            "GET /udtraek",
            "POST /udtraek",
            "GET /udtraek/{number}",
            "GET /udtraek/{number}/fremdrift",
            "POST /udtraek/{number}/antal",
            "POST /udtraek/{number}/stop",
            "POST /udtraek/{number}/lod",
            "POST /udtraek/{number}/godkendelse",
            "POST /udtraek/{number}/tilbage",
            "POST /udtraek/{number}/laas",
            "POST /udtraek/{number}/kontrolgruppe",
            "POST /udtraek/{number}/luk",
            "GET /udtraek/{number}/protokol",
            "GET /effekt/{programme}",
            "GET /effekt/{programme}/{half}/tabel",
            "GET /effekt/{programme}/{half}/rapport",
            "POST /hent-alle",
            "POST /husstande/{id}/klargoer",
            "POST /husstande/{id}/hent",
            "GET /samtykker/traek-tilbage",
            "POST /samtykker/traek-tilbage",
            "GET /samtykker/ny",
            "GET /samtykker/ny/husstand",
            "POST /samtykker/ny/husstand");

    /** What handlers of the running hub say of themselves that they show to this role. A new one is here without being added. */
    private static List<Asked> endpoints(Viewer.Role role) {
        List<Asked> all = new ArrayList<>();
        hub.bean(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, handler) -> {
            OpenTo declared = handler.getMethodAnnotation(OpenTo.class);
            if (declared != null && List.of(declared.value()).contains(role)) {
                mapping.getPatternValues()
                        .forEach(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .filter(asked -> !NOBODY_SHOWN.contains(asked + " " + pattern))
                                .forEach(asked -> all.add(new Asked(asked, filled(pattern)))));
            }
        });
        return all;
    }

    private static String filled(String pattern) {
        String path = pattern.replaceAll(":[^}]*}", "}")
                .replace("{part}", "datoer")
                .replace("{number}", pattern.startsWith("/udtraek") ? DRAW : "1")
                .replace("{programme}", "FREMSKUDT")
                .replace("{id}", id(pattern))
                .replace("{household}", mine.toString())
                .replace("{way}", "traek-tilbage")
                .replace("{person}", consent.get("person_id").toString())
                .replace("{consent}", consent.get("consent_id").toString())
                .replace("{version}", consent.get("version").toString());
        assertThat(path).as("say here what stands in the place of a name").doesNotContain("{");
        return path;
    }

    private static String id(String pattern) {
        if (pattern.startsWith("/opslagslog/")) {
            return spotCheck;
        }
        if (pattern.startsWith("/samtykker/kvittering/")) {
            return consent.get("consent_id").toString();
        }
        return pattern.startsWith("/hentninger/") ? refresh.toString() : mine.toString();
    }

    /** Somebody who is signed in, the token of their forms, and what is open to their role. */
    private record Reader(Browser browser, String token, List<Asked> endpoints) {

        static Reader of(String subject, Viewer.Role role, String formAt) {
            Browser browser = signedIn(subject);
            return new Reader(browser, LogFaultsIT.token(browser.get(formAt).body()), LogFaultsIT.endpoints(role));
        }

        static List<Reader> all() {
            return List.of(
                    of("maja", Viewer.Role.TEAM, "/"),
                    of("dorte", Viewer.Role.DESK, "/samtykker/ny"),
                    of("dagny", Viewer.Role.DPO, "/opslagslog"),
                    of("kaj", Viewer.Role.CONTACT, "/kontakt/henvis"),
                    of("ulla", Viewer.Role.DRAW_OFFICER, "/udtraek"),
                    of("gorm", Viewer.Role.DRAW_APPROVER, "/udtraek"));
        }
    }

    private static Browser signedIn() {
        return signedIn("maja");
    }

    private static Browser signedIn(String subject) {
        Browser browser =
                new Browser(Integer.parseInt(hub.bean(Environment.class).getRequiredProperty("local.server.port")));
        String token = token(browser.get("/log-paa").body());
        browser.post("/log-paa", Map.of("username", subject, "password", "shown-to-everybody", "_csrf", token));
        return browser;
    }

    private static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).as("the page has a form").isTrue();
        return token.group(1);
    }

    private static long count(String table) {
        return hub.owner()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static boolean marked(HttpResponse<String> answer) {
        return MARKERS.stream().anyMatch(answer.body()::contains);
    }

    @Test
    void everyEndpointLogsBeforeItShows() {
        List<Reader> readers = Reader.all();
        assertThat(readers)
                .extracting(reader -> reader.endpoints().size())
                .allSatisfy(size -> assertThat(size).isGreaterThanOrEqualTo(3));
        readers.forEach(reader -> assertThat(reader.endpoints())
                .allSatisfy(asked -> logsBeforeItShows(asked, reader.browser(), reader.token())));
        Browser maja = readers.get(0).browser();
        assertThat(marked(maja.get("/")))
                .as("a marker is found where there is one")
                .isTrue();
        assertThat(marked(maja.get("/husstande/" + mine))).isTrue();
        assertThat(marked(maja.get("/hentninger/" + refresh))).isTrue();
        assertThat(marked(readers.get(1).browser().get("/samtykker"))).isTrue();
        assertThat(marked(readers.get(3).browser().get("/kontakt"))).isTrue();
        assertThat(marked(readers.get(4).browser().get("/udtraek/" + DRAW + "/husstande")))
                .isTrue();
    }

    /** A form that is shown again, its mistakes said, shows people like any page. */
    private static void logsBeforeItShows(Asked asked, Browser browser, String token) {
        long before = count("access_log");
        assertThat(asked.status(browser, token))
                .as(asked.path())
                .satisfiesAnyOf(
                        status -> assertThat(status).isLessThan(400),
                        status -> assertThat(status).isIn(404, 412, 422));
        assertThat(count("access_log")).as(asked.path()).isGreaterThan(before);
    }

    @Test
    void aLookIsLoggedWithTheConsentsAndTheVersionOfThatMoment() {
        signedIn().get("/husstande/" + mine);

        Map<String, Object> row =
                hub.owner().sql("""
                        select view_version, purpose, cardinality(consents) as consents from access_log
                         where action = 'VIEW' and actor = 'maja' and household_id = ? order by seq desc limit 1
                        """).param(mine.value()).query().singleRow();
        assertThat(row.get("view_version"))
                .isEqualTo(hub.owner()
                        .sql("select view_version from household where household_id = ?")
                        .param(mine.value())
                        .query(Integer.class)
                        .single());
        assertThat((Integer) row.get("consents")).isPositive();
        assertThat(row.get("purpose")).isEqualTo("household-work");
    }

    /** Acceptance case 24 of the domain reference. */
    @Test
    void aRefreshByWhoeverDoesNotFollowTheHouseholdIsRefusedAndLogged() {
        Browser maja = signedIn();
        String token = token(maja.get("/").body());
        long runs = count("run");
        HttpResponse<String> answer = maja.post("/husstande/" + foreign + "/hent", Map.of("_csrf", token));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(count("run")).isEqualTo(runs);
        assertThat(hub.owner()
                        .sql("select action || ' ' || outcome from access_log where household_id = ? and actor = 'maja'"
                                + " order by seq desc limit 1")
                        .param(foreign)
                        .query(String.class)
                        .single())
                .isEqualTo("DENIED NOT_YOURS");
    }

    @TestFactory
    Stream<DynamicTest> noFaultOfTheLogShowsAnybody() {
        return Stream.of(LogFault.values())
                .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> nothingIsShown(fault)));
    }

    private static void nothingIsShown(LogFault fault) {
        List<Reader> readers = Reader.all();
        Reader maja = readers.get(0);
        maja.endpoints().add(new Asked(RequestMethod.POST, "/husstande/" + mine + "/cpr"));
        maja.endpoints().add(new Asked(RequestMethod.POST, "/husstande/" + mine + "/hent?igen=ja"));
        maja.endpoints().add(new Asked(RequestMethod.GET, "/husstande/" + foreign));
        maja.endpoints().add(new Asked(RequestMethod.GET, "/husstande/no-id"));
        long runs = count("run");
        List<HttpResponse<String>> answers = new ArrayList<>();
        STORE.with(fault, hub.database(), () -> {
            // Side by side, since a lock is waited for.
            List<CompletableFuture<HttpResponse<String>>> all = readers.stream()
                    .flatMap(reader -> reader.endpoints().stream()
                            .map(asked ->
                                    CompletableFuture.supplyAsync(() -> asked.by(reader.browser(), reader.token()))))
                    .toList();
            all.forEach(answer -> answers.add(answer.join()));
        });

        assertThat(answers).hasSizeGreaterThanOrEqualTo(35).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.uri().getPath()).isEqualTo(503);
            assertThat(marked(answer)).as(answer.uri().getPath()).isFalse();
            assertThat(answer.body()).doesNotContain("KANARIEFUGL").doesNotContain("access_log");
        });
        assertThat(answers)
                .anyMatch(answer -> answer.body()
                        .contains("Opslaget kunne ikke logges, så vi viser ikke oplysningerne. Prøv igen om lidt."));
        assertThat(count("run")).as("nothing was asked for unlogged").isEqualTo(runs);
        assertThat(hub.bean(LogVerify.class).verify().holds()).isTrue();
        assertThat(signedIn().get("/husstande/" + mine).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutItsSecondPlaceForTooLongEveryEndpointIsClosedAndTheNightIsNot() throws IOException {
        Path place =
                Path.of(hub.settings().get("samblik.access.checkpoints.folder").toString());
        Path gone = place.resolveSibling("gone");
        hub.restart(Map.of(
                "samblik.access.checkpoints.every", "200ms",
                "samblik.access.checkpoints.look", "100ms",
                "samblik.access.checkpoints.stop-after", "1s"));
        List<Reader> readers = Reader.all();
        Browser maja = readers.get(0).browser();
        Browser dagny = readers.get(2).browser();
        SecondPlace secondPlace = hub.bean(SecondPlace.class);
        Files.move(place, gone);
        try {
            Awaitility.await().until(secondPlace::closed);

            readers.forEach(reader -> assertThat(reader.endpoints())
                    .allSatisfy(asked -> closed(asked, asked.by(reader.browser(), reader.token()))));
            assertThat(dagny.get("/opslagslog", "Accept", "text/html").body())
                    .contains("Loggens kontrolpunkter er væk eller byttet om");
            assertThat(maja.get("/husstande/" + mine, "Accept", "text/html").body())
                    .contains("Opslagsloggen har ikke kunnet sikres");
            assertThat(maja.get("/husstande/" + foreign).statusCode()).isEqualTo(404);
            assertThat(hub.night().state().ended()).isTrue();
        } finally {
            Files.move(gone, place);
        }
        Awaitility.await().until(() -> !secondPlace.closed());
        assertThat(maja.get("/husstande/" + mine).statusCode()).isEqualTo(200);
    }

    /** No paper and nobody to contact has the id that is asked for: refused as nobody's, which shows nothing, and logged. */
    private static void closed(Asked asked, HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as(asked.path())
                .isEqualTo(asked.path().matches("/samtykker/bilag/.*|/kontakt/.*") ? 404 : 503);
        assertThat(marked(answer)).as(asked.path()).isFalse();
    }
}
