package dk.samblik.team;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.access.Viewer;
import dk.samblik.access.Viewer.Role;
import dk.samblik.household.Department;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Lane;
import dk.samblik.view.LaneState;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeeingTest {

    private static final TeamSettings SETTINGS = new TeamSettings("Fjordsted Kommune", "12 34 56 78");

    @Test
    void aMemberOfTheHousingAssociationSeesTheTenancyOnly() {
        HouseholdView seen = Seeing.of(viewer(Role.TEAM, "Fjordsted Boligforening"), SETTINGS)
                .of(Families.whole());

        assertThat(seen.homes()).isNotEmpty();
        assertThat(seen.measures()).isEmpty();
        assertThat(seen.incomes()).isEmpty();
        assertThat(seen.children()).isEmpty();
        assertThat(seen.timeline()).isEmpty();
        assertThat(seen.lanes())
                .filteredOn(lane -> lane.department() != Department.HOUSING)
                .extracting(Lane::state)
                .containsOnly(LaneState.ROLE_HIDDEN);
    }

    @Test
    void nothingThatIsCutAwayIsLeftAnywhere() {
        String seen = Seeing.HOUSING_ONLY.of(Families.whole()).toString();

        assertThat(seen)
                .doesNotContain("Amina", "Karim", "Yusuf", "Lea,", "Prøvevej", "Mia Test", "Ole Test", "Kontanthjælp")
                .doesNotContain("Jobsamtale", "Netværksmøde", "Lærkevangskolen", "Familiehuset");
    }

    @Test
    void hoursTakenAreSeenAndNothingOfThem() {
        HouseholdView seen = Seeing.HOUSING_ONLY.of(Families.whole());

        assertThat(seen.calendar()).hasSameSizeAs(Families.whole().calendar());
        assertThat(seen.calendar()).allSatisfy(entry -> {
            assertThat(entry.what()).isNull();
            assertThat(entry.person()).isNull();
            assertThat(entry.place()).isNull();
        });
    }

    @Test
    void silenceThatTheConsentExplainsIsNotBlamedOnTheRole() {
        HouseholdView seen = Seeing.HOUSING_ONLY.of(Families.sparse());

        assertThat(seen.lane(Department.SOCIAL).orElseThrow().state()).isEqualTo(LaneState.NOT_IN_SCOPE);
    }

    @Test
    void theCoordinatorAndTheMunicipalitySeeAll() {
        assertThat(Seeing.of(viewer(Role.COORDINATOR, "Fjordsted Boligforening"), SETTINGS))
                .isEqualTo(Seeing.ALL);
        assertThat(Seeing.of(viewer(Role.TEAM, "Fjordsted Kommune"), SETTINGS)).isEqualTo(Seeing.ALL);
        assertThat(Seeing.ALL.of(Families.whole())).isEqualTo(Families.whole());
    }

    private static Viewer viewer(Role role, String organisation) {
        return new Viewer("sanne", "Sanne Test", role, organisation, Set.of("Lærkevænget"));
    }
}
