package dk.samblik.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The jar as it is shipped, started as a process in a folder of its own: it answers, is looked at, and ends when told to. */
class JarIT {

    private static final Duration START = Duration.ofMinutes(3);
    private static final int GRACE_SECONDS = 60;

    @TempDir
    private Path folder;

    private static Path jar() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.getFileName().toString().matches("samblik-[0-9.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the jar is built in the package phase"))
                    .toAbsolutePath();
        }
    }

    /** As in a real installation, with registers that are not there and the sign-in of the shipped example. */
    private Process samblik(String log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+DisableAttachMechanism",
                "-jar",
                jar().toString(),
                "--spring.profiles.active=production",
                "--spring.config.additional-location=file:"
                        + Path.of("docs/operations/keycloak/hub.yaml").toAbsolutePath(),
                "--samblik.access.sign-in.client-secret=of-the-test",
                "--samblik.storage.embedded=true",
                "--samblik.register.boern-og-unge.url=jdbc:postgresql://127.0.0.1:1/bu",
                "--samblik.register.boern-og-unge.user=reader",
                "--samblik.register.social.url=http://127.0.0.1:1/api",
                "--samblik.register.social.client-id=samblik",
                "--samblik.register.social.client-secret=of-the-test"));
        for (String register : List.of("folkeregister", "jobcenter", "bolig")) {
            Files.createDirectories(folder.resolve(register));
            command.add("--samblik.register." + register + ".folder=" + folder.resolve(register));
        }
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile())
                .start();
    }

    private int ended(Process process) throws InterruptedException {
        assertThat(process.waitFor(GRACE_SECONDS * 3L, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static int status(int port, String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void theJarStartsAnswersIsLookedAtAndStops() throws Exception {
        for (String rules : List.of("routes", "mappings", "programmes", "indicators")) {
            FileSystemUtils.copyRecursively(Path.of(rules), folder.resolve(rules));
        }
        int pages = free();
        int management = free();
        Process hub = samblik("hub.log", "--server.port=" + pages, "--management.server.port=" + management);
        try {
            Awaitility.await()
                    .atMost(START)
                    .until(() -> !hub.isAlive() || status(management, "/actuator/health/readiness") == 200);
            assertThat(hub.isAlive()).as("the hub came up").isTrue();
            assertThat(status(pages, "/log-paa")).isEqualTo(200);
            assertThat(status(management, "/actuator/env")).isIn(302, 404);
        } finally {
            hub.destroy();
        }
        assertThat(hub.waitFor(GRACE_SECONDS, TimeUnit.SECONDS))
                .as("the hub ended in its time")
                .isTrue();
        assertThat(hub.exitValue()).isIn(0, 143);

        assertThat(ended(samblik("status.log", "run", "status", "--output", "json")))
                .isZero();
        assertThat(Files.readString(folder.resolve("status.log"))).contains("[]");

        assertThat(ended(samblik("doctor.log", "doctor"))).isEqualTo(ExitCode.REFUSED);
        assertThat(Files.readString(folder.resolve("doctor.log")))
                .contains("ok    ")
                .contains("NO_DELIVERY", "NO_ANSWER")
                .doesNotContain("of-the-test", "Exception");
    }
}
