package dk.samblik.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of a register that delivers files, as it was when all was well; whatever is done to it can be undone. */
final class DeliveredFiles {

    private static final Duration GAP = Duration.ofMillis(20);

    private final Path folder;
    private final Path aside;
    private final Map<Path, byte[]> good = new LinkedHashMap<>();
    private @Nullable CountDownLatch stop;

    DeliveredFiles(Path folder) throws IOException {
        this.folder = folder;
        this.aside = folder.resolveSibling(folder.getFileName() + ".aside");
        for (Path file : files()) {
            good.put(file, Files.readAllBytes(file));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    byte[] good(Path file) {
        return good.get(file);
    }

    /** The whole folder is out of reach. */
    void away() throws IOException {
        Files.move(folder, aside);
    }

    void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }

    void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    }

    void remove(Path file) throws IOException {
        Files.delete(file);
    }

    /** The file lies there half written, and goes on growing, a byte at a time. */
    void grow(Path file, byte[] bytes) throws IOException {
        Files.write(file, half(bytes));
        CountDownLatch stopped = new CountDownLatch(1);
        stop = stopped;
        Thread sender = new Thread(() -> append(file, bytes, stopped), "slow-sender");
        sender.setDaemon(true);
        sender.start();
    }

    private static void append(Path file, byte[] bytes, CountDownLatch stopped) {
        try {
            for (int at = bytes.length / 2; at < bytes.length - 1; at++) {
                if (stopped.await(GAP.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                Files.write(file, new byte[] {bytes[at]}, StandardOpenOption.APPEND);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    /** With a byte in the middle that stands for nothing in the register's charset. */
    static byte[] spoilt(byte[] bytes, int with) {
        byte[] spoilt = bytes.clone();
        spoilt[spoilt.length / 2] = (byte) with;
        return spoilt;
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Everything is again as it was. */
    void restore() throws IOException {
        if (stop != null) {
            stop.countDown();
        }
        if (Files.exists(aside)) {
            Files.move(aside, folder);
        }
        for (Path file : files()) {
            if (!good.containsKey(file)) {
                Files.delete(file);
            }
        }
        for (Map.Entry<Path, byte[]> each : good.entrySet()) {
            if (!Files.isRegularFile(each.getKey(), LinkOption.NOFOLLOW_LINKS)) {
                Files.deleteIfExists(each.getKey());
            }
            if (!Files.exists(each.getKey()) || !Arrays.equals(Files.readAllBytes(each.getKey()), each.getValue())) {
                Files.write(each.getKey(), each.getValue());
            }
        }
    }
}
