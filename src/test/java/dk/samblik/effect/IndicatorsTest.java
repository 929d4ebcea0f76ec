package dk.samblik.effect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The indicator files that are shipped hold, and one with a thing wrong is refused with file, line and cure. */
class IndicatorsTest {

    private static final Path SHIPPED = Path.of("indicators/indikatorer.yaml");
    private static final Path PROGRAMMES = Path.of("programmes");

    @TempDir
    private Path folder;

    private List<String> broken(String old, String other) throws IOException {
        String text = Files.readString(SHIPPED);
        assertThat(text).contains(old);
        int at = text.indexOf(old);
        Files.writeString(
                folder.resolve("indikatorer.yaml"), text.substring(0, at) + other + text.substring(at + old.length()));
        return Indicators.broken(folder, PROGRAMMES);
    }

    @Test
    void whatIsShippedHolds() {
        assertThat(Indicators.broken(SHIPPED.getParent(), PROGRAMMES)).isEmpty();
    }

    /** The schema that editors read knows each formula, and nothing that the hub does not. */
    @Test
    void theSchemaSaysTheSame() throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(Path.of("docs/schema/indicators.json").toFile());

        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(new YAMLMapper().readTree(SHIPPED.toFile())))
                .isEmpty();
        assertThat(texts(schema, "formula")).isEqualTo(names(Indicator.Formula.values()));
        assertThat(texts(schema, "about")).isEqualTo(names(Indicator.About.values()));
        assertThat(texts(schema, "unit")).isEqualTo(names(Indicator.Unit.values()));
    }

    private static List<String> texts(JsonNode schema, String key) {
        List<String> texts = new ArrayList<>();
        schema.at("/$defs/indicator/properties/" + key + "/enum").forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<String> names(Enum<?>[] all) {
        return Arrays.stream(all)
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    suppress-below: 5         | suppress-below: 2         | :3: a cell is never shown of fewer than 3. Write more.
                    suppress-below: 5         | suppress-below: few       | :3: 'suppress-below' must be a whole number. Write digits only.
                    formula: benefit-weeks    | formula: risk-score       | 'risk-score' is unknown here. Known are [ORDINARY_WORK,
                    about: adult              | about: street             | 'street' is unknown here. Known are [ADULT, CHILD, HOUSEHOLD].
                    needs: BENEFITS           | needs: EVERYTHING         | 'EVERYTHING' is unknown here.
                    changed-by: 10            | changed: 10               | 'changed' is unknown here. Known are [about, changed-by,
                    code: S1                  | code: E6                  | 'E6' stands twice. Remove one of them.
                    code: S1                  | code: FLOW                | 'FLOW' is the way in and out in the table. Write another code.
                    code: E6, formula         | formula                   | 'code' is missing. Write code: …
                    reached: { at-least: 15   | changed-by: 1, reached: { at-least: 15 | a figure has 'reached' or 'changed-by'. Remove one of them.
                    unit: percent, good: DOWN | unit: percent             | 'good' is missing. Write good: UP or good: DOWN.
                    version:                  | version: &a               | anchors, aliases and tags are not read. Write it out.
                    """)
    void oneThingWrongIsSaidWithItsPlace(String old, String other, String said) throws IOException {
        assertThat(broken(old, other))
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith(folder.resolve("indikatorer.yaml") + ":")
                        .contains(said));
    }

    @Test
    void aProgrammeWhoseFileIsMissingIsTold() throws IOException {
        assertThat(Indicators.broken(folder, PROGRAMMES))
                .anySatisfy(sentence -> assertThat(sentence).contains("indikatorer.yaml:1: no such file", "FREMSKUDT"));
        assertThat(Indicators.broken(folder.resolve("none"), PROGRAMMES))
                .singleElement()
                .satisfies(sentence -> assertThat(sentence).contains("Set samblik.effect.indicators"));
    }
}
