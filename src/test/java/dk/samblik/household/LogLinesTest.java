package dk.samblik.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;

/** The log as it is shipped, for people and for machines: no number, one line a line, no message of an exception. */
@ExtendWith(OutputCaptureExtension.class)
class LogLinesTest {

    private static final Logger LOG = LoggerFactory.getLogger("dk.samblik.test");

    /** Of nobody: no such number is given out. */
    private static final String NUMBER = "010190" + "9999";

    private static final Set<String> FIELDS = Set.of("time", "level", "logger", "message", "run", "trace", "thrown");

    private final LoggingSystem system = LoggingSystem.get(LogLinesTest.class.getClassLoader());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Configuration
    @EnableConfigurationProperties(LogSettings.class)
    static class Nothing {}

    /** Another test's hub that is still up has the log as tests write it, and gets it back. */
    @BeforeEach
    void begin() {
        system.cleanUp();
    }

    @AfterEach
    void forget() {
        Metrics.removeRegistry(meters);
        system.cleanUp();
        system.beforeInitialize();
        system.initialize(
                new LoggingInitializationContext(new StandardEnvironment()), "classpath:logback-test.xml", null);
    }

    private List<String> logged(CapturedOutput output, String format, Runnable what) {
        SpringApplication hub = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .build();
        try (var context = hub.run("--logging.config=classpath:logback-spring.xml", "--samblik.log.format=" + format)) {
            int before = output.getOut().length();
            what.run();
            return Arrays.asList(output.getOut().substring(before).split("\n"));
        }
    }

    private static JsonNode json(String line) {
        try {
            JsonNode read = new ObjectMapper().readTree(line);
            Set<String> fields = new TreeSet<>();
            read.fieldNames().forEachRemaining(fields::add);
            assertThat(FIELDS).containsAll(fields);
            return read;
        } catch (IOException notJson) {
            throw new AssertionError("not JSON: " + line, notJson);
        }
    }

    private static void everything() {
        RunId run = RunId.of("00000000-0000-0000-0000-000000000007");
        MDC.put(JsonLines.TRACE, "request-7");
        MDC.put("somebody", "maja");
        LOG.info("run {} begins", run);
        MDC.clear();
        LOG.warn("a number {} and {}\r\n2026 FORGED\u001b[31m \u202edesrever", NUMBER, "010190-9999");
        LOG.error("failed", new IllegalArgumentException("For input string: " + NUMBER));
    }

    @Test
    void forMachinesALineIsOneObjectOfAClosedSetOfFields(CapturedOutput output) {
        Metrics.addRegistry(meters);
        double before = masked();

        List<String> lines = logged(output, "json", LogLinesTest::everything);

        assertThat(lines).hasSize(3);
        JsonNode run = json(lines.get(0));
        assertThat(run.get("run").asText()).isEqualTo("00000000-0000-0000-0000-000000000007");
        assertThat(run.get("trace").asText()).isEqualTo("request-7");
        assertThat(run.get("message").asText()).isEqualTo("run 00000000-0000-0000-0000-000000000007 begins");
        assertThat(run.get("time").asText()).endsWith("Z");
        JsonNode forged = json(lines.get(1));
        assertThat(forged.get("message").asText())
                .isEqualTo("a number " + LogText.MASK + " and " + LogText.MASK
                        + "\\r\\n2026 FORGED\\u001b[31m \\u202edesrever");
        assertThat(forged.has("run")).isFalse();
        JsonNode thrown = json(lines.get(2));
        assertThat(thrown.get("thrown").asText())
                .startsWith("java.lang.IllegalArgumentException\n")
                .contains("LogLinesTest")
                .doesNotContain("input");
        assertThat(masked() - before).as("what is masked is counted").isEqualTo(2);
        assertThat(output.getAll()).doesNotContain(NUMBER, "010190-9999", "maja");
    }

    @Test
    void forPeopleALineIsOneLine(CapturedOutput output) {
        List<String> lines = logged(output, "plain", LogLinesTest::everything);

        assertThat(lines.get(1)).contains("a number " + LogText.MASK + " and " + LogText.MASK, "\\n2026 FORGED");
        assertThat(lines.get(2)).endsWith(" failed");
        assertThat(lines.get(3)).startsWith("java.lang.IllegalArgumentException");
        assertThat(output.getAll()).doesNotContain(NUMBER, "010190-9999", "\u001b[31m", "\u202e", "For input");
    }

    @Test
    void anotherFormatStopsTheStart(CapturedOutput output) {
        assertThatThrownBy(() -> logged(output, "yaml", () -> {}))
                .isInstanceOf(ConfigurationPropertiesBindException.class);
        assertThat(output.getAll()).contains("samblik.log.format", "yaml");
    }

    @Test
    void whatOnlyLooksLikeANumberStays() {
        assertThat(LogText.line("1772800000 1234567890123 run 12345678-1234-1234-1234-123456789012"))
                .isEqualTo("1772800000 1234567890123 run 12345678-1234-1234-1234-123456789012");
    }

    private double masked() {
        return meters.find("samblik.log.masked").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
