package dk.samblik.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.Samblik;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                .doesNotContain(SECRET);
    }
}
