package dk.samblik.register;

import static dk.samblik.register.SmallService.dripping;
import static dk.samblik.register.SmallService.result;
import static dk.samblik.register.SmallService.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dk.samblik.consent.Chunk;
import dk.samblik.consent.TestChunks;
import dk.samblik.household.Department;
import dk.samblik.run.Progress;
import dk.samblik.run.Switches;
import dk.samblik.storage.Login;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Stage 40: a register answers, or the team keeps what it last saw; the others are as fresh as ever. */
@Timeout(60)
class RegisterRouteTest {

    private static final String METTE = "1203859900";
    private static final String FREJA = "3008179900";
    private static final String JONAS = "0705799901";

    private static TestDatabase database;
    private static Login school;
    private static JdbcClient owner;

    @TempDir
    Path folder;

    @TempDir
    Path mappings;

    private final SmallService social = new SmallService();
    private final Map<String, RegisterSettings.Connection> connections = new HashMap<>();
    private RegisterLine line;

    @BeforeAll
    static void openDatabases() {
        database = TestDatabase.fresh();
        school = TestDatabase.bare("skole");
        owner = JdbcClient.create(new DriverManagerDataSource(school.url(), school.user(), school.password()));
        owner.sql("create schema skole").update();
        owner.sql("""
                create table skole.elev (cpr character(10) not null, skole text, note text, fra date, klokken time,
                  timer numeric(5,2), venter double precision)
                """).update();
    }

    @AfterAll
    static void closeDatabases() {
        database.close();
    }

    @BeforeEach
    void setUp() throws IOException {
        database.pipeline().sql().sql("delete from delivery").update();
        database.ops().sql().sql("delete from route_switch").update();
        owner.sql("truncate skole.elev").update();
        pupil(FREJA, "2026-08-10");
        pupil(FREJA, "2024-08-10");
        pupil(JONAS, "2026-08-10");
        new JobcenterFiles(folder).deliver("20261117");
        social.knows(METTE, 40117, result(40117));
        connections.put("jobcenter", RegisterTests.connection(folder, null));
        connections.put("boern-og-unge", RegisterLine.school(school, Duration.ofSeconds(2)));
        connections.put(
                "social",
                new RegisterSettings.Connection(
                        null,
                        social.url(),
                        null,
                        null,
                        "client",
                        "secret",
                        Duration.ofSeconds(2),
                        Duration.ofMillis(25)));
        RegisterLine.mappings(mappings);
    }

    private static void pupil(String number, String from) {
        owner.sql("insert into skole.elev values (?, 'Lærkeskolen', 'a secret', cast(? as date), '08:15', 4.5, null)")
                .params(number, from)
                .update();
    }

    @AfterEach
    void tearDown() {
        if (line != null) {
            line.close();
        }
        social.close();
    }

    private RegisterLine line() {
        line = new RegisterLine(mappings, connections, database);
        return line;
    }

    private static Chunk family() {
        return TestChunks.chunk(
                LocalDate.of(2026, 11, 18),
                TestChunks.person(METTE, Department.EMPLOYMENT, Department.SOCIAL),
                TestChunks.person(FREJA, Department.CHILDREN));
    }

    @Test
    void everyRegisterAnswersAboutItsOwnPeople() {
        Map<String, Object> answers = line().gather(family());

        assertThat(answers).containsOnlyKeys("jobcenter", "boern-og-unge", "social", "Chunk");
        assertThat(rows(answers, "jobcenter")).extracting(Row::table).contains("SAG", "SAGSBEHANDLER");
        assertThat(rows(answers, "social")).extracting(Row::table).contains("sager");
        assertThat(rows(answers, "boern-og-unge")).extracting(Row::table).containsExactly("elev", "fravaer");
        assertThat(social.asked()).isEqualTo(AskedKeys.of(family(), Department.SOCIAL));
    }

    private static List<Row> rows(Map<String, Object> answers, String register) {
        return ((Reading) answers.get(register)).rows();
    }

    @Test
    void aDatabaseGivesNamedColumnsOfConsentingPeopleWithinTheirPeriod() {
        Reading reading = (Reading) line().ask("boern-og-unge", family());

        Row enrolment = reading.rows().get(0);
        assertThat(enrolment.values())
                .containsEntry("fra", LocalDate.of(2026, 8, 10))
                .containsEntry("klokken", LocalTime.of(8, 15))
                .containsEntry("cpr", FREJA)
                .doesNotContainKey("note");
        assertThat(reading.rows()).filteredOn(row -> row.table().equals("elev")).hasSize(1);
        assertThat(line.headers.toString()).doesNotContain(FREJA);
    }

