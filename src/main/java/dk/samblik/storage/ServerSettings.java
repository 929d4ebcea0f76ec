package dk.samblik.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * How the embedded server is made and run: it loses no commit, hears only this machine, and never writes a value or a
 * statement to its log.
 */
final class ServerSettings {

    /** Readable by its owner only. */
    static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final String MAJOR_VERSION = "17";

    private static final String SETTINGS = """
            # Written by Samblik at every start.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 60
            shared_buffers = '128MB'
            max_wal_size = '2GB'
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            log_error_verbosity = terse
            log_statement = none
            log_min_duration_statement = -1
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            log_min_error_statement = panic
            timezone = 'UTC'
            log_timezone = 'UTC'
            """;

    private static final String WHO_MAY_CONNECT = """
            # Written by Samblik at every start: this machine only, with a password only.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private ServerSettings() {}

    static List<String> initdb(Path data, Path pwfile) {
        return List.of(
                "-D",
                data.toString(),
                "-U",
                EmbeddedPostgres.SUPERUSER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + pwfile,
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=icu",
                "--icu-locale=da-DK",
                "--data-checksums");
    }

    static List<String> start(Path data, Path log, int port) {
        return List.of("-D", data.toString(), "-l", log.toString(), "-w", "-t", "60", "-o", "-p " + port, "start");
    }

    /** Puts our settings over initdb's; what an administrator wrote to {@code postgresql.conf} by hand is overruled. */
    static void write(Path data) throws IOException {
        Path configuration = data.resolve("postgresql.conf");
        String include = "include = 'samblik.conf'";
        if (!Files.readString(configuration).contains(include)) {
            Files.writeString(configuration, Files.readString(configuration) + "\n" + include + "\n");
        }
        Files.writeString(data.resolve("samblik.conf"), SETTINGS);
        Files.writeString(data.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
    }

    /** A data folder of another major version needs export and import; starting on it would destroy it. */
    static void refuseOtherVersion(Path data) throws IOException {
        String version = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new StorageRefused("The data in " + data + " is of PostgreSQL " + version + ", this Samblik brings "
                    + MAJOR_VERSION + ". Export it with the Samblik that made it and import it here.");
        }
    }
}
