package dk.samblik.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of the pages: the same keys in both languages, each well formed, and every key that a page names is there. */
class MessagesTest {

    private static final Pattern NAMED =
            Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[(}]|say\\('([a-z][A-Za-z0-9.-]*)'[,)]");

    private final Properties danish = texts("/messages.properties");
    private final Properties english = texts("/messages_en.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(danish.stringPropertyNames());
    }

    @Test
    void everyTextCanBeFormattedAndIsNotEmpty() {
        for (Properties texts : List.of(danish, english)) {
            texts.forEach((key, text) -> {
                assertThat(text.toString()).as("%s", key).isNotBlank();
                assertThat(new MessageFormat(text.toString()).format(new Object[] {"a", "b", "c", "d", "e", "f"}))
                        .as("%s", key)
                        .doesNotContain("{");
            });
        }
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        Set<String> differing = danish.stringPropertyNames().stream()
                .filter(key -> !key.startsWith("format."))
                .filter(key -> !arguments(danish.getProperty(key)).equals(arguments(english.getProperty(key))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(differing).isEmpty();
    }

    @Test
    void everyKeyThatAPageNamesIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path template : templates()) {
            NAMED.matcher(Files.readString(template))
                    .results()
                    .map(MessagesTest::key)
                    .filter(key -> !danish.containsKey(key))
                    .forEach(key -> missing.add(template.getFileName() + ": " + key));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noKeyIsWrittenTwice() throws IOException {
        for (String name : List.of("messages.properties", "messages_en.properties")) {
            List<String> keys = Files.readAllLines(Path.of("src/main/resources", name)).stream()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    private static String key(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private static Properties texts(String resource) {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(MessagesTest.class.getResourceAsStream(resource)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new IllegalStateException(resource, unreadable);
        }
        return texts;
    }
}
