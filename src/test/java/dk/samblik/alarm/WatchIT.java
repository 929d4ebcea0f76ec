package dk.samblik.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dk.samblik.access.Viewer;
import dk.samblik.browser.TestSignIn;
import dk.samblik.campaign.canary.Collector;
import dk.samblik.consent.Withdrawal;
import dk.samblik.consent.Withdrawn;
import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import dk.samblik.demo.social.SocialFault;
import dk.samblik.household.PersonId;
import dk.samblik.household.RunId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.actuate.management.HeapDumpWebEndpoint;
import org.springframework.boot.actuate.management.ThreadDumpEndpoint;
import org.springframework.core.env.Environment;

/** What IT staff watch a whole hub by: figures, probes and alarms, with a register that goes down and comes back. */
class WatchIT {

    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-z_]+)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ROW = Pattern.compile("\\| `(samblik_[a-z_]+)` \\| (\\w+) \\| ([^|]*)\\|");
    private static final Pattern SOMEBODY =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-|(?<![0-9])[0-9]{6}-?[0-9]{4}(?![0-9])");

    private static final List<String> TOLD = new CopyOnWriteArrayList<>();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Collector COLLECTOR = new Collector();
    private static HttpServer receiver;
    private static Hub hub;

    @BeforeAll
    static void aNightAWithdrawalAndANight() throws Exception {
        // Tests write their log by a file of their own, which has no last net
        Class.forName("dk.samblik.household.LogText");
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", call -> {
            TOLD.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        receiver.start();
        hub = Hub.start(
                WorldSize.TINY,
                TestSignIn.settings(Map.of(
                        "samblik.telemetry.traces",
                        COLLECTOR.address(),
                        "samblik.webhooks.vagt.url",
                        "http://127.0.0.1:" + receiver.getAddress().getPort(),
                        "samblik.webhooks.vagt.secrets",
                        "whsec_" + "b".repeat(40),
                        "samblik.webhooks.vagt.events",
                        "alarm.begun,alarm.ended",
                        "samblik.alarms.receivers.drift.mail",
                        "drift@fjordsted.example",
                        "samblik.notice.mail.host",
                        "127.0.0.1",
                        "samblik.notice.mail.port",
                        "1",
                        "samblik.notice.mail.from",
                        "samblik@fjordsted.example",
                        "samblik.notice.mail.link",
                        "https://samblik.fjordsted.example/nyt")));
        hub.night();
        hub.social().fault(SocialFault.DOWN);
        look();
        hub.night();
        hub.social().fault(SocialFault.NONE);
        look();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !told("alarm.begun", "SOURCE_DOWN").isEmpty());
        PersonId person = new PersonId(hub.owner()
                .sql("select person_id from consent_in_force limit 1")
                .query(UUID.class)
                .single());
        hub.bean(Withdrawal.class).withdraw(person, new Withdrawn.Everything(), Viewer.HUB, "test");
        send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port("server") + "/csp"))
                .header("Content-Type", "application/csp-report")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"csp-report\": {\"document-uri\": \"/\", \"effective-directive\": \"img-src\"}}")));
    }

    @AfterAll
    static void stop() {
        hub.close();
        receiver.stop(0);
    }

    private static void look() {
        hub.bean(Alarms.class).look();
    }

    private static List<String> told(String event, String alarm) {
        return TOLD.stream()
                .filter(body -> body.contains("\"" + event + "\"") && body.contains("\"" + alarm + "\""))
                .toList();
    }

    private static String port(String which) {
        return hub.bean(Environment.class).getRequiredProperty("local." + which + ".port");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> managed(String path, String accept) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port("management") + "/actuator" + path))
                .header("Accept", accept));
    }

    private static int status(String path) {
        return managed(path, "*/*").statusCode();
    }

    private static JsonNode json(String path) throws IOException {
        return new ObjectMapper().readTree(managed(path, "application/json").body());
    }

    /** The names, each with its kind and labels, as the endpoint has them. */
    private static Map<String, String> scraped(String text) {
        Map<String, String> types = new TreeMap<>();
        Map<String, Set<String>> labels = new TreeMap<>();
        for (String line : text.split("\n")) {
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (type.matches()) {
                types.put(type.group(1), type.group(2));
            } else if (sample.matches()) {
                String family = sample.group(1);
                String base = family.replaceFirst("_(bucket|sum|count|max)$", "");
                Set<String> known = labels.computeIfAbsent(
                        "histogram".equals(types.get(base)) ? base : family, name -> new TreeSet<>());
                LABEL.matcher(String.valueOf(sample.group(2)))
                        .results()
                        .map(label -> label.group(1))
                        .filter(label -> !label.equals("le"))
                        .forEach(known::add);
            }
        }
        Map<String, String> all = new TreeMap<>();
        labels.forEach((name, its) -> all.put(name, types.get(name) + " " + its));
        return all;
    }

    private static Map<String, String> documented() throws IOException {
        Map<String, String> all = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("docs/operations/metrics.md")));
        while (row.find()) {
            Set<String> labels = new TreeSet<>();
            Stream.of(row.group(3).split("[ ,]+"))
                    .filter(label -> !label.isBlank())
                    .forEach(labels::add);
            all.put(row.group(1), row.group(2) + " " + labels);
        }
        return all;
    }

    @Test
    void theFiguresAreThoseOfTheTableNoMoreAndNoLess() throws IOException {
        look();
        String text = managed("/prometheus", "text/plain").body();
        Map<String, String> ours = scraped(text);
        ours.keySet().removeIf(name -> !name.startsWith("samblik_"));

        assertThat(ours).isEqualTo(documented());
        assertThat(text).contains("camel_exchanges_failed_total{", "camel_route_policy_seconds_count{");
    }

    @Test
    void noFigureLeadsToAnybody() {
        send(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port("server") + "/husstande/" + UUID.randomUUID())));
        List<String> wrong = new ArrayList<>();
        List<String> lines = managed("/prometheus", "text/plain")
                .body()
                .lines()
                // The heap is an area to the JVM
                .filter(line -> !line.startsWith("jvm_"))
                .toList();
        for (String line : lines) {
            LABEL.matcher(line)
                    .results()
                    .filter(label -> Set.of("area", "household", "person", "user", "team", "subject")
                                    .contains(label.group(1))
                            || SOMEBODY.matcher(label.group(2)).find())
                    .forEach(label -> wrong.add(line));
        }

        assertThat(wrong).isEmpty();
        assertThat(managed("/prometheus", "application/openmetrics-text").body())
                .contains("# EOF")
                .doesNotContain(" # {");
    }

    @Test
    void aRegisterThatIsDownIsSaidAndNeverMakesTheHubUnready() throws IOException {
        hub.social().fault(SocialFault.DOWN);
        try {
            hub.night();
            assertThat(status("/health/readiness")).isEqualTo(200);
            assertThat(status("/health")).isEqualTo(200);
            assertThat(status("/health/sources")).isEqualTo(200);
            JsonNode sources = json("/health/sources");
            assertThat(sources.at("/status").asText()).isEqualTo("DEGRADED");
            assertThat(sources.at("/components/sources/details/social/state").asText())
                    .isEqualTo("DOWN");
            assertThat(sources.at("/components/sources/details/jobcenter/state").asText())
                    .isEqualTo("DONE");
        } finally {
            hub.social().fault(SocialFault.NONE);
        }
        hub.night();
        assertThat(json("/health/sources")
                        .at("/components/sources/details/social/state")
                        .asText())
                .as("up again, about everybody or most")
                .isIn("DONE", "PARTLY");
    }

    @Test
    void aCollectorIsSentRunsChunksAndQuestionsAndNobodyInThem() {
        RunId night = hub.night().id();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(COLLECTOR.text())
                        .contains(night.toString(), "samblik.households", "publish", "jobcenter", "boern-og-unge"));

        assertThat(hub.world().town().people())
                .isNotEmpty()
                .allSatisfy(person -> assertThat(COLLECTOR.text())
                        .doesNotContain(person.cpr(), person.name().shown()));
        assertThat(hub.owner()
                        .sql("select household_id::text from household union select number from household")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(COLLECTOR.text()::contains);
    }

    @Test
    void withoutItsConsentsOrItsLogTheHubIsNotReadyButAlive() {
        for (String[] right : new String[][] {
            {"select on consent_in_force", "hub_web"},
            {"insert on access_log", "hub_audit"}
        }) {
            hub.owner().sql("revoke " + right[0] + " from " + right[1]).update();
            try {
                assertThat(status("/health/readiness")).as(right[0]).isEqualTo(503);
                assertThat(status("/health/liveness")).as(right[0]).isEqualTo(200);
            } finally {
                hub.owner().sql("grant " + right[0] + " to " + right[1]).update();
            }
        }
        assertThat(status("/health/readiness")).isEqualTo(200);
    }

    @Test
    void whichVersionByWhichRulesAndNothingOfTheSettings() throws IOException {
        JsonNode info = json("/info");
        String mappings = hub.owner()
                .sql("select mappings_hash from run order by requested_at desc limit 1")
                .query(String.class)
                .single();

        assertThat(info.at("/rules/mappings").asText()).isEqualTo(mappings);
        assertThat(info.at("/build/version").asText()).isNotBlank();
        for (String closed : List.of("/env", "/configprops", "/beans", "/heapdump", "/loggers", "/camel")) {
            assertThat(status(closed)).as(closed).isIn(302, 403, 404);
        }
        assertThat(List.of(HeapDumpWebEndpoint.class, ThreadDumpEndpoint.class, EnvironmentEndpoint.class))
                .as("not only closed: not there")
                .noneMatch(hub::has);
        assertThat(hub.bean(Environment.class).getProperty("management.server.address"))
                .isEqualTo("127.0.0.1");
        assertThat(hub.bean(CamelContext.class).isLogExhaustedMessageBody())
                .as("what a message held comes into no log")
                .isFalse();
    }

    @Test
    void aThousandFailuresOfARegisterAreOneAlarmThatOtherSystemsAreToldOfTwice() {
        hub.owner()
                .sql("update alarm set seen_at = seen_at - interval '30 days'")
                .update();
        hub.night();
        look();
        TOLD.clear();
        String register = hub.owner()
                .sql(
                        "select g.register from run_register g join run r using (run_id) where r.kind = 'NIGHTLY' and g.state = 'DONE'"
                                + " and g.asked > 0 order by r.ended_at desc, g.register limit 1")
                .query(String.class)
                .single();
        hub.owner().sql("""
                        insert into run (run_id, kind, reason, requested_by, household_id, night, requested_at, started_at, ended_at,
                          state)
                        select md5('failure ' || n)::uuid, 'REFRESH', 'TEAM', 'test', gen_random_uuid(), current_date, now(), now(),
                          now() + n * interval '1 millisecond', 'DONE_WITH_GAPS' from generate_series(1, 1000) n
                        """).update();
        hub.owner().sql("""
                        insert into run_register (run_id, register, state, reason, asked)
                        select run_id, :register, 'DOWN', 'HELD_BACK', 1 from run where requested_by = 'test' and reason = 'TEAM'
                        """).param("register", register).update();

        look();
        look();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told("alarm.begun", "SOURCE_DOWN"))
                        .as("%s", TOLD)
                        .hasSize(1));
        hub.owner()
                .sql("delete from run where requested_by = 'test' and reason = 'TEAM'")
                .update();
        hub.owner()
                .sql("update alarm set seen_at = seen_at - interval '30 days'")
                .update();
        look();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told("alarm.ended", "SOURCE_DOWN"))
                        .as("%s", TOLD)
                        .hasSize(1));

        assertThat(told("alarm.begun", "SOURCE_DOWN").get(0)).contains("\"source\":\"" + register + "\"");
        assertThat(TOLD).noneMatch(body -> body.contains("household"));
        assertThat(hub.owner()
                        .sql("select count(*) from alarm_message m join alarm a using (alarm_id)"
                                + " where a.kind = 'SOURCE_DOWN' and a.source = :register")
                        .param("register", register)
                        .query(Long.class)
                        .single())
                .as("and two mails to the one who is told by mail")
                .isEqualTo(2);
    }

    @Test
    void whenTheLogCannotBeWrittenThatIsAnAlarm() {
        hub.owner().sql("revoke insert on access_log from hub_audit").update();
        try {
            look();
        } finally {
            hub.owner().sql("grant insert on access_log to hub_audit").update();
        }

        assertThat(hub.owner()
                        .sql("select count(*) from alarm where kind = 'ACCESS_LOG' and ended_at is null")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void aRealPrometheusReadsTheHubEvaluatesTheRulesAndAnswersEveryQuestionOfTheBoards(@TempDir Path folder)
            throws IOException {
        look();
        try (Prometheus prometheus = Prometheus.scraping("127.0.0.1:" + port("management"), folder)) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> !prometheus.ask("up{job=\"samblik\"} == 1").isEmpty());
            hub.night();
            look();
            Map<String, String> questions = questions();
            Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                assertThat(prometheus.rules())
                        .hasSize(11)
                        .allMatch(rule -> rule.get("health").asText().equals("ok"));
                List<String> silent = questions.entrySet().stream()
                        .filter(question -> prometheus.ask(question.getValue()).isEmpty())
                        .map(Map.Entry::getKey)
                        .toList();
                assertThat(silent).as("panels without data").isEmpty();
            });
        }
    }

    /** Every question of every board, by board and panel. */
    private static Map<String, String> questions() throws IOException {
        Map<String, String> questions = new TreeMap<>();
        try (Stream<Path> boards = Files.list(Path.of("docs/operations/grafana"))) {
            for (Path board : boards.filter(Files::isRegularFile).toList()) {
                for (JsonNode panel :
                        new ObjectMapper().readTree(board.toFile()).get("panels")) {
                    for (JsonNode target : panel.get("targets")) {
                        questions.put(
                                board.getFileName() + ": " + panel.get("title").asText() + " "
                                        + target.get("refId").asText(),
                                target.get("expr").asText());
                    }
                }
            }
        }
        assertThat(questions).hasSizeGreaterThanOrEqualTo(18);
        return questions;
    }
}
