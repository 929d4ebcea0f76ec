package dk.samblik.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The folder of routes reads as the diagram it is; each rule is shown to fail on a broken copy. */
class RouteFilesTest {

    private static final Path ROUTES = Path.of("routes");
    private static final Path MAPPINGS = Path.of("mappings");

    @TempDir
    Path copies;

    @Test
    void everyRouteFileKeepsTheRules() throws IOException {
        assertThat(RouteRules.broken(ROUTES, MAPPINGS)).isEmpty();
    }

    private record Sabotage(String rule, String file, String text, String instead) {}

    @TestFactory
    Stream<DynamicTest> aBrokenCopyIsFound() {
        return Stream.of(
                        new Sabotage("name", "50-publish.camel.yaml", "id: publish\n", "id: store\n"),
                        new Sabotage("unique", "50-publish.camel.yaml", "id: publish\n", "id: run\n"),
                        new Sabotage("unique: step", "50-publish.camel.yaml", "id: publish-households", "id: admit"),
                        new Sabotage("id", "50-publish.camel.yaml", "id: publish-households, ", ""),
                        new Sabotage("description", "50-publish.camel.yaml", "    description:", "    note:"),
                        new Sabotage("step", "50-publish.camel.yaml", "- bean:", "- process:"),
                        new Sabotage("scheme", "10-run.camel.yaml", "uri: direct:consent-gate", "uri: exec:ls"),
                        new Sabotage("scheme: from", "50-publish.camel.yaml", "direct:publish", "file:inbox"),
                        new Sabotage("direct", "30-gather.camel.yaml", "uri: direct:publish", "uri: direct:nowhere"),
                        new Sabotage("direct: nobody", "50-publish.camel.yaml", "direct:publish", "direct:unheard"),
                        new Sabotage(
                                "configuration",
                                "50-publish.camel.yaml",
                                "    from:",
                                "    routeConfigurationId: no-such\n    from:"),
                        new Sabotage(
                                "template",
                                "45-jobcenter.camel.yaml",
                                "routeTemplateRef: ask-csv",
                                "routeTemplateRef: ask-xml"),
                        new Sabotage("parameter", "45-jobcenter.camel.yaml", "name: register", "name: registre"),
                        new Sabotage(
                                "register",
                                "45-jobcenter.camel.yaml",
                                "routeId: register-jobcenter",
                                "routeId: registry-jobcenter"),
                        new Sabotage("length", "50-publish.camel.yaml", "", ""),
                        new Sabotage("simple", "20-consent-gate.camel.yaml", "${body}", "${header.x}"),
                        new Sabotage("evaluated", "50-publish.camel.yaml", "ref: publish,", "beanType: x, script: y,"))
                .map(each -> DynamicTest.dynamicTest(each.rule() + " in " + each.file(), () -> isFound(each)));
    }

    private void isFound(Sabotage sabotage) throws IOException {
        Path copy = Files.createTempDirectory(copies, "routes");
        try (Stream<Path> files = Files.list(ROUTES)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Path file = copy.resolve(sabotage.file());
        String before = Files.readString(file);
        String after = sabotage.rule().equals("length")
                ? before + "# \n".repeat(2) + "- route: { id: a-publish }\n".repeat(60)
                : before.replaceFirst(
                        java.util.regex.Pattern.quote(sabotage.text()),
                        java.util.regex.Matcher.quoteReplacement(sabotage.instead()));
        assertThat(after).as("the sabotage changes the file").isNotEqualTo(before);
        Files.writeString(file, after);

        List<String> broken = RouteRules.broken(copy, MAPPINGS);

        assertThat(broken).anyMatch(sentence -> sentence.startsWith(sabotage.rule()));
    }
}
