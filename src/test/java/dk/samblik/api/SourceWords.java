package dk.samblik.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the sources say of a type of the interface and of its components: said once, there. */
final class SourceWords {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern DOCUMENTED = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@[\\w.]+(?:\\([^)]*\\))?\\s*)*record (\\w+)", Pattern.DOTALL);
    private static final Map<String, String> COMMENTS = new ConcurrentHashMap<>();

    private SourceWords() {}

    /** The comment of a type, without its tags. */
    static Optional<String> of(Class<?> type) {
        return Optional.of(comment(type).split("(?m)^@")[0].strip())
                .filter(text -> !text.isEmpty())
                .map(SourceWords::plain);
    }

    /** What a type's comment says of one component. */
    static Optional<String> of(Class<?> type, String component) {
        return Arrays.stream(comment(type).split("(?m)^@"))
                .filter(tag -> tag.startsWith("param " + component + " "))
                .map(tag -> plain(tag.substring(("param " + component + " ").length())))
                .findFirst();
    }

    private static String plain(String text) {
        return text.replaceAll("\\{@(?:code|link)\\s+([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String comment(Class<?> type) {
        return COMMENTS.computeIfAbsent(type.getName(), name -> read(type));
    }

    private static String read(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        Matcher found =
                DOCUMENTED.matcher(source(SOURCES.resolve(outermost.getName().replace('.', '/') + ".java")));
        while (found.find()) {
            if (found.group(2).equals(type.getSimpleName())) {
                return found.group(1)
                        .lines()
                        .map(line -> line.replaceFirst("^\\s*\\*? ?", ""))
                        .collect(Collectors.joining("\n"));
            }
        }
        return "";
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
