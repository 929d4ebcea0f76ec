package dk.samblik.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped alert rules by Prometheus' own tool: well written, and raised when they should be and not before. */
class RulesFileTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        Files.copy(Prometheus.SHIPPED.resolve("rules.yaml"), folder.resolve("rules.yaml"));
        Files.copy(Prometheus.SHIPPED.resolve("prometheus.yaml"), folder.resolve("prometheus.yaml"));
        Files.copy(Path.of("src/test/resources/prometheus/rules-test.yaml"), folder.resolve("rules-test.yaml"));
    }

    private String promtool(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder tool = new ProcessBuilder(arguments).redirectErrorStream(true);
        tool.command().add(0, Prometheus.program("promtool"));
        Process process = tool.directory(folder.toFile()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : said;
    }

    @Test
    void theRulesAndTheConfigurationAreWellWritten() throws Exception {
        assertThat(promtool("check", "rules", "rules.yaml")).isEmpty();
        assertThat(promtool("check", "config", "prometheus.yaml")).isEmpty();
    }

    @Test
    void eachIsRaisedInItsTime() throws Exception {
        assertThat(promtool("test", "rules", "rules-test.yaml")).isEmpty();
    }

    @Test
    void aRuleThatIsNeverRaisedIsFound() throws Exception {
        Path rules = folder.resolve("rules.yaml");
        Files.writeString(rules, Files.readString(rules).replace("> 26 * 3600", "> 260 * 3600"));

        assertThat(promtool("test", "rules", "rules-test.yaml")).contains("SamblikSourceSilent");
    }
}
