package dk.samblik.campaign.canary;

import dk.samblik.campaign.canary.Findings.Hit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads every byte under a folder, compressed streams opened, and tells each marker that is there, in any encoding. */
public final class CanaryScan {

    private static final long LARGEST = 512L << 20;
    private static final int DEEPEST = 3;

    private final Needles needles;
    private final Inflating inflating = new Inflating();
    private final List<Hit> hits = new ArrayList<>();
    private long files;
    private long bytes;
    private long streams;

    private CanaryScan(Needles needles) {
        this.needles = needles;
    }

    /** A scan for these markers in all encodings. */
    public static CanaryScan of(Markers markers) {
        return of(markers, EnumSet.allOf(Encoding.class));
    }

    /** A scan that knows only some encodings. */
    static CanaryScan of(Markers markers, Set<Encoding> encodings) {
        return new CanaryScan(Needles.of(markers.all(), encodings));
    }

    /** Scans one file or every file under a folder. A file that disappears meanwhile is passed over. */
    public synchronized Findings scan(Path path) {
        files = 0;
        bytes = 0;
        streams = 0;
        hits.clear();
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes its) throws IOException {
                    if (its.isRegularFile()) {
                        file(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
                    if (why instanceof NoSuchFileException && !file.equals(path)) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw why;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Findings(files, bytes, streams, hits);
    }

    /** How many byte strings are looked for. */
    int needles() {
        return needles.size();
    }

    private void file(Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalStateException(file + " is too large to be scanned whole");
            }
            files++;
            if (Files.size(file) == 0) {
                // Opened and closed here, a server's lock would be given away.
                return;
            }
            byte[] content = Files.readAllBytes(file);
            bytes += content.length;
            content(file, "", content, content.length, 0);
        } catch (NoSuchFileException goneMeanwhile) {
            // a running server takes files away
        }
    }

    private void content(Path file, String stream, byte[] content, int length, int depth) {
        needles.find(
                content,
                length,
                (needle, at) -> hits.add(new Hit(needle.marker(), needle.encoding(), file, stream, at)));
        if (depth < DEEPEST) {
            inflating.each(content, length, (at, inner, size) -> {
                streams++;
                content(file, stream + "!" + at, inner, size, depth + 1);
            });
        }
    }
}
