package dk.samblik.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.effect.EffectSettings;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.programme.ProgrammeSettings;
import dk.samblik.quarantine.TestQuarantine;
import dk.samblik.run.RunSettings;
import dk.samblik.run.TestRuns;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** What is collected for whoever helps from outside, and what is left out. */
class SupportCommandTest {

    private static final HouseholdId HOME = HouseholdId.random();

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final TestRuns runs = TestRuns.on(database, new CivilClock(Clock.systemUTC()), 5);
    private final StringWriter said = new StringWriter();

    @AfterEach
    void drop() {
        database.close();
    }

    private int collect(Path file) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("file", Map.of("samblik.storage.password", "KANARIEFUGL")));
        RunSettings settings = new RunSettings(
                5,
                1,
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                Path.of("routes"),
                Path.of("mappings"));
        return new CommandLine(new SupportCommand(
                        runs.runs(),
                        TestQuarantine.groups(database),
                        database.ops(),
                        settings,
                        new ProgrammeSettings(Path.of("programmes")),
                        new EffectSettings(Path.of("indicators"), "-"),
                        environment))
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(file.toString());
    }

    private static Map<String, String> entries(Path file) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream content = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return entries;
    }

    @Test
    void itHoldsRunsRoutesAndNamesOfSettingsAndNobody() throws IOException {
        JdbcClient.create(database.owner())
                .sql("insert into household (household_id, number, area, project_code, enrolled)"
                        + " values (:id, 'H-4711', 'Mosebakken', 'FREMSKUDT', date '2026-01-01')")
                .param("id", HOME.value())
                .update();
        runs.runs().requestNightly("the-subject-of-somebody", "OPERATIONS");
        Path file = folder.resolve("support.zip");

        assertThat(collect(file)).isZero();

        Map<String, String> entries = entries(file);
        assertThat(entries)
                .containsKeys(
                        "about.json",
                        "quarantine.json",
                        "routes/10-run.camel.yaml",
                        "mappings/jobcenter.yaml",
                        "programmes/udtraek.yaml",
                        "indicators/indikatorer.yaml");
        assertThat(entries.get("runs.json")).contains("NIGHTLY", "QUEUED");
        assertThat(entries.get("settings.json")).contains("samblik.storage.password");
        assertThat(String.join("\n", entries.values()))
                .doesNotContain("KANARIEFUGL", "the-subject-of-somebody", "H-4711", HOME.toString())
                .doesNotContainPattern("\\b\\d{6}-?\\d{4}\\b");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws IOException {
        Path file = Files.writeString(folder.resolve("support.zip"), "mine");

        assertThat(collect(file)).isEqualTo(ExitCode.REFUSED);

        assertThat(file).hasContent("mine");
        assertThat(said.toString()).contains("already");
    }
}
