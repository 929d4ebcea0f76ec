package dk.samblik.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** The programs of the PostgreSQL that comes with the hub, unpacked once and whole to a folder of their version. */
final class PostgresBinaries {

    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final int OWNER_MAY_RUN = 0100;

    private PostgresBinaries() {}

    /** The folder that holds {@code bin}, {@code lib} and {@code share}; unpacks to it first where it is missing. */
    static Path in(Path parent) {
        Path ready = parent.resolve("postgres-" + platform());
        if (Files.isDirectory(ready)) {
            return ready;
        }
        try {
            Files.createDirectories(parent);
            Path unpacking = Files.createTempDirectory(parent, "unpacking");
            unpack(unpacking);
            Files.setPosixFilePermissions(unpacking, PROGRAM);
            return keep(unpacking, ready);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The PostgreSQL that comes with Samblik could not be unpacked to " + parent
                            + ". Check that the folder can be written and that 100 MB are free, or set samblik.storage.url.",
                    e);
        }
    }

    /** Renames to the final place; when another process was first, its copy is as good. */
    private static Path keep(Path unpacking, Path ready) throws IOException {
        try {
            return Files.move(unpacking, ready);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            FileSystemUtils.deleteRecursively(unpacking);
            return ready;
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine =
                System.getProperty("os.arch").replace("amd64", "x86_64").replace("aarch64", "arm_64");
        return (system.startsWith("mac") ? "darwin" : system) + "-" + machine;
    }

    private static void unpack(Path folder) throws IOException {
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/postgres-" + platform() + ".txz")) {
            if (packed == null) {
                throw new IOException("no PostgreSQL for " + platform() + " in this jar; set samblik.storage.url");
            }
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(folder, entry, tar);
                }
            }
        }
    }

    private static void write(Path folder, TarArchiveEntry entry, InputStream content) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive leaves its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & OWNER_MAY_RUN) != 0) {
            Files.setPosixFilePermissions(target, PROGRAM);
        }
    }
}
