package dk.samblik.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.access.Viewer;
import dk.samblik.household.Category;
import dk.samblik.retention.Rule;
import dk.samblik.retention.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The record of processing and the impact assessment follow the hub they describe, and leave to the reader what it cannot know. */
class PaperTest {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @TempDir
    Path copy;

    private static String record(Path root) throws IOException {
        return new RecordOfProcessing(new Paper(root)).text();
    }

    private static String assessment(Path root) throws IOException {
        return new ImpactAssessment(new Paper(root)).text();
    }

    private Path copied() throws IOException {
        for (String part : new String[] {"docs", "mappings"}) {
            FileSystemUtils.copyRecursively(HERE.resolve(part), copy.resolve(part));
        }
        return copy;
    }

    private void change(String file, String text, String instead) throws IOException {
        String before = Files.readString(copy.resolve(file));
        assertThat(before).contains(text);
        Files.writeString(copy.resolve(file), before.replace(text, instead));
    }

    @Test
    void theRecordHasEveryRegisterEveryClassAndEveryRoleWithItsDanishWords() throws IOException {
        String record = record(HERE);
        DanishWords words = DanishWords.read();

        for (Paper.Register register : new Paper(HERE).registers()) {
            assertThat(record).contains("| " + register.title() + " |");
            assertThat(register.categories())
                    .isNotEmpty()
                    .allSatisfy(kind -> assertThat(record).contains(words.message("category." + kind)));
        }
        assertThat(Rules.shipped()).allSatisfy(rule -> assertThat(record).contains("(`" + rule.name() + "`)"));
        assertThat(Viewer.Role.values())
                .filteredOn(role -> role != Viewer.Role.HUB)
                .allSatisfy(role -> assertThat(record).contains("(`" + role + "`)"));
    }

    @Test
    void theAssessmentHasEveryRuleOfTheGateAndWhatIsLeftAlone() throws IOException {
        String assessment = assessment(HERE);

        assertThat(Settings.constants("dk.samblik.consent.PersonRule"))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(assessment).contains("(`" + rule + "`)"));
        assertThat(new Paper(HERE).registers())
                .allSatisfy(register -> assertThat(register.notRead())
                        .isNotEmpty()
                        .allSatisfy(column -> assertThat(assessment).contains("`" + column + "`")));
    }

    @Test
    void aKindOfInformationThatAMappingBeginsToReadStandsInTheRecord() throws IOException {
        Path root = copied();
        String nobody = new Paper(root).kindsNobodyGives();
        assertThat(nobody).contains(DanishWords.read().message("category." + Category.WELLBEING));

        change(
                "mappings/social.yaml",
                "gives: measure, from: indsatser, category: MEASURES",
                "gives: measure, category: WELLBEING");

        assertThat(new Paper(root).kindsNobodyGives())
                .doesNotContain(DanishWords.read().message("category." + Category.WELLBEING));
        assertThat(record(root)).isNotEqualTo(record(HERE));
    }

    @Test
    void whatIsSaidOfACheckIsWhatItsTableSays() throws IOException {
        Path root = copied();
        assertThat(assessment(root)).contains("| C43 er ").doesNotContain("C43 er ikke relevant");

        Files.writeString(
                root.resolve("docs/asvs.md"),
                Files.readString(root.resolve("docs/asvs.md"))
                        .replaceAll("(?m)^(\\| C43 .*?\\| )(open|holds) \\|", "$1not relevant |"));

        assertThat(assessment(root)).contains("| C43 er ikke relevant |");
    }

    @Test
    void whatHasNoDanishWordsStopsTheDocumentByItsName() throws IOException {
        Rule planted = new Rule("planted", "planted", Set.of(), Set.of(), "P1D", "", Rule.By.SWEEP);

        assertThatThrownBy(() -> DanishWords.read().of(planted)).hasMessageContaining("kept.planted");
    }

    @Test
    void whatOnlyTheMunicipalityCanSayIsMarkedAndNotAnswered() throws IOException {
        assertThat(record(HERE))
                .contains("Navn, adresse, CVR-nummer og kontakt: " + Paper.fill("dataansvarlig"))
                .contains(Paper.fill("retsgrundlag"))
                .contains(Paper.fill("navne og databehandleraftaler"));
        assertThat(assessment(HERE))
                .contains(Paper.fill("restrisiko"))
                .contains(Paper.fill("udtalelse"))
                .contains(Paper.fill("nødvendighed og proportionalitet"));
    }
}
