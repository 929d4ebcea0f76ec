package dk.samblik.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every file of {@code mappings/} keeps the rules, and every example in it holds. */
class MappingFilesTest {

    private static final Path FOLDER = Path.of("mappings");
    private static final Mappings MAPPINGS = new Mappings(FOLDER);

    @TestFactory
    Stream<DynamicTest> everyFileKeepsEveryRule() {
        return MAPPINGS.all().stream()
                .flatMap(mapping -> MappingRules.all().entrySet().stream()
                        .map(rule -> dynamicTest(
                                mapping.register() + ": " + rule.getKey(),
                                () -> assertThat(rule.getValue().complaints(FOLDER, mapping))
                                        .isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleHolds() {
        return MAPPINGS.all().stream()
                .flatMap(mapping -> mapping.examples().stream()
                        .map(example -> dynamicTest(
                                example.where() + " " + example.from() + " " + example.expected(),
                                () -> assertThat(new ExampleCheck(mapping).complaints(example))
                                        .isEmpty())));
    }
}
