package dk.samblik.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hub under measure: a resident process under {@code -Xmx512m}, and its database as the owner sees it. */
final class Resident implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(60);
    private static final Pattern COLLECTION = Pattern.compile("\\[([\\d.]+)s\\].* (\\d+)M->(\\d+)M\\(");

    private final Site site;
    private final Jvm jvm;
    private final JdbcClient owner;
    private final Path collections;
    private final int port;

    Resident(Site site, String social) {
        this.site = site;
        this.owner = JdbcClient.create(Server.source(site.hub()));
        this.port = freePort();
        this.collections = site.folder().resolve("hub-gc.log");
        List<String> options = new ArrayList<>(List.of(
                "-Xmx512m",
                "-XX:+DisableAttachMechanism",
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:gc:file=" + collections + ":uptime"));
        options.addAll(
                Stream.of(System.getProperty("samblik.bench.hub-options", "").split(" "))
                        .filter(option -> !option.isEmpty())
                        .toList());
        this.jvm = Jvm.start(
                site.folder().resolve("hub.log"),
                options,
                HubProcess.class,
                settings(social).entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        jvm.answer();
    }

    private Map<String, String> settings(String social) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.port", String.valueOf(port));
        settings.put("management.server.port", "0");
        settings.put("samblik.storage.url", site.hub().url());
        settings.put("samblik.storage.user", site.hub().user());
        settings.put("samblik.storage.password", site.hub().password());
        Path keys = site.folder().resolve("keys");
        settings.put("samblik.access.keystore", keys.resolve("keystore").toString());
        settings.put("samblik.access.master-key", keys.resolve("master").toString());
        settings.put(
                "samblik.access.checkpoints.key", keys.resolve("checkpoint").toString());
        settings.put(
                "samblik.access.checkpoints.folder",
                site.folder().resolve("checkpoints").toString());
        settings.put("samblik.register.folkeregister.folder", site.cpr().toString());
        settings.put("samblik.register.jobcenter.folder", site.jobcenter().toString());
        settings.put("samblik.register.bolig.folder", site.bolig().toString());
        settings.put("samblik.register.boern-og-unge.url", site.bu().url());
        settings.put("samblik.register.boern-og-unge.user", site.bu().user());
        settings.put("samblik.register.boern-og-unge.password", site.bu().password());
        settings.put("samblik.register.social.url", social);
        settings.put("samblik.register.social.client-id", "bench");
        settings.put("samblik.register.social.client-secret", "bench");
        settings.put("samblik.register.social.pace", "0ms");
        settings.put("samblik.run.nightly", "0 0 3 1 1 ? 2099");
        settings.put("samblik.run.look", "200");
        return settings;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    JdbcClient owner() {
        return owner;
    }

    /** What everybody on the machine has worked so far. */
    Busy busy(Jvm social) {
        return Busy.now(jvm, site, social);
    }

    void takeIn(Path files) {
        jvm.ask("import " + files);
    }

    /** Puts a night in the queue. */
    UUID request() {
        return UUID.fromString(jvm.ask("night"));
    }

    /** Runs a night to its end. */
    Night night() {
        return end(request());
    }

    /** Waits for the end of a run; one that failed in any household is no measurement. */
    Night end(UUID run) {
        Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofMillis(100)).until(() -> ended(run));
        Night night = Night.read(owner, run);
        if (!night.whole()) {
            throw new IllegalStateException("a night of the benchmark did not end whole: " + night.state());
        }
        return night;
    }

    boolean ended(UUID run) {
        jvm.alive();
        return owner.sql("select ended_at is not null from run where run_id = :run")
                .param("run", run)
                .query(Boolean.class)
                .single();
    }

    /** Forgets what nights have stored, so that the next one is a first night again. */
    void forget() {
        owner.sql(
                        "truncate section, freshness, view_version, quarantine, run_register, run_item, run, seen, notice, replay")
                .update();
        owner.sql("update household set view_version = 0").update();
        owner.sql("vacuum analyze household").update();
    }

    /** Heap in use before and after the collections so far, the most of each, in MB. */
    Heap heap() {
        try (Stream<String> lines = Files.lines(collections)) {
            return lines.map(COLLECTION::matcher)
                    .filter(Matcher::find)
                    .map(found -> new Heap(Long.parseLong(found.group(2)), Long.parseLong(found.group(3))))
                    .reduce(new Heap(0, 0), Heap::most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most heap that was in use at once, and the most that was left by a collection, in MB. */
    record Heap(long used, long left) {
        Heap most(Heap other) {
            return new Heap(Math.max(used, other.used), Math.max(left, other.left));
        }
    }

    long peakResident() {
        return jvm.peakResident();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
