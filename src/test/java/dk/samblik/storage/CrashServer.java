package dk.samblik.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server of a test's own that can be killed and started again on the same data folder and port. */
public final class CrashServer implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "test-postgres").toAbsolutePath();
    private static final int ATTEMPTS = 240;
    private static final long PAUSE_NANOS = 250_000_000;

    private final Path home;
    private final EmbeddedPostgres server;
    private final OwnServer own;
    private final PostgresPrograms programs;
    private final int port;

    private CrashServer(Path home) {
        this.home = home;
        server = EmbeddedPostgres.start(home, FOLDER);
        own = new OwnServer(server);
        own.prepare();
        programs = new PostgresPrograms(PostgresBinaries.in(FOLDER), home.resolve("server.log"));
        port = URI.create(server.superuser("postgres").url().substring("jdbc:".length()))
                .getPort();
    }

    /** A new one, with the hub's roles and an empty database. */
    public static CrashServer start() {
        return start(FOLDER.resolve("jvm-crash-" + ProcessHandle.current().pid()));
    }

    /** As the other, with everything that is its own in this folder. */
    public static CrashServer start(Path home) {
        return new CrashServer(home);
    }

    /** Whether it runs; after a crash it may begin again by itself. */
    public boolean lives() throws IOException {
        return new Postmaster(data()).lives();
    }

    /** What a hub is told to live on it. */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        Login owner = own.owner(OwnServer.DATABASE);
        settings.put("samblik.storage.url", owner.url());
        settings.put("samblik.storage.user", owner.user());
        settings.put("samblik.storage.password", owner.password());
        own.logins(OwnServer.DATABASE).forEach((role, login) -> {
            settings.put("samblik.storage.logins." + role.user() + ".user", login.user());
            settings.put("samblik.storage.logins." + role.user() + ".password", login.password());
        });
        return settings;
    }

    /** The superuser in the hub's database. */
    public DataSource superuser() {
        return Pool.unpooled(server.superuser(OwnServer.DATABASE));
    }

    /** SIGKILL to the server and to every process of its own; how many they were. */
    public int kill() {
        try {
            String pid =
                    Files.readAllLines(data().resolve("postmaster.pid")).get(0).strip();
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            List<ProcessHandle> all =
                    Stream.concat(Stream.of(postmaster), postmaster.children()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            return all.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again where it was; refused for as long as children of the killed one hold its memory. */
    public void startAgain() throws IOException {
        Postmaster postmaster = new Postmaster(data());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (!postmaster.lives()) {
                postmaster.forget();
                if (programs.run("pg_ctl", ServerSettings.start(data(), home.resolve("server.log"), port)) == 0) {
                    return;
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IllegalStateException("the killed server does not start again: " + programs.lastWords());
    }

    private Path data() {
        return home.resolve("pgdata");
    }

    @Override
    public void close() {
        server.close();
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException leftForTheNextSweep) {
            // the tests' server sweeps what starts with jvm-
        }
    }
}
