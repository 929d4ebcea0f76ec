package dk.samblik.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Files readable by their owner only, written so that a crash leaves the old content or the new, never a mixture. */
final class PrivateFile {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFile() {}

    /** Puts the content in the file's place, on disk when this returns. */
    static void replace(Path file, byte[] content) throws IOException {
        Path folder = folderOf(file);
        folder(folder);
        Path next = Files.createTempFile(folder, file.getFileName().toString(), ".new", OWNER_ONLY);
        try {
            write(next, content, Set.of(StandardOpenOption.WRITE));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
        sync(folder);
    }

    /** Adds text to the end of the file, made first where it is missing; on disk when this returns. */
    static void append(Path file, String text) throws IOException {
        boolean made = !Files.exists(file);
        write(
                file,
                text.getBytes(StandardCharsets.US_ASCII),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        if (made) {
            sync(folderOf(file));
        }
    }

    /** As {@link #append}, on a line of its own even after a line that a crash cut short. */
    static void appendLines(Path file, String lines) throws IOException {
        append(file, endsCutShort(file) ? ("\n" + lines) : lines);
    }

    private static boolean endsCutShort(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.position(channel.size() - 1).read(last);
            return last.get(0) != '\n';
        }
    }

    private static void write(Path file, byte[] content, Set<StandardOpenOption> options) throws IOException {
        try (FileChannel channel = FileChannel.open(file, options, OWNER_ONLY)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Where the file lies. */
    static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
    }

    /** Makes the folder where it is missing, closed to everybody else. */
    static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, OWNER_FOLDER);
    }

    /** The new name itself must survive a crash, too. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
