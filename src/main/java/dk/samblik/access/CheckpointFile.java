package dk.samblik.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checkpoints in their second place, a line each, only ever added to; and beside the signing key a note of the last one,
 * by which a folder is recognised that was exchanged, emptied or is not mounted.
 */
final class CheckpointFile {

    private static final int TAIL = 8192;

    /** A lock on a file is held by the whole process; within one, this is. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path folder;
    private final Path file;
    private final Path note;
    private final Path lock;

    CheckpointFile(CheckpointSettings settings) {
        this.folder = settings.folder();
        this.file = folder.resolve("checkpoints.jsonl");
        this.note = settings.key().resolveSibling("checkpoint.last");
        this.lock = settings.key().resolveSibling("checkpoint.lock");
    }

    /** Work that no other process may do at the same time. */
    interface Exclusive<T> {
        T done() throws IOException;
    }

    /** Does the work while every other process with this key waits. */
    <T> T exclusively(Exclusive<T> work) throws IOException {
        PrivateFile.folder(PrivateFile.folderOf(lock));
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                return work.done();
            }
        }
    }

    /** The last one that is known to be written, by the note. */
    Optional<Checkpoint> noted() throws IOException {
        return Files.exists(note)
                ? Checkpoint.read(
                        Files.readString(note, StandardCharsets.US_ASCII).strip())
                : Optional.empty();
    }

    /**
     * The last one in the second place, which is the one of the note, or came after it when a crash came between. Throws
     * {@link NotOurs} where the note's is not there.
     */
    Optional<Checkpoint> last() throws IOException {
        Optional<Checkpoint> noted = noted();
        Optional<Checkpoint> there = lastThere();
        if (noted.isPresent()
                && there.filter(found -> found.equals(noted.get()) || found.follows(noted.get()))
                        .isEmpty()) {
            throw new NotOurs();
        }
        return there;
    }

    /** The second place lacks what was written to it. */
    static final class NotOurs extends IOException {

        private static final long serialVersionUID = 1L;

        NotOurs() {
            super("the second place does not hold the last checkpoint");
        }
    }

    private Optional<Checkpoint> lastThere() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer tail = ByteBuffer.allocate((int) Math.min(TAIL, channel.size()));
            channel.position(channel.size() - tail.capacity());
            while (tail.hasRemaining() && channel.read(tail) >= 0) {
                // until the end of the file
            }
            return new String(tail.array(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .flatMap(line -> Checkpoint.read(line).stream())
                    .reduce((earlier, later) -> later);
        }
    }

    /** Adds one, on disk in the second place when this returns, and then in the note. */
    void add(Checkpoint checkpoint) throws IOException {
        if (!Files.exists(note)) {
            PrivateFile.folder(folder);
        }
        PrivateFile.appendLines(file, checkpoint.line() + "\n");
        PrivateFile.replace(note, (checkpoint.line() + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Keeps, of all lines, those up to this row, and puts the whole file as it was beside itself under another name; the
     * note is of the last that is kept. For a log that was put back to an earlier time.
     */
    void setAside(long seq, String name) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        List<Checkpoint> all = readAll(Stream::toList);
        List<Checkpoint> kept = all.stream().filter(one -> one.seq() <= seq).toList();
        if (kept.size() == all.size()) {
            return;
        }
        PrivateFile.replace(folder.resolve(name), Files.readAllBytes(file));
        StringBuilder lines = new StringBuilder();
        kept.forEach(one -> lines.append(one.line()).append('\n'));
        PrivateFile.replace(file, lines.toString().getBytes(StandardCharsets.US_ASCII));
        if (kept.isEmpty()) {
            Files.deleteIfExists(note);
        } else {
            String last = kept.get(kept.size() - 1).line() + "\n";
            PrivateFile.replace(note, last.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** What reads them all. */
    interface Reader<T> {
        T read(Stream<Checkpoint> checkpoints);
    }

    /** Every line that is whole, in the order of the file. */
    <T> T readAll(Reader<T> reader) throws IOException {
        if (!Files.exists(file)) {
            return reader.read(List.<Checkpoint>of().stream());
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return reader.read(lines.flatMap(line -> Checkpoint.read(line).stream()));
        }
    }
}
