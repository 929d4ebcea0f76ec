package dk.samblik.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** The mappings folder on disk: its files, its code lists, and what tells one state of it from another. */
final class Folder {

    private static final int MARK_LENGTH = 12;
    private static final Pattern CPR = Pattern.compile("(?<!\\d)\\d{6}[- ]?\\d{4}(?!\\d)");

    private final Path path;
    private final Map<String, CodeList> codes = new ConcurrentHashMap<>();

    Folder(Path path) {
        this.path = path;
    }

    /** The names of the registers that have a file here, in order. */
    List<String> registers() {
        if (!Files.isDirectory(path)) {
            throw new MappingBroken(
                    path.toString(), 1, "no such folder", "Set samblik.run.mappings to the folder of mappings");
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Place yaml(String name) {
        return Place.whole(path.resolve(name).toString(), text(path.resolve(name)));
    }

    /** The code list that is named here. */
    CodeList codes(Place place) {
        String name = place.text();
        Path file = path.resolve("codes").resolve(name + ".csv");
        if (!Files.isRegularFile(file)) {
            throw place.broken("there is no code list '" + name + "'", "Write it as codes/" + name + ".csv");
        }
        return codes.computeIfAbsent(
                name,
                read -> CodeList.read(name, file.toString(), text(file).lines().toList()));
    }

    /** A mark of what decides about this register's rows: its file, its queries and all code lists. */
    String version(String register) {
        return register + "@"
                + mark(file -> file.equals(register + ".yaml")
                        || file.startsWith(register + "/") && file.endsWith(".sql")
                        || file.startsWith("codes/"));
    }

    /** Where in the folder numbers stand that look like those of people; the numbers are not repeated. */
    List<String> numbers() {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                List<String> lines = text(file).lines().toList();
                for (int at = 0; at < lines.size(); at++) {
                    if (CPR.matcher(lines.get(at)).find()) {
                        found.add(file + ":" + (at + 1) + ": a number here looks like a CPR number. Call people by"
                                + " first names in examples.");
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    /** A mark of everything in the folder. */
    String mark() {
        return mark(file -> true);
    }

    private String mark(java.util.function.Predicate<String> counts) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        try (Stream<Path> files = Files.walk(path)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> counts.test(relative(file)))
                    .sorted()
                    .forEach(file -> {
                        digest.update(relative(file).getBytes(StandardCharsets.UTF_8));
                        digest.update(text(file).getBytes(StandardCharsets.UTF_8));
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, MARK_LENGTH);
    }

    private String relative(Path file) {
        return path.relativize(file).toString().replace('\\', '/');
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new MappingBroken(file.toString(), 1, "cannot be read", "Write it in UTF-8 and let the hub read it");
        }
    }
}
