package dk.samblik.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A copy of the mappings, broken in one way at a time: each rule notices, and says where. */
class MappingSabotageTest {

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        Path original = Path.of("mappings");
        try (Stream<Path> files = Files.walk(original)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    Path target = folder.resolve(original.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }

    @Test
    void theCopyIsWhole() {
        Mappings mappings = new Mappings(folder);

        assertThat(mappings.all())
                .flatExtracting(mapping -> MappingRules.all().values().stream()
                        .flatMap(rule -> rule.complaints(folder, mapping).stream())
                        .toList())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    number: { from: SAGSNR,            | number: { form: SAGSNR,           | 'form' is unknown here
                    gives: case, from: SAG,            | gives: chase, from: SAG,          | 'chase' is unknown here
                    number: { from: SAGSNR,            | numbers: { from: SAGSNR,          | 'numbers' is no part of this fact
                    opened: { from: OPRETTET, required: true, | opened: { from: OPRETTET, | 'opened' cannot be left open
                    in: benefit, on: FRA               | in: benefits, on: FRA             | there is no code list 'benefits'
                    in: benefit, on: FRA               | on: FRA                           | this conversion needs 1 code lists
                    from: KLE, as: kle                 | from: KLE, as: keel               | 'keel' is unknown here
                    from: KLE, as: kle                 | from: KLE, as: phone              | 'phone' does not give a Coded
                    category: BENEFITS                 | category: PRIVATE                 | 'PRIVATE' is unknown here
                    purpose: income                    | purpose: incom                    | 'incom' is no purpose
                    from: YDELSE, category             | from: SAG, category               | 'SAG' is mapped twice
                    look-up: { SAGSBEHANDLER: INIT }   | look-up: { BEHANDLER: INIT }      | 'BEHANDLER' is not among the lookups
                    answers-for: EMPLOYMENT            | answers-for: EMPLOYER             | 'EMPLOYER' is unknown here
                    register: jobcenter                | register: jobcentre               | 'jobcentre' is unknown here
                    title: Jobcenter                   | titel: Jobcenter                  | 'titel' is unknown here
                    rate: { from: SATS, purpose: income } | rate: { from: SATS }           | 'purpose' is missing
                    form: dd-MM-yyyy                   | form: dd-QQQQQQ-yy                | no form of dates
                    which: tells                       | whose: tells                      | 'which' is no purpose
                    rate: { from: SATS,                | rate: { from: CPRNR,              | a CPR number must not become part of a fact
                    contact: tells                     | extra: tells x y, contact: tells  | not YAML
                    """)
    void aFileThatIsNotUnderstoodIsRefusedByLine(String right, String wrong, String complaint) {
        replace("jobcenter.yaml", right, wrong);

        assertThatThrownBy(() -> new Mappings(folder))
                .isInstanceOf(MappingBroken.class)
                .hasMessageContaining(complaint)
                .hasMessageMatching("(?s).*jobcenter\\.yaml:\\d+: .+\\. .+\\.");
    }

    @Test
    void aMissingPartOfAFactIsRefused() {
        replace("jobcenter.yaml", "primary: { from: PRIMAER, purpose: contact },", "");

        assertThatThrownBy(() -> new Mappings(folder)).hasMessageContaining("'primary' is missing");
    }

    @Test
    void aPurposeThatNoFieldHasIsRefused() {
        replace("jobcenter.yaml", "purposes:", "purposes:\n  spare: kept for a rainy day");

        assertThatThrownBy(() -> new Mappings(folder)).hasMessageContaining("no field has this purpose");
    }

    @Test
    void aCodeListWithAWrongDateIsRefusedByLine() {
        replace("codes/benefit.csv", "2025-06-30", "30-06-2025");

        assertThatThrownBy(() -> new Mappings(folder)).hasMessageContaining("benefit.csv:3: a date cannot be read");
    }

    @Test
    void aRuleNamingNoLawIsRefused() {
        replace("social.yaml", "SEL 109", "§ 109");

        assertThatThrownBy(() -> new Mappings(folder)).hasMessageContaining("no law and number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    at most 80 lines | not-read: | x-1:\\n- a\\n- a\\n- a\\n- a\\n- a\\n- a\\n- a\\n- a\\n- a\\nnot-read:
                    follows the schema | stale-after: PT26H | stale-after: 26 hours
                    every field says what the household gains | tells which of several cases, offers or talks is meant | tells which
                    every column of the register is read or left with a reason | [SAG.SAGSTITEL] | [BORGER.NAVN]
                    every column of the register is read or left with a reason | [SAG.SAGSTITEL] | [SAG.SAGSTITEL, SAG.ENHED]
                    every column of the register is read or left with a reason | [SAG.SAGSTITEL] | [SAG.SAGSTITEL, SAG.TITEL]
                    """)
    void aFileThatBreaksARuleIsFound(String rule, String right, String wrong) {
        MappingFile mapping = new Mappings(folder).find("jobcenter").orElseThrow();
        replace("jobcenter.yaml", right, wrong.replace("\\n", "\n"));

        MappingFile after = rule.startsWith("every")
                ? new Mappings(folder).find("jobcenter").orElseThrow()
                : mapping;

        assertThat(MappingRules.all().get(rule).complaints(folder, after)).isNotEmpty();
    }

    @Test
    void aNumberThatLooksLikeACprNumberIsFound() {
        replace("jobcenter/examples.yaml", "CPRNR: Anna", "CPRNR: \"" + "310299" + "9999\"");

        assertThat(MappingRules.all()
                        .get("no number that looks like a CPR number")
                        .complaints(
                                folder, new Mappings(folder).find("jobcenter").orElseThrow()))
                .isNotEmpty();
    }

    @Test
    void aFileWithoutARefusedRowIsFound() {
        replace("social/examples.yaml", "refused: Q03 oprettet", "filtered: VIP case");
        replace("social/examples.yaml", "refused: Q02 navn", "filtered: VIP case");

        assertThat(complaintsAboutExamples("social")).containsExactly("none that is refused");
    }

    @Test
    void aRecordWithoutAnExampleIsFound() {
        replace("jobcenter/examples.yaml", "from: AKTIVITET", "from: BORGER");

        assertThat(complaintsAboutExamples("jobcenter")).containsExactly("none of AKTIVITET");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    unit: Jobcenter Øst, workerName | unit: Jobcenter Vest, workerName
                    refused: Q04 AFSLUTTET          | refused: Q03 AFSLUTTET
                    refused: Q03 TID                | filtered: VIP case
                    filtered: VIP case              | filtered: private person
                    filtered: private person        | gives: { role: "20" }
                    """)
    void anExampleThatDoesNotHoldIsFound(String right, String wrong) {
        replace("jobcenter/examples.yaml", right, wrong);
        MappingFile mapping = new Mappings(folder).find("jobcenter").orElseThrow();

        assertThat(mapping.examples())
                .flatExtracting(example -> new ExampleCheck(mapping).complaints(example))
                .hasSize(1);
    }

    private List<String> complaintsAboutExamples(String register) {
        return MappingRules.all()
                .get("shows a row that is taken and one that is refused")
                .complaints(folder, new Mappings(folder).find(register).orElseThrow());
    }

    /** Replaces the text wherever it stands first, and fails when it stands nowhere. */
    private void replace(String file, String right, String wrong) {
        try {
            Path path = folder.resolve(file);
            String text = Files.readString(path);
            assertThat(text).contains(right);
            int at = text.indexOf(right);
            Files.writeString(path, text.substring(0, at) + wrong + text.substring(at + right.length()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
