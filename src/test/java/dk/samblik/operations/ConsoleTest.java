package dk.samblik.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.Samblik;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The command line: what it offers without a hub, and what it says when the hub cannot start. */
@ExtendWith(OutputCaptureExtension.class)
class ConsoleTest {

    @Test
    void settingsAloneAskForNoCommand() {
        assertThat(Console.asked("--samblik.run.chunk=5", "--spring.profiles.active=demo"))
                .isFalse();
        assertThat(Console.asked("--samblik.run.chunk=5", "import", "households", "file.json"))
                .isTrue();
    }

    @Test
    void helpNamesEveryCommandAndNeedsNoHub() {
        PrintStream terminal = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            assertThat(Console.run(Samblik.class, "--help")).isZero();
        } finally {
            System.setOut(terminal);
        }

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(
                        "run ",
                        "import ",
                        "withdraw ",
                        "log ",
                        "backup ",
                        "restore ",
                        "owner-key",
                        "upgrade ",
                        "doctor ",
                        "source ",
                        "mapping ",
                        "route ",
                        "quarantine ",
                        "consent ",
                        "new-master-key",
                        "person ",
                        "support ");
    }

    @Test
    void theDataOwnersKeyIsMadeWithoutAHubAndNeverOverAnother(@TempDir Path folder) {
        String file = folder.resolve("owner.key").toString();

        assertThat(Console.run(Samblik.class, "owner-key", file)).isZero();
        assertThat(folder.resolve("owner.key.public")).exists();
        assertThat(Console.run(Samblik.class, "owner-key", file)).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aRestoreStartsNothingOfTheHub() {
        assertThat(Console.run(
                        Samblik.class,
                        "--samblik.register.jobcenter.folder=nowhere",
                        "--samblik.storage.url=jdbc:postgresql://localhost/none",
                        "--samblik.retention.backup.database=nowhere",
                        "restore",
                        "samblik-none"))
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aStartThatIsRefusedSaysWhatToSet(CapturedOutput output) {
        assertThatThrownBy(() -> Console.run(
                        Samblik.class,
                        "--samblik.register.jobcenter.folder=nowhere",
                        "--samblik.storage.url=jdbc:postgresql://localhost/none",
                        "log",
                        "verify"))
                .isInstanceOf(RuntimeException.class);

        assertThat(output.getOut()).contains("samblik.storage.user is missing");
    }

    @Test
    void aStartIsRefusedWithEverythingThatIsWrongAtOnce(CapturedOutput output, @TempDir Path folder)
            throws IOException {
        Files.writeString(
                Files.createDirectory(folder.resolve("routes")).resolve("50-publish.camel.yaml"), "- rest: {}\n");

        assertThatThrownBy(() -> Console.run(
                        Samblik.class,
                        "--samblik.register.jobcenter.folder=nowhere",
                        "--samblik.register.jobcenter.folders=nowhere",
                        "--samblik.run.chunks=5",
                        "--samblik.run.routes=" + folder.resolve("routes"),
                        "--samblik.storage.url=jdbc:postgresql://localhost/none",
                        "log",
                        "verify"))
                .isInstanceOf(RuntimeException.class);

        assertThat(output.getOut())
                .contains(
                        "samblik.register.jobcenter.folders is no setting",
                        "samblik.run.chunks is no setting",
                        "50-publish.camel.yaml:1: 'rest' is not allowed here",
                        "no file has the route register-jobcenter")
                .doesNotContain("samblik.register.jobcenter.folder is no setting", "samblik.storage.user is missing");
    }

    @Test
    void aRunWithoutTheDatabaseFetchesNothingAndSaysSoByItsCode() {
        assertThat(Console.run(
                        Samblik.class,
                        "--samblik.register.bolig.folder=nowhere",
                        "--samblik.storage.url=jdbc:postgresql://127.0.0.1:1/none",
                        "--samblik.storage.user=hub_owner",
                        "--samblik.storage.password=none",
                        "run",
                        "nightly",
                        "--wait"))
                .isEqualTo(ExitCode.NO_STORE);
    }
}
