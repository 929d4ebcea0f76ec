package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.access.Viewer.Role;
import dk.samblik.household.Category;
import dk.samblik.household.PersonId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MatrixTest {

    private static final PersonId AMINA = new PersonId(new UUID(1, 1));
    private static final PersonId KARIM = new PersonId(new UUID(1, 2));

    private static final MaySee HOUSING =
            new MaySee(Reader.HOUSING, Map.of(AMINA, Set.of(Category.APPOINTMENTS, Category.BENEFITS)));

    @ParameterizedTest
    @EnumSource(
            value = Reader.class,
            names = {"LEADER", "IT", "EVALUATOR", "DPO", "DESK"})
    void whoeverIsNotInATeamSeesNothingOfAPerson(Reader reader) {
        Set<Sight> figures = EnumSet.of(Sight.NO, Sight.COUNTS, Sight.AGGREGATES, Sight.PSEUDONYMS);

        assertThat(Stream.of(Information.values()).map(what -> Matrix.of(what, reader)))
                .allMatch(figures::contains);
    }

    @Test
    void noRoleSeesAFullCprNumberUnasked() {
        assertThat(Stream.of(Reader.values()).map(reader -> Matrix.of(Information.CPR, reader)))
                .isNotEmpty()
                .noneMatch(Sight::whole);
    }

    @Test
    void everyCategoryOfAConsentStandsInOneLine() {
        for (Category category : Category.values()) {
            assertThat(Stream.of(Information.values())
                            .filter(what -> what.categories().contains(category)))
                    .as("%s", category)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MEMBERS, RECIPIENT, NO",
        "APPOINTMENTS, BUSY, NO",
        "CASEWORKERS, NO, NO",
        "CASE_OVERVIEW, NO, NO",
        "BENEFITS, NO, NO",
        "MEASURES, NO, NO",
        "ATTENDANCE, NO, NO",
        "TENANCY, OWN, OWN",
        "ADDRESS, OWN, OWN"
    })
    void aHousingMemberSeesWhatTheRoleAndThePersonsConsentOpenTogether(Information what, Sight ofAmina, Sight ofKarim) {
        assertThat(HOUSING.of(what, AMINA)).isEqualTo(ofAmina);
        assertThat(HOUSING.of(what, KARIM)).isEqualTo(ofKarim);
    }

    @Test
    void whatIsClosedByAConsentIsToldFromWhatIsClosedToTheRole() {
        assertThat(HOUSING.forWantOfConsent(Information.CASEWORKERS, AMINA)).isTrue();
        assertThat(HOUSING.forWantOfConsent(Information.BENEFITS, AMINA)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "COORDINATOR, Kommune, COORDINATOR",
        "TEAM, Kommune, MUNICIPAL",
        "TEAM, kommune, HOUSING",
        "TEAM, Boligforening, HOUSING",
        "LEADER, Kommune, LEADER",
        "IT, Kommune, IT",
        "STEWARD, Kommune, IT",
        "DRAW_OFFICER, Kommune, IT",
        "DRAW_APPROVER, Kommune, IT",
        "EVALUATOR, Universitet, EVALUATOR",
        "DPO, Kommune, DPO",
        "DESK, Kommune, DESK"
    })
    void aViewerStandsInOneColumn(Role role, String organisation, Reader reader) {
        assertThat(Reader.of(new Viewer("x", "X", role, organisation, Set.of("Nord")), "Kommune"))
                .isEqualTo(reader);
    }

    @Test
    void aTableWithACellTooFewOrAnUnknownWordIsNone() {
        String header = "| COORDINATOR | MUNICIPAL | HOUSING | LEADER | IT | EVALUATOR | DPO | DESK\n";

        assertThatThrownBy(() -> Matrix.read(header + "MEMBERS | YES | YES | NO | NO | NO | NO | NO"))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> Matrix.read(header + "MEMBERS | YES | YES | NO | NO | NO | NO | NO | PERHAPS"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Matrix.read(header + "MEMBERS | YES | YES | NO | NO | NO | NO | NO | NO"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
