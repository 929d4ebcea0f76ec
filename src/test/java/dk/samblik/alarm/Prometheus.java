package dk.samblik.alarm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real Prometheus with the shipped rules, where the machine has one; a test that needs it is skipped elsewhere, and says so. */
final class Prometheus implements AutoCloseable {

    static final Path SHIPPED = Path.of("docs/operations/prometheus");

    private final Process process;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private Prometheus(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** A program of Debian's package prometheus. */
    static String program(String name) {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(
                found.isPresent(),
                name + " is not on this machine: apt-get install --no-install-recommends prometheus");
        return found.orElseThrow().toString();
    }

    /** One that scrapes a hub every second, in an empty folder. */
    static Prometheus scraping(String hub, Path folder) throws IOException {
        String program = program("prometheus");
        Files.copy(SHIPPED.resolve("rules.yaml"), folder.resolve("rules.yaml"));
        Files.writeString(
                folder.resolve("prometheus.yaml"),
                Files.readString(SHIPPED.resolve("prometheus.yaml"))
                        .replace("127.0.0.1:8081", hub)
                        .replace("30s", "1s"));
        int port = free();
        Process process = new ProcessBuilder(
                        program,
                        "--config.file=" + folder.resolve("prometheus.yaml"),
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        return new Prometheus(process, port);
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** What it answers to a question now; empty where it has nothing, or is not up yet. */
    List<JsonNode> ask(String question) {
        return list(get("query?query=" + URLEncoder.encode(question, StandardCharsets.UTF_8))
                .at("/data/result"));
    }

    /** The rules as it evaluates them. */
    List<JsonNode> rules() {
        return list(get("rules").at("/data/groups/0/rules"));
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all;
    }

    private JsonNode get(String what) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + what))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            // While it begins it answers 503, and no JSON
            return answer.statusCode() == 503
                    ? new ObjectMapper().createObjectNode()
                    : new ObjectMapper().readTree(answer.body());
        } catch (ConnectException notYet) {
            return new ObjectMapper().createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
