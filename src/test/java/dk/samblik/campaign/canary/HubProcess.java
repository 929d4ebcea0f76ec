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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A hub in a folder of its own, in which everything lies that it may write: database with its log, keys, temporary files,
 * log, access log, log of the garbage collector. Can be killed and started again.
 */
final class HubProcess implements AutoCloseable {

    private static final Duration STARTING = Duration.ofMinutes(3);
    private static final Duration RUNNING = Duration.ofMinutes(5);

    private final Path home;
    private final Map<String, String> settings;
    private final int port;
    private final int operationsPort;
    private Process process;
    private int answers;

    HubProcess(Path home, Map<String, String> settings) throws IOException {
        this.home = home;
        this.settings = Map.copyOf(settings);
        this.port = freePort();
        this.operationsPort = freePort();
        for (String folder : List.of("logs", "tmp", "tomcat", "pages", "pages-after", "answers")) {
            Files.createDirectories(home.resolve(folder));
        }
        copy(Path.of("routes"));
        copy(Path.of("mappings"));
        this.process = start();
    }

    private void copy(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path there = home.resolve(file);
                Files.createDirectories(there.getParent());
                Files.copy(file, there);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Xlog:gc*:file=" + home.resolve("logs/gc.log"),
                "-XX:ErrorFile=" + home.resolve("logs/hs_err.log"),
                "-Djava.io.tmpdir=" + home.resolve("tmp"),
                "-cp",
                System.getProperty("java.class.path"),
                CanaryHub.class.getName(),
                "--server.port=" + port,
                "--management.server.port=" + operationsPort,
                "--server.tomcat.basedir=" + home.resolve("tomcat"),
                "--server.tomcat.accesslog.enabled=true",
                "--server.tomcat.accesslog.directory=" + home.resolve("logs")));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        answers = 0;
        Process started = new ProcessBuilder(command)
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
        return owner().sql("select state from run where run_id = ?")
                .param(run)
                .query(String.class)
                .single();
    }

    /** The hub's database as the owner of its schema. */
    JdbcClient owner() {
        return as("hub_owner", "samblik");
    }

    /** The hub's database as its superuser. */
    JdbcClient superuser() {
        return as("postgres", "samblik");
    }

    private JdbcClient as(String role, String database) {
        Path data = home.resolve("work/data");
        try (var in = Files.newInputStream(data.resolve("passwords.properties"))) {
            Properties passwords = new Properties();
            passwords.load(in);
            String served =
                    Files.readAllLines(data.resolve("pgdata/postmaster.pid")).get(3);
            return JdbcClient.create(new DriverManagerDataSource(
                    "jdbc:postgresql://127.0.0.1:" + served.strip() + "/" + database,
                    role,
                    passwords.getProperty(role)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            stopDatabase();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private void stopDatabase() throws IOException {
        Path running = home.resolve("work/data/pgdata/postmaster.pid");
        if (Files.exists(running)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(running).get(0).strip()))
                    .ifPresent(server -> {
                        server.destroy();
                        server.onExit().join();
                    });
        }
    }
}
