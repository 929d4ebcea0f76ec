package dk.samblik.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of the hub's own, with its data in a folder that survives restarts and crashes. Loopback only,
 * passwords only, every commit on disk. One process a folder: a second is refused at once.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String SUPERUSER = "postgres";
    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 250;

    private final Path home;
    private final Path data;
    private final FileChannel lockFile;
    private final Passwords passwords;
    private final PostgresPrograms programs;
    private final int port;
    private boolean open = true;

    private EmbeddedPostgres(Path home, Path binaries, FileChannel lockFile) throws IOException {
        this.home = home;
        this.data = home.resolve("pgdata");
        this.lockFile = lockFile;
        this.passwords = Passwords.in(home.resolve("passwords.properties"));
        this.programs = new PostgresPrograms(binaries, home.resolve("server.log"));
        initialise();
        this.port = start();
    }

    /** Starts the server of this folder, made first where there is none; its programs lie in the folder too. */
    public static EmbeddedPostgres start(Path home) {
        return start(home, home.resolve("programs"));
    }

    /** As {@link #start(Path)}, with the programs unpacked to a folder that several servers may share. */
    static EmbeddedPostgres start(Path home, Path programs) {
        Path folder = home.toAbsolutePath().normalize();
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            FileChannel lockFile = lock(folder);
            if (lockFile == null) {
                throw new StorageRefused("Another Samblik is running on " + folder
                        + ". Stop it, or give this one its own folder with samblik.storage.home.");
            }
            return started(folder, programs, lockFile);
        } catch (IOException e) {
            throw new UncheckedIOException("The database in " + folder + " could not be started", e);
        }
    }

    private static EmbeddedPostgres started(Path folder, Path programs, FileChannel lockFile) throws IOException {
        try {
            return new EmbeddedPostgres(folder, PostgresBinaries.in(programs), lockFile);
        } catch (IOException | RuntimeException refused) {
            lockFile.close();
            throw refused;
        }
    }

    /** The held lock of a folder, or null when another process holds it. Released when the channel is closed. */
    static @Nullable FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // falls through: refused like a lock of another process
        }
        channel.close();
        return null;
    }

    /** How the superuser reaches a database of this server; for making databases, never for the hub's own work. */
    public Login superuser(String database) {
        return login(SUPERUSER, database);
    }

    /** How a role with a password of its own reaches a database of this server. */
    Login login(String role, String database) {
        return new Login("jdbc:postgresql://127.0.0.1:" + port + "/" + database, role, password(role));
    }

    /** The password the role has or is to be given. */
    String password(String role) {
        try {
            return passwords.of(role);
        } catch (IOException e) {
            throw new UncheckedIOException("The passwords in " + home + " cannot be read or written", e);
        }
    }

    private void initialise() throws IOException {
        if (Files.exists(data)) {
            ServerSettings.refuseOtherVersion(data);
            return;
        }
        // Made beside its place and renamed when whole: initdb that is cut short must not look like a database.
        Path making = home.resolve("pgdata.new");
        FileSystemUtils.deleteRecursively(making);
        Path pwfile = Files.createTempFile(home, "pw", "", ServerSettings.PRIVATE);
        try {
            Files.writeString(pwfile, password(SUPERUSER));
            if (programs.run("initdb", ServerSettings.initdb(making, pwfile)) != 0) {
                throw new StorageRefused("The database could not be made in " + home + ": " + programs.lastWords());
            }
        } finally {
            Files.delete(pwfile);
        }
        Files.move(making, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private int start() throws IOException {
        Postmaster postmaster = new Postmaster(data);
        ServerSettings.write(data);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (postmaster.lives()) {
                stop("fast");
            }
            if (!postmaster.lives()) {
                postmaster.forget();
                int free = freePort();
                if (programs.run("pg_ctl", ServerSettings.start(data, home.resolve("server.log"), free)) == 0) {
                    return free;
                }
            }
            pause();
        }
        throw new StorageRefused("PostgreSQL does not start on " + data + ": " + programs.lastWords());
    }

    /** Children of a killed server hold its memory for a moment; a start is refused until they are gone. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageRefused("Interrupted while waiting for the database");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private int stop(String mode) {
        return programs.run("pg_ctl", List.of("-D", data.toString(), "-m", mode, "-w", "-t", "60", "stop"));
    }

    /** Stops the server after its last commit is on disk and lets the folder go; once only. */
    @Override
    public synchronized void close() {
        if (!open) {
            return;
        }
        open = false;
        if (stop("fast") != 0) {
            stop("immediate");
        }
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the folder go without stopping the server, as a killed hub does. */
    void abandon() throws IOException {
        open = false;
        lockFile.close();
    }
}
