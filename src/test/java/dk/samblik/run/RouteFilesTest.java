package dk.samblik.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of routes reads as the diagram it is. What is refused, one breakage each, is in BrokenFilesTest. */
class RouteFilesTest {

    private static final Path ROUTES = Path.of("routes");
    private static final Path MAPPINGS = Path.of("mappings");

    @Test
    void everyRouteFileKeepsTheRules() {
        assertThat(RouteRules.broken(ROUTES, MAPPINGS)).isEmpty();
    }

    @Test
    void aLongFileIsRefused(@TempDir Path copy) throws IOException {
        try (Stream<Path> files = Files.list(ROUTES)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Path file = copy.resolve("50-publish.camel.yaml");
        Files.writeString(file, Files.readString(file) + "- route: { id: a-publish }\n".repeat(60));

        assertThat(RouteRules.broken(copy, MAPPINGS))
                .anyMatch(sentence -> sentence.startsWith(file + ":1: 67 lines; 60 are the most"));
    }

    @Test
    void aFolderThatIsNotThereIsSaid(@TempDir Path none) {
        assertThat(RouteRules.broken(none.resolve("routes"), MAPPINGS))
                .anyMatch(sentence -> sentence.contains("set samblik.run.routes"));
    }
}
