package dk.samblik.access;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Wrapped keys on disk, a line each, and beside them the journal of what was erased. A key is added at the end;
 * it is destroyed by writing the file anew without it. A line cut short by a crash was never used and is passed over; a key
 * that the journal names is never read again, also when an old copy of the file is put back.
 */
final class KeystoreFile {

    private final Path file;
    private final ErasureJournal journal;
    private final Path lock;

    KeystoreFile(Path file, ErasureJournal journal) {
        this.file = file;
        this.journal = journal;
        this.lock = file.resolveSibling("keystore.lock");
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Work that no other process may do at the same time. */
    interface Exclusive {
        void run() throws IOException;
    }

    /** Does the work while every other process on this file waits. */
    void exclusively(Exclusive work) throws IOException {
        PrivateFile.folder(PrivateFile.folderOf(file));
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            work.run();
        }
    }

    /** Tells one state of the file from another without reading it. */
    String stamp() throws IOException {
        if (!exists()) {
            return "";
        }
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return now.fileKey() + " " + now.size() + " " + now.lastModifiedTime();
    }

    /** Every whole line whose key the journal does not name. */
    Map<String, byte[]> read() throws IOException {
        Set<String> erased = erased();
        Map<String, byte[]> keys = new HashMap<>();
        lines(line -> {
            if (!erased.contains(line.name())) {
                keys.put(line.name(), line.wrapped());
            }
        });
        return keys;
    }

    private void lines(Consumer<KeyLine> each) throws IOException {
        if (exists()) {
            try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                lines.map(KeyLine::read).flatMap(Optional::stream).forEach(each);
            }
        }
    }

    /** The keys the journal names. */
    Set<String> erased() throws IOException {
        return journal.destroyed();
    }

    /** Whether destroyed keys lie in the file: an old copy was put back, or a crash came between journal and file. */
    boolean holdsErased() throws IOException {
        Set<String> erased = erased();
        List<String> found = new ArrayList<>();
        if (!erased.isEmpty()) {
            lines(line -> {
                if (erased.contains(line.name())) {
                    found.add(line.name());
                }
            });
        }
        return !found.isEmpty();
    }

    /** Adds keys at the end, on a line of their own even after a line that was cut short. */
    void append(Map<String, byte[]> keys) throws IOException {
        PrivateFile.appendLines(file, written(keys));
    }

    void rewrite(Map<String, byte[]> keys) throws IOException {
        PrivateFile.replace(file, written(keys).getBytes(StandardCharsets.US_ASCII));
    }

    /** Notes what is about to be destroyed; from here on it counts as gone. */
    void journal(Collection<String> names, String when) throws IOException {
        journal.add(names.stream().map(name -> name + " " + when).toList());
    }

    /** Every whole line as it stands, for a copy of the file. */
    byte[] content() throws IOException {
        return written(read()).getBytes(StandardCharsets.US_ASCII);
    }

    private static String written(Map<String, byte[]> keys) {
        StringBuilder text = new StringBuilder();
        keys.forEach((name, wrapped) -> text.append(new KeyLine(name, wrapped).written()));
        return text.toString();
    }
}
