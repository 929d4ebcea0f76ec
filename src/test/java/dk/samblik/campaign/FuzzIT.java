package dk.samblik.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes that are guided by what they reach in the code ({@code -Dsamblik.fuzz.seconds=…} for each parser): whatever comes is
 * refused by name or accounted for, within the time of one input and the memory of a small JVM.
 */
class FuzzIT {

    private static final Campaign CAMPAIGN = Campaign.named("fuzz");
    private static final Path FOLDER = Path.of("target", "fuzz").toAbsolutePath();
    private static final int SECONDS = Integer.getInteger("samblik.fuzz.seconds", CAMPAIGN.tier(20, 60));
    private static final int START_SECONDS = 120;
    private static final String OURS = "dk.samblik.register.**:dk.samblik.population.**:dk.samblik.mapping.**"
            + ":dk.samblik.consent.**:dk.samblik.oversight.**:dk.samblik.team.**:dk.samblik.operations.**";
    private static final String EXECUTED = "stat::number_of_executed_units:";

    /** All in one process where time is short, else each in its own. */
    private static List<Class<?>> parsers() {
        return CAMPAIGN.tier(0, 1) == 1 || Integer.getInteger("samblik.fuzz.seconds") != null
                ? FuzzedAny.PARSERS
                : List.of(FuzzedAny.class);
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void whateverComesIsRefusedByNameOrAccountedFor(Class<?> parser) throws Exception {
        String name = parser.getSimpleName();
        Path corpus = Files.createDirectories(FOLDER.resolve(name));
        Path log = FOLDER.resolve(name + ".log");
        Samples.into(corpus, parser);

        int exit = fuzzed(parser, corpus, log);

        List<String> said = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        assertThat(exit).as(() -> name + ": " + found(said) + "; see " + log).isZero();
        long executed = said.stream()
                .filter(line -> line.startsWith(EXECUTED))
                .mapToLong(
                        line -> Long.parseLong(line.substring(EXECUTED.length()).strip()))
                .sum();
        assertThat(executed).isPositive();
        CAMPAIGN.figure("inputs of " + name, executed);
        CAMPAIGN.figure("seconds for each", SECONDS);
    }

    private static int fuzzed(Class<?> parser, Path corpus, Path log) throws IOException, InterruptedException {
        Process fuzzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + Files.createDirectories(FOLDER.resolve("tmp")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + parser.getName(),
                        "--instrumentation_includes=" + OURS,
                        "--custom_hook_includes=" + OURS,
                        "--reproducer_path=" + FOLDER,
                        "-max_total_time=" + SECONDS,
                        "-max_len=20000",
                        "-timeout=20",
                        "-rss_limit_mb=2048",
                        "-seed=" + CAMPAIGN.seed(),
                        "-print_final_stats=1",
                        "-artifact_prefix=" + FOLDER + "/" + parser.getSimpleName() + "-",
                        corpus.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!fuzzer.waitFor(SECONDS + START_SECONDS, TimeUnit.SECONDS)) {
            fuzzer.destroyForcibly().waitFor();
        }
        return fuzzer.exitValue();
    }

    /** What was found, as its class and the first place of ours; never the input. */
    private static String found(List<String> said) {
        return said.stream()
                .filter(line ->
                        line.startsWith("== Java Exception") || line.strip().startsWith("at dk.samblik"))
                .limit(2)
                .map(line -> line.replaceFirst("(Exception|Error): .*", "$1"))
                .toList()
                .toString();
    }
}
