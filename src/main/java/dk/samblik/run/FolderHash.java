package dk.samblik.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** One short hash of a folder's files, names and bytes, so that a run tells by which rules it ran. */
final class FolderHash {

    private FolderHash() {}

    /** The first twelve hex digits of a SHA-256 over all files below, in the order of their names. */
    static String of(Path folder) {
        try (Stream<Path> below = Files.walk(folder)) {
            MessageDigest digest = DigestUtils.getSha256Digest();
            List<Path> files = below.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the folder " + folder.getFileName(), unreadable);
        }
    }
}