    @Test
    void aRegisterThatNobodySaysYesToIsNotAsked() {
        Chunk chunk = TestChunks.refresh(TestChunks.person(METTE, Department.HOUSING));

        Map<String, Object> answers = line().gather(chunk);

        assertThat(rows(answers, "social")).isEmpty();
        assertThat(rows(answers, "boern-og-unge")).isEmpty();
        assertThat(social.paths).isEmpty();
        assertThat(line.progress.told(chunk.run().id()))
                .extracting(Progress.Event::step)
                .containsOnly(Progress.Step.NOT_IN_SCOPE)
                .hasSize(3);
    }

    @Test
    void aRegisterThatIsDownLeavesTheOthersFresh() throws IOException {
        connections.put("boern-og-unge", nowhere());
        social.next("/borgere/soeg", failing(20));
        Chunk refresh = TestChunks.refresh(
                TestChunks.person(METTE, Department.EMPLOYMENT, Department.SOCIAL),
                TestChunks.person(FREJA, Department.CHILDREN));

        Map<String, Object> answers = line().gather(refresh);

        assertThat(answers.get("boern-og-unge"))
                .isEqualTo(new Missed("boern-og-unge", Department.CHILDREN, refresh, "NO_ANSWER"));
        assertThat(answers.get("social")).isEqualTo(new Missed("social", Department.SOCIAL, refresh, "NO_ANSWER"));
        assertThat(rows(answers, "jobcenter")).isNotEmpty();
        assertThat(line.progress.told(refresh.run().id()))
                .filteredOn(event -> event.step() == Progress.Step.DOWN)
                .extracting(Progress.Event::register)
                .containsExactlyInAnyOrder("boern-og-unge", "social");
    }

