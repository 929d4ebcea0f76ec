package dk.samblik.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** The one server of this JVM's tests, with a migrated database that every test's own is copied from. */
final class TestServer {

    private static final Path FOLDER = Path.of("target", "test-postgres").toAbsolutePath();
    private static final String TEMPLATE = "samblik";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path home;
    private final EmbeddedPostgres server;
    private final OwnServer own;

    private TestServer() {
        home = FOLDER.resolve("jvm-" + ProcessHandle.current().pid());
        sweep();
        server = EmbeddedPostgres.start(home, FOLDER);
        Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
        own = new OwnServer(server);
        own.prepare();
        Migrations.run(Pool.unpooled(own.owner(TEMPLATE)));
    }

    private void remove() {
        server.close();
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException leftForTheNextSweep) {
            // the next JVM sweeps
        }
    }

    static TestServer running() {
        return Running.SERVER;
    }

    private static final class Running {
        static final TestServer SERVER = new TestServer();
    }

    /** Stops and deletes what a killed JVM left behind. */
    private static void sweep() {
        if (!Files.isDirectory(FOLDER)) {
            return;
        }
        try (Stream<Path> homes = Files.list(FOLDER)) {
            List<Path> left = homes.filter(home -> home.getFileName().toString().startsWith("jvm-"))
                    .toList();
            for (Path home : left) {
                sweep(home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sweep(Path home) throws IOException {
        FileChannel lock = EmbeddedPostgres.lock(home);
        if (lock == null) {
            return;
        }
        lock.close();
        if (new Postmaster(home.resolve("pgdata")).lives()) {
            EmbeddedPostgres.start(home, FOLDER).close();
        }
        FileSystemUtils.deleteRecursively(home);
    }

    /** Where the keys of a test's database lie. */
    Path keys(String database) {
        return home.resolve("keys-" + database);
    }

    Path serverLog() {
        return home.resolve("server.log");
    }

    EmbeddedPostgres server() {
        return server;
    }

    OwnServer own() {
        return own;
    }

    /** The name of a new copy of the migrated database. */
    String copy() {
        String name = "test_" + COUNT.incrementAndGet();
        admin().sql("create database " + name + " template " + TEMPLATE + " owner " + OwnServer.OWNER)
                .update();
        return name;
    }

    JdbcClient admin() {
        return JdbcClient.create(Pool.unpooled(server.superuser("postgres")));
    }
}
