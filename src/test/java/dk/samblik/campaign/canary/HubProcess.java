package dk.samblik.campaign.canary;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A hub in a folder of its own, in which everything lies that it may write: database with its log, keys, temporary files,
 * log, access log, log of the garbage collector. Can be killed and started again.
 */
final class HubProcess implements AutoCloseable {

    private static final Duration STARTING = Duration.ofMinutes(3);
    private static final Duration RUNNING = Duration.ofMinutes(5);

    private final Path home;
    private final HubGround ground;
    private final int port;
    private final int operationsPort;
    private Process process;
    private int answers;

    HubProcess(Path home, Map<String, String> settings) throws IOException {
        this.home = home;
        this.port = freePort();
        this.operationsPort = freePort();
        this.ground = new HubGround(home, settings);
        ground.lay();
        this.process = start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process start() throws IOException {
        answers = 0;
        Process started = new ProcessBuilder(ground.command(port, operationsPort))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        Awaitility.await()
                .atMost(STARTING)
                .failFast("the hub did not start, see its log", () -> !started.isAlive())
                .until(this::healthy);
        answers = answered().size();
        return started;
    }

    private boolean healthy() {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(operations("/actuator/health"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Path log() {
        return home.resolve("logs/hub.log");
    }

    /** An address of the pages. */
    URI page(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** An address of the operations port. */
    URI operations(String path) {
        return URI.create("http://127.0.0.1:" + operationsPort + path);
    }

    /** Gives an order and waits for its answer. */
    String order(String order) {
        try {
            OutputStream orders = process.getOutputStream();
            orders.write((order + "\n").getBytes(StandardCharsets.UTF_8));
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await()
                .atMost(RUNNING)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> answered().size() > answers);
        return answered().get(answers++);
    }

    private List<String> answered() {
        try {
            return new String(Files.readAllBytes(log()), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(CanaryHub.ANSWER))
                    .map(line -> line.substring(CanaryHub.ANSWER.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a night, or a refresh, to its end; the state it ended in. */
    String run(String order) {
        return ended(UUID.fromString(order(order)));
    }

    /** Waits for the end of a run. */
    String ended(UUID run) {
        return Awaitility.await()
                .atMost(RUNNING)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> state(run), state -> !state.equals("RUNNING") && !state.equals("QUEUED"));
    }

    private String state(UUID run) {
        return database()
                .owner()
                .sql("select state from run where run_id = ?")
                .param(run)
                .query(String.class)
                .single();
    }

    /** The database that the hub has started. */
    HubDatabase database() {
        return new HubDatabase(home.resolve("work/data"));
    }

    /** Ends the process as a power cut does, and starts it again. */
    void killAndRestart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = start();
    }

    /** Lets the process write down what its threads do, into its log. */
    void dumpThreads() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-QUIT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        Awaitility.await().until(() -> Files.readString(log()).contains("Full thread dump"));
    }

    /** Stops the hub, and its database with it, also one that a killed hub has left. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            database().stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
