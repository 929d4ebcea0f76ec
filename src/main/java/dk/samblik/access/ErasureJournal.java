package dk.samblik.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was taken away, a line each, beside the keystore and copied to a second place; only ever added to. A line that is
 * nothing but a name and a time is a key that was destroyed; see {@link Erased} for the others. The caller holds the lock of
 * the keystore.
 */
final class ErasureJournal {

    static final String NAME = "erased.log";

    private static final int COMPARED = 512;

    private final Path file;
    private final Path copy;

    ErasureJournal(Path keystore, Path secondPlace) {
        this.file = keystore.resolveSibling(NAME);
        this.copy = secondPlace.resolve(NAME);
    }

    /** Adds lines, on disk here when this returns. */
    void add(List<String> lines) throws IOException {
        if (!lines.isEmpty()) {
            PrivateFile.appendLines(file, String.join("\n", lines) + "\n");
        }
    }

    /** The keys it names as destroyed. */
    Set<String> destroyed() throws IOException {
        Set<String> destroyed = new HashSet<>();
        for (String line : lines()) {
            String[] words = line.split(" ");
            if (words.length == 2) {
                destroyed.add(words[0]);
            }
        }
        return destroyed;
    }

    /** Every line here, in their order; none where there is no file. */
    List<String> lines() throws IOException {
        return linesOf(file);
    }

    /** Every line of the second place; none where there is no file. */
    List<String> copiedLines() throws IOException {
        return linesOf(copy);
    }

    private static List<String> linesOf(Path path) throws IOException {
        return Files.exists(path) ? Files.readAllLines(path, StandardCharsets.US_ASCII) : List.of();
    }

    /** Brings the second place in step. What it says beyond this one, as after an old copy was put back here, is kept in both. */
    void copy() throws IOException {
        if (!Files.exists(file) && !Files.exists(copy)) {
            return;
        }
        PrivateFile.folder(PrivateFile.folderOf(copy));
        long there = Files.exists(copy) ? Files.size(copy) : 0;
        if (!Files.exists(file) || there > Files.size(file) || !Arrays.equals(end(file, there), end(copy, there))) {
            merge();
        } else if (there < Files.size(file)) {
            PrivateFile.append(copy, from(there));
        }
    }

    /** Makes both places say what either said. */
    void merge() throws IOException {
        Set<String> all = new LinkedHashSet<>(lines());
        all.addAll(copiedLines());
        byte[] written = (String.join("\n", all) + "\n").getBytes(StandardCharsets.US_ASCII);
        PrivateFile.folder(PrivateFile.folderOf(copy));
        PrivateFile.replace(file, written);
        PrivateFile.replace(copy, written);
    }

    private String from(long place) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return new String(read(channel, place, channel.size() - place), StandardCharsets.US_ASCII);
        }
    }

    /** The last bytes of the first so many. */
    private static byte[] end(Path path, long length) throws IOException {
        if (length == 0) {
            return new byte[0];
        }
        long from = Math.max(0, length - COMPARED);
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            return read(channel, from, length - from);
        }
    }

    private static byte[] read(SeekableByteChannel channel, long from, long length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length));
        channel.position(from);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // until the end
        }
        return bytes.array();
    }
}
