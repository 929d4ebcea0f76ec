package dk.samblik.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dk.samblik.Samblik;
import dk.samblik.storage.Login;
import dk.samblik.storage.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands that need no hub: what they look at, what they say, and that no value of a row or a secret is in it. */
class AloneCommandsTest {

    private static final String SECRET = "meget-hemmeligt-ord";

    @TempDir
    private Path folder;

    private final PrintStream terminal = System.out;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void putBack() {
        System.setOut(terminal);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aSampleIsJudgedByAMappingFileAndShownMasked() throws IOException {
        Path sample = Files.writeString(folder.resolve("rows.csv"), """
                SELSKAB;AFDELING;LEJEMAAL;LEJER1_CPR;INDFLYTNING;FRAFLYTNING;ADRESSE;POSTNR;BYNAVN
                101;12;45;;01.08.2019;;Kanariefuglevej 7;9988;Fjordsted
                101;12;46;;01-08-2019;;Kanariefuglevej 9;9988;Fjordsted
                """);

        int exit = Console.run(Samblik.class, "mapping", "test", "mappings/bolig.yaml", sample.toString());

        assertThat(exit).isEqualTo(ExitCode.QUARANTINE);
        assertThat(said())
                .contains(
                        "1  mapped",
                        "from: date",
                        "address: text(",
                        "2  Q03 INDFLYTNING",
                        "2 rows, 1 of them set aside")
                .doesNotContain("Kanariefuglevej", "2019");
    }

    @Test
    void aTableThatNoRecordReadsIsRefused() throws IOException {
        Path sample = Files.writeString(folder.resolve("rows.json"), "[]");

        assertThat(Console.run(
                        Samblik.class, "mapping", "test", "mappings/bolig.yaml", sample.toString(), "--table", "NONE"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theRoutesAreDrawn() {
        assertThat(Console.run(Samblik.class, "route", "diagram")).isZero();

        assertThat(said())
                .startsWith("flowchart TD")
                .contains("run --> population", "gather --> register-jobcenter", "gather --> publish")
                .contains("register-jobcenter -- ask-csv --> ask-jobcenter");
    }

    @Test
    void eachRegisterIsTriedWithoutAskingAboutAnybody() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("bolig"));

        int exit = Console.run(
                Samblik.class,
                "--samblik.register.bolig.folder=" + empty,
                "--samblik.register.jobcenter.folder=" + folder.resolve("none"),
                "--samblik.register.social.url=http://127.0.0.1:1/api",
                "--samblik.register.social.client-id=samblik",
                "--samblik.register.social.client-secret=" + SECRET,
                "source",
                "check");

        assertThat(exit).isEqualTo(ExitCode.STALE);
        assertThat(said().lines().map(line -> line.replaceAll(" +", " ").strip()))
                .contains(
                        "bolig CSV NO_DELIVERY -",
                        "jobcenter CSV NO_FOLDER",
                        "social REST NO_ANSWER",
                        "boern-og-unge JDBC NOT_CONFIGURED",
                        "folkeregister CPR NOT_CONFIGURED");
        assertThat(said()).doesNotContain(SECRET);
        said.reset();
        Console.run(Samblik.class, "source", "check", "--output", "json");
        assertThat(Schema.read("sources", said())).isNotEmpty();
    }

    /** A service and a database, both with another secret than the hub's; then the hub is given the right one. */
    @Test
    void theDoctorTellsARegisterThatRefusesTheHubFromOneThatIsDown() throws Exception {
        Login bu = TestDatabase.bare("bu_of_the_doctor");
        HttpServer social = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        social.createContext("/", call -> {
            boolean known = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    .contains("client_secret=" + SECRET);
            byte[] answer = "{\"access_token\":\"t\"}".getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(known ? 200 : 401, answer.length);
            call.getResponseBody().write(answer);
            call.close();
        });
        social.start();
        try {
            sources(bu, "den-gamle", "den-gamle", social);
            assertThat(said())
                    .contains("social refuses the hub: NOT_ALLOWED", "boern-og-unge refuses the hub: NOT_ALLOWED")
                    .contains("Put the new one in its file")
                    .doesNotContain("den-gamle");
            said.reset();
            sources(bu, bu.password(), SECRET, social);
            assertThat(said()).doesNotContain("social ", "boern-og-unge ", bu.password(), SECRET);
        } finally {
            social.stop(0);
        }
    }

    private static void sources(Login bu, String password, String secret, HttpServer social) {
        Console.run(
                Samblik.class,
                "--samblik.register.social.url=http://127.0.0.1:"
                        + social.getAddress().getPort(),
                "--samblik.register.social.client-id=samblik",
                "--samblik.register.social.client-secret=" + secret,
                "--samblik.register.boern-og-unge.url=" + bu.url(),
                "--samblik.register.boern-og-unge.user=" + bu.user(),
                "--samblik.register.boern-og-unge.password=" + password,
                "--samblik.register.boern-og-unge.limit=1s",
                "doctor");
    }

    /** A programme's file can change after the file of teams was taken. */
    @Test
    void theDoctorRemarksOnTitlesAProgrammeDoesNotNameAndSaysNobodyOfThem() {
        TestDatabase database = TestDatabase.fresh();
        JdbcClient.create(database.owner()).sql("""
                insert into staff (subject, name, role, title, organisation, team, area)
                values ('jens', 'Jens Test', 'TEAM', 'Jobkonsullent', 'Fjordsted Kommune', 'Nord', 'Mosebakken'),
                       ('maja', 'Maja Test', 'COORDINATOR', 'Tovholder', 'Fjordsted Kommune', 'Nord', 'Mosebakken'),
                       ('eva', 'Eva Test', 'EVALUATOR', 'Evaluator', 'Fjordsted Kommune', 'Nord', 'Mosebakken')
                """).update();

        doctor(database);
        String first = said();
        said.reset();
        JdbcClient.create(database.owner())
                .sql("update staff set title = 'Jobkonsulent' where subject = 'jens'")
                .update();
        doctor(database);

        assertThat(first)
                .contains("NOTE  titles", "1 in teams of Mosebakken", "FREMSKUDT does not name. It names: Tovholder,")
                .doesNotContain("Jens", "jens", "Jobkonsullent");
        assertThat(said()).contains("ok    titles").doesNotContain("NOTE");
        assertThat(counted(said())).isEqualTo(counted(first));
        database.close();
    }

    private static void doctor(TestDatabase database) {
        Console.run(
                Samblik.class,
                Stream.concat(
                                database.settings().entrySet().stream()
                                        .map(one -> "--" + one.getKey() + "=" + one.getValue()),
                                Stream.of("doctor"))
                        .toArray(String[]::new));
    }

    /** How many things are wrong, as it says at the end. */
    private static String counted(String said) {
        return said.lines().reduce("", (before, line) -> line);
    }

    @Test
    void theDoctorSaysEverythingThatIsWrongAndNoSecret() throws IOException {
        Path key = Files.writeString(folder.resolve("master.key"), SECRET);
        Files.writeString(folder.resolve("keystore.jsonl"), "");

        int exit = Console.run(
                Samblik.class,
                "--samblik.storage.url=jdbc:postgresql://127.0.0.1:1/samblik",
                "--samblik.storage.user=hub_owner",
                "--samblik.storage.password=" + SECRET,
                "--samblik.access.master-key=" + key,
                "--samblik.access.keystore=" + folder.resolve("keystore.jsonl"),
                "--samblik.consent.new-adult-grace=" + SECRET,
                "--samblik.run.nightly=0 30 2 * * ?",
                "--samblik.runs.chunk=5",
                "doctor");

        assertThat(exit).isEqualTo(ExitCode.REFUSED);
        assertThat(said())
                .contains(
                        "WRONG settings",
                        "samblik.runs.chunk is no setting",
                        "samblik.consent.new-adult-grace has a value that cannot be read",
                        "WRONG time zone",
                        "fires between 02:00 and 03:00",
                        "WRONG keys",
                        "WRONG database",
                        "The database cannot be reached",
                        "WRONG sources",
                        "jobcenter does not answer: NOT_CONFIGURED",
                        "things are wrong")
                .doesNotContain(SECRET, "NOTE");
    }
}
