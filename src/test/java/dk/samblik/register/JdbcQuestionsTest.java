package dk.samblik.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.consent.Chunk;
import dk.samblik.consent.TestChunks;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.run.TestSwitches;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A database is asked set by set about consenting people; an answer about anybody else is not used. */
class JdbcQuestionsTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 18);
    private static final String FREJA = "3008179900";
    private static final String SAMI = "0411209901";

    private final JdbcQuestions questions = new JdbcQuestions(
            new Registers(RegisterTests.mappings(Path.of("mappings")), RegisterTests.folder(Path.of("target"))),
            new CivilClock(Clock.systemUTC()),
            TestSwitches.allOn());

    private static Chunk children() {
        return TestChunks.chunk(
                NIGHT,
                TestChunks.person(List.of(FREJA, "3008179911"), Period.ofMonths(24), Department.CHILDREN),
                TestChunks.person(SAMI, Department.CHILDREN),
                TestChunks.person("1203859900", Department.EMPLOYMENT));
    }

    @Test
    void oneQueryARecordKindForEverybodyTogether() {
        List<JdbcQuestion> asked = questions.questions(children(), "boern-og-unge");

        assertThat(asked)
                .extracting(each -> each.table().name())
                .doesNotHaveDuplicates()
                .contains("sag", "indsats");
        assertThat(asked).allSatisfy(question -> {
            assertThat((String[]) question.parameters().get("members"))
                    .containsExactlyInAnyOrderElementsOf(AskedKeys.of(children(), Department.CHILDREN));
            assertThat(question.parameters())
                    .containsEntry("night", NIGHT)
                    .containsEntry("back", LocalDate.of(2024, 11, 18));
            assertThat(question.toString()).startsWith("--").doesNotContain(FREJA);
        });
    }

    @Test
    void nobodyToAskAboutMeansNoQuery() {
        Chunk chunk = TestChunks.chunk(NIGHT, TestChunks.person(FREJA, Department.SOCIAL));

        assertThat(questions.questions(chunk, "boern-og-unge")).isEmpty();
    }

    @Test
    void aRowAboutSomebodyElseMakesTheWholeAnswerUnusable() {
        JdbcQuestion question = questions.questions(children(), "boern-og-unge").get(0);
        Map<String, Object> strange = new HashMap<>(Map.of("cpr", "2309989900", "sag_id", "x"));

        assertThatThrownBy(() -> questions.rows(question, List.of(strange)))
                .isInstanceOf(RegisterUnavailable.class)
                .hasMessageContaining("WRONG_PERSON")
                .hasMessageNotContaining("2309989900");
    }

    @Test
    void rowsAreNumberedWithinTheirPerson() {
        JdbcQuestion question = questions.questions(children(), "boern-og-unge").get(0);
        List<Map<String, Object>> answered = List.of(Map.of("cpr", FREJA), Map.of("cpr", SAMI), Map.of("cpr", FREJA));

        assertThat(questions.rows(question, answered)).extracting(Row::recordNo).containsExactly(1L, 1L, 2L);
    }

    @Test
    void bytesThatAreNoTextMakeTheWholeAnswerUnusable() {
        JdbcQuestion question = questions.questions(children(), "boern-og-unge").get(0);

        assertThatThrownBy(() -> questions.rows(question, List.of(Map.of("cpr", FREJA, "titel", "S\uFFFD "))))
                .isInstanceOf(RegisterUnavailable.class)
                .hasMessageContaining("BAD_BYTE");
    }

    @Test
    void anAnswerWithoutEndIsNone() {
        JdbcQuestion question = questions.questions(children(), "boern-og-unge").get(0);
        List<Map<String, Object>> answered = java.util.Collections.nCopies(100_000, Map.of("cpr", FREJA));

        assertThatThrownBy(() -> questions.rows(question, answered)).hasMessageContaining("TOO_MANY_ROWS");
    }
}
