package dk.samblik.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The documents are true, or the build fails; each rule is shown to fail on a broken copy. */
class DocsTest {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @TempDir
    Path copies;

    @Test
    void theDocumentsKeepTheRules() throws IOException {
        if ("write".equals(System.getProperty("samblik.docs"))) {
            for (Map.Entry<String, String> made : new GeneratedDocs(HERE).all().entrySet()) {
                Files.writeString(HERE.resolve("docs").resolve(made.getKey()), made.getValue());
            }
        }

        assertThat(DocsRules.broken(HERE)).isEmpty();
    }

    private record Sabotage(String rule, String file, String text, String instead) {}

    @TestFactory
    Stream<DynamicTest> aBrokenCopyIsFound() throws IOException {
        Path copy = copied();
        assertThat(DocsRules.broken(copy)).as("the copy is whole before").isEmpty();
        return Stream.of(
                        new Sabotage("generated", "docs/routes.md", "# Routes", "# Old routes"),
                        new Sabotage("decision", "docs/decisions/README.md", "(consent-is-a-row.md)", "(x.md)"),
                        new Sabotage("term", "docs/ordbog.md", "`Chunk`", "`Batch`"),
                        new Sabotage("setting", "docs/configuration.md", "samblik.run.chunk", "samblik.run.batch"),
                        new Sabotage("link", "README.md", "(docs/tour.md)", "(docs/no-tour.md)"),
                        new Sabotage("test", "docs/tour.md", "WholeNightIT", "WholeDayIT"),
                        new Sabotage("number", "docs/tour.md", "# A tour", "# " + "010203" + "1234 a tour"),
                        new Sabotage("place", "docs/tour.md", "# A tour", "# " + "/ro" + "ot/ a tour"))
                .map(each -> DynamicTest.dynamicTest(each.rule(), () -> isFound(each, copy)));
    }

    private Path copied() throws IOException {
        for (String part : new String[] {
            "docs", "routes", "mappings", "programmes", "indicators", "README.md", "docker-compose.yml", "src/test/java"
        }) {
            Path from = HERE.resolve(part);
            Files.createDirectories(copies.resolve(part).getParent());
            if (Files.isDirectory(from)) {
                FileSystemUtils.copyRecursively(from, copies.resolve(part));
            } else {
                Files.copy(from, copies.resolve(part));
            }
        }
        return copies;
    }

    private static void isFound(Sabotage sabotage, Path copy) throws IOException {
        Path file = copy.resolve(sabotage.file());
        String before = Files.readString(file);
        String after = before.replace(sabotage.text(), sabotage.instead());
        assertThat(after).as("the sabotage changes the file").isNotEqualTo(before);
        Files.writeString(file, after);

        assertThat(DocsRules.broken(copy)).anyMatch(sentence -> sentence.startsWith(sabotage.rule()));

        Files.writeString(file, before);
    }
}
