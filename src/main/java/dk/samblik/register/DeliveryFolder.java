package dk.samblik.register;

import dk.samblik.household.CivilClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder into which a register's files are delivered. Only ever read. */
final class DeliveryFolder {

    /** What is known of a file without reading it; another stamp means another file. What is no file counts as missing. */
    record Stamp(long bytes, Instant modified, @Nullable Object key) {
        static final Stamp MISSING = new Stamp(-1, Instant.EPOCH, null);
    }

    /** One delivery that lies there whole: its day, and its files by table. */
    record Lying(String day, Map<String, Path> files, Optional<Path> ready) {

        /** Stamps of all files; the delivery is the same one as long as these are equal. */
        Map<Path, Stamp> stamps() throws IOException {
            Map<Path, Stamp> stamps = new LinkedHashMap<>();
            List<Path> all = new ArrayList<>(files.values());
            ready.ifPresent(all::add);
            for (Path file : all) {
                stamps.put(file, stamp(file));
            }
            return stamps;
        }

        private static Stamp stamp(Path file) throws IOException {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                // A pipe would hold whoever reads it for ever, and a device has no end
                return now.isRegularFile()
                        ? new Stamp(now.size(), now.lastModifiedTime().toInstant(), now.fileKey())
                        : Stamp.MISSING;
            } catch (NoSuchFileException missing) {
                return Stamp.MISSING;
            }
        }
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int MOST_OF_READY = 1_000;
    private static final DateTimeFormatter READY_AT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Path folder;
    private final DeliveryShape shape;
    private final List<String> tables;
    private final Pattern shownBy;

    DeliveryFolder(Path folder, RegisterFile file) {
        this.folder = folder;
        this.shape = file.deliveryShape();
        this.tables = Stream.concat(
                        file.tables().stream().map(RegisterFile.Table::name),
                        file.lookups().stream().map(RegisterFile.Lookup::table))
                .toList();
        this.shownBy = shape.shownBy(tables.get(0));
    }

    /** The newest delivery that its register calls complete; empty while there is none. */
    Optional<Lying> newest() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .map(shownBy::matcher)
                    .filter(Matcher::matches)
                    .map(name -> name.group(1))
                    .filter(DeliveryFolder::dated)
                    .max(String::compareTo)
                    .map(this::lying);
        } catch (UncheckedIOException whileListed) {
            throw whileListed.getCause();
        }
    }

    private static boolean dated(String day) {
        try {
            LocalDate.parse(day, DAY);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private Lying lying(String day) {
        Map<String, Path> files = new LinkedHashMap<>();
        tables.forEach(table -> files.put(table, folder.resolve(shape.file(table, day))));
        return new Lying(day, files, shape.readyFile(day).map(folder::resolve));
    }

    /** When the register made this delivery: by its ready file, else the beginning of its day. */
    Instant producedAt(Lying delivery) throws IOException {
        if (delivery.ready().isEmpty()) {
            return LocalDate.parse(delivery.day(), DAY)
                    .atStartOfDay(CivilClock.COPENHAGEN)
                    .toInstant();
        }
        String written = readyText(delivery.ready().get());
        try {
            return LocalDateTime.parse(written.substring(written.indexOf(';') + 1), READY_AT)
                    .atZone(CivilClock.COPENHAGEN)
                    .toInstant();
        } catch (DateTimeException notATime) {
            throw new HeldBack("READY_FILE");
        }
    }

    private static String readyText(Path ready) throws IOException {
        try (InputStream bytes = Files.newInputStream(ready)) {
            return new String(bytes.readNBytes(MOST_OF_READY), StandardCharsets.ISO_8859_1).strip();
        }
    }
}