    private static SmallService.Trick[] failing(int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> status(500, "{\"fejlkode\":\"INTERN_FEJL\"}"))
                .toArray(SmallService.Trick[]::new);
    }

    private static RegisterSettings.Connection nowhere() throws IOException {
        try (ServerSocket closedSoon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://localhost:" + closedSoon.getLocalPort() + "/none";
            return new RegisterSettings.Connection(
                    null, url, "nobody", "", null, null, Duration.ofSeconds(2), Duration.ofMillis(25));
        }
    }

    @Test
    void aRegisterThatStumblesIsAskedAgain() {
        social.next("/udtraek", failing(2));

        assertThat(((Reading) line().ask("social", family())).rows()).isNotEmpty();
        assertThat(social.calls("/udtraek")).isEqualTo(3);
    }

    @Test
    void aRegisterThatIsDownIsAskedAFewTimesAndThenLeftAloneForThatRun() {
        social.next("/borgere/soeg", failing(20));
        Chunk chunk = family();

        assertThat(line().ask("social", chunk)).isInstanceOf(Missed.class);
        int calls = social.calls("/borgere/soeg");
        assertThat(calls).isBetween(2, 4);
        assertThat(line.ask("social", chunk)).isInstanceOf(Missed.class);
        assertThat(social.calls("/borgere/soeg")).isEqualTo(calls);
    }

    @Test
    void aRegisterThatIsStoppedIsNotCalledOnceMoreNotEvenInTheMiddleOfAQuestion() {
        line();
        social.next("/borgere/soeg", exchange -> {
            line.switches.set("ask-social", Switches.State.STOPPED, "ivan");
            status(500, "{}").answer(exchange);
        });

        Missed missed = (Missed) line.ask("social", family());

        assertThat(missed.reason()).as("what was under way failed of itself").isIn("NO_ANSWER", "SWITCHED_OFF");
        int calls = social.paths.size();
        assertThat(((Missed) line.ask("social", family())).reason()).isEqualTo("SWITCHED_OFF");
        assertThat(social.calls("/borgere/soeg")).isEqualTo(1);
        assertThat(social.paths).hasSize(calls).doesNotContain("/udtraek");
    }

    @Test
    void aRegisterThatIsPausedEndsTheQuestionItIsAt() {
        line();
        social.next("/borgere/soeg", exchange -> {
            line.switches.set("register-social", Switches.State.PAUSED, "ivan");
            status(500, "{}").answer(exchange);
        });

        assertThat(line.ask("social", family())).isInstanceOf(Reading.class);
        assertThat(((Missed) line.ask("social", family())).reason()).isEqualTo("SWITCHED_OFF");

        line.switches.set("register-social", Switches.State.STARTED, "ivan");
        assertThat(line.ask("social", family())).isInstanceOf(Reading.class);
    }

    @Test
    void aDatabaseThatIsStoppedIsAskedNoFurtherQuery() {
        line().switches.set("ask-boern-og-unge", Switches.State.STOPPED, "ivan");

        Map<String, Object> answers = line.gather(family());

        assertThat(((Missed) answers.get("boern-og-unge")).reason()).isEqualTo("SWITCHED_OFF");
        assertThat(rows(answers, "social")).as("the others are asked as before").isNotEmpty();
    }

    @Test
    void anotherRunAsksAnewARegisterThatWasDown() {
        social.next("/borgere/soeg", failing(4));
        assertThat(line().ask("social", family())).isInstanceOf(Missed.class);

        assertThat(line.ask("social", family())).isInstanceOf(Reading.class);
    }

    @Test
    void aQuestionThatIsRefusedIsNotRepeated() throws IOException {
        Path file = mappings.resolve("boern-og-unge.yaml");
        Files.writeString(file, Files.readString(file).replace("from skole.elev e where", "from skole.elever e where"));

        Missed missed = (Missed) line().ask("boern-og-unge", family());

        assertThat(missed.reason()).isEqualTo("SCHEMA");
    }

    @Test
    void aHeldBackDeliveryIsMissedWithItsReason() throws IOException {
        Files.writeString(folder.resolve("JC_SAG_20261117.csv"), "SAGSNR;CPRNR\r\nSLUT;0\r\n");

        Missed missed = (Missed) line().ask("jobcenter", family());

        assertThat(missed.reason()).isEqualTo("MISSING_COLUMN");
        assertThat(missed.source()).isEqualTo(Department.EMPLOYMENT);
    }

    @Test
    void aDatabaseThatTakesTooLongIsCutOff() {
        owner.sql("update skole.elev set venter = 20").update();
        line();
        long begun = System.nanoTime();

        Missed missed = (Missed) line.ask("boern-og-unge", family());

        assertThat(missed.reason()).isIn("TIMEOUT", "NO_ANSWER");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aServerThatNeverSpeaksIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://localhost:" + silent.getLocalPort() + "/none";
            connections.put(
                    "boern-og-unge",
                    new RegisterSettings.Connection(
                            null, url, "nobody", "", null, null, Duration.ofSeconds(2), Duration.ofMillis(25)));

            assertThat(line().ask("boern-og-unge", family())).isInstanceOf(Missed.class);
        }
    }

    @Test
    void aSlowRegisterDelaysNobodyBeyondItsLimit() {
        social.next("/borgere/soeg", dripping());
        line();
        long begun = System.nanoTime();

        Map<String, Object> answers = line.gather(family());

        assertThat(((Missed) answers.get("social")).reason()).isEqualTo("TIMEOUT");
        assertThat(rows(answers, "jobcenter")).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aFaultOfOursIsNotTakenForARegisterThatIsDown() {
        line().breakMapper();

        assertThatThrownBy(() -> line.gather(family())).hasRootCauseMessage("our fault");
        assertThat(line.published).isEmpty();
    }

    @Test
    void nothingOfAnybodyIsLogged() throws IOException {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try {
            owner.sql("update skole.elev set venter = 20").update();
            social.next("/borgere/soeg", status(200, "{\"resultater\":[{\"noegle\":\"" + METTE));
            social.next("/borgere/soeg", failing(20));
            Files.writeString(folder.resolve("JC_SAG_20261117.csv"), "SAGSNR;CPRNR\r\n1;" + METTE + "\r\nSLUT;1\r\n");
            line().gather(family());
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list)
                .allSatisfy(event -> assertThat(event.getFormattedMessage() + thrown(event))
                        .doesNotContain(METTE)
                        .doesNotContain(FREJA)
                        .doesNotContain("a secret"));
    }

    private static String thrown(ILoggingEvent event) {
        StringBuilder messages = new StringBuilder();
        for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            messages.append(cause.getMessage());
        }
        return messages.toString();
    }
}
