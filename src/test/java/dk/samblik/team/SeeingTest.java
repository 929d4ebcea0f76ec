package dk.samblik.team;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.access.Information;
import dk.samblik.access.MaySee;
import dk.samblik.access.Reader;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.view.CalendarEntry;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Lane;
import dk.samblik.view.LaneState;
import dk.samblik.view.Member;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each reader is left of a view, by the matrix and by whom the consents name. */
class SeeingTest {

    private static final PersonId AMINA = new PersonId(new UUID(1, 1));
    private static final PersonId YUSUF = new PersonId(new UUID(1, 3));
    private static final PersonId LEA = new PersonId(new UUID(1, 4));

    private static final Seeing NOT_NAMED = seeing(Reader.HOUSING, Map.of());

    private static Seeing seeing(Reader reader, Map<PersonId, Set<Category>> named) {
        return Seeing.of(new MaySee(reader, named), "Fjordsted Boligforening");
    }

    private static Seeing housing(Map<PersonId, Set<Category>> named) {
        return seeing(Reader.HOUSING, named);
    }

    @Test
    void aMemberOfTheHousingAssociationSeesTheTenancyOnly() {
        HouseholdView seen = NOT_NAMED.of(Families.whole());

        assertThat(seen.homes()).isNotEmpty();
        assertThat(seen.measures()).isEmpty();
        assertThat(seen.incomes()).isEmpty();
        assertThat(seen.children()).isEmpty();
        assertThat(seen.timeline()).extracting(moment -> moment.department()).containsOnly(Department.HOUSING);
        assertThat(seen.lanes())
                .filteredOn(lane -> lane.department() != Department.HOUSING)
                .extracting(Lane::state)
                .containsOnly(LaneState.ROLE_HIDDEN);
    }

    @Test
    void nothingThatIsCutAwayIsLeftAnywhere() {
        assertThat(NOT_NAMED.of(Families.whole()).toString())
                .doesNotContain("Amina", "Karim", "Yusuf", "Lea,", "Prøvevej", "Mia Test", "Ole Test", "Kontanthjælp")
                .doesNotContain("Jobsamtale", "Netværksmøde", "Lærkevangskolen", "Familiehuset", "Mariehønen")
                .doesNotContain("sundhedshjælper", "EDUCATION");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reader.class,
            names = {"LEADER", "IT", "EVALUATOR", "DPO", "DESK"})
    void whoeverIsInNoTeamIsLeftNothingEvenIfAPageWereOpenedToThem(Reader reader) {
        HouseholdView seen = seeing(reader, Map.of()).of(Families.whole());

        assertThat(seen.homes()).isEmpty();
        assertThat(seen.sources()).isEmpty();
        assertThat(seen.calendar()).extracting(CalendarEntry::kind).containsOnly(CalendarEntry.Kind.MEETING);
        assertThat(seen.toString())
                .doesNotContain("Amina", "Karim", "Yusuf", "Eksempelvej", "Prøvevej", "Mia Test", "Karen Test");
    }

    @Test
    void aPersonsNameIsSeenWhereThatPersonsConsentNamesTheAssociationAndNoOthers() {
        HouseholdView seen = housing(Map.of(AMINA, Set.of(Category.TENANCY))).of(Families.whole());

        assertThat(seen.member(AMINA).map(Member::firstName)).contains("Amina");
        assertThat(seen.member(AMINA).map(Member::name)).as("no surname").contains("Amina");
        assertThat(seen.toString()).doesNotContain("Karim", "Yusuf", "Lea,", "Testesen");
    }

    @Test
    void hoursTakenAreSeenOfThoseNamedAndNothingOfWhatTheyAre() {
        HouseholdView none = NOT_NAMED.of(Families.whole());
        HouseholdView seen =
                housing(Map.of(AMINA, Set.of(Category.APPOINTMENTS))).of(Families.whole());

        assertThat(none.calendar()).extracting(CalendarEntry::kind).containsOnly(CalendarEntry.Kind.MEETING);
        assertThat(seen.calendar())
                .as("the meeting and three hours of Amina's")
                .hasSize(4)
                .filteredOn(entry -> entry.kind() == CalendarEntry.Kind.APPOINTMENT)
                .allSatisfy(entry -> {
                    assertThat(entry.start()).isNotNull();
                    assertThat(entry.what()).isNull();
                    assertThat(entry.person()).isNull();
                    assertThat(entry.place()).isNull();
                    assertThat(entry.department()).isNull();
                    assertThat(entry.clash()).isFalse();
                });
    }

    @Test
    void caseworkersAreSeenOfThoseNamedAndTheirCasesAreNot() {
        Lane seen = housing(Map.of(AMINA, Set.of(Category.CASEWORKERS)))
                .of(Families.whole())
                .lane(Department.EMPLOYMENT)
                .orElseThrow();

        assertThat(seen.contacts()).extracting(Lane.Contact::name).containsExactly("Mia Test");
        assertThat(seen.contacts())
                .allSatisfy(contact -> assertThat(contact.persons()).containsExactly(AMINA));
        assertThat(seen.open()).isEmpty();
        assertThat(seen.state()).isEqualTo(LaneState.ROLE_HIDDEN);
    }

    @Test
    void ofCasesTheNumberOfDepartmentsIsAllThatIsSeen() {
        Seeing named = housing(
                Map.of(AMINA, Set.of(Category.CASE_OVERVIEW), YUSUF, Set.of(Category.CASE_OVERVIEW, Category.TENANCY)));

        assertThat(named.departments(Families.whole())).hasValue(3);
        assertThat(housing(Map.of(AMINA, Set.of(Category.CASE_OVERVIEW))).departments(Families.whole()))
                .hasValue(2);
        assertThat(NOT_NAMED.departments(Families.whole())).isEmpty();
        assertThat(Seeing.ALL.departments(Families.whole())).isEmpty();
    }

    @Test
    void anAddressIsSeenWhereTheAssociationHasItAlready() {
        Seeing named = housing(Map.of(AMINA, Set.of(Category.TENANCY)));

        assertThat(named.of(Families.whole()).member(AMINA).orElseThrow().address())
                .as("the population register has another")
                .isNull();
        assertThat(named.of(Families.atHome()).member(AMINA).orElseThrow().address())
                .isEqualTo("Eksempelvej 1, 1. tv.");
    }

    @Test
    void whatIsNotSeenIsNamedWhereAConsentCoversItAndNowhereElse() {
        assertThat(NOT_NAMED.closedToRole(Families.whole()))
                .containsExactlyInAnyOrder(Information.MEASURES, Information.BENEFITS, Information.ATTENDANCE);
        assertThat(NOT_NAMED.closedByConsent(Families.whole()))
                .containsExactlyInAnyOrder(
                        Information.MEMBERS,
                        Information.CASE_OVERVIEW,
                        Information.CASEWORKERS,
                        Information.APPOINTMENTS);
        assertThat(NOT_NAMED.closedToRole(Families.withdrawn())).isEmpty();
        assertThat(Seeing.ALL.closedToRole(Families.whole())).isEmpty();
    }

    @Test
    void silenceThatTheConsentExplainsIsNotBlamedOnTheRole() {
        HouseholdView seen = NOT_NAMED.of(Families.sparse());

        assertThat(seen.lane(Department.SOCIAL).orElseThrow().state()).isEqualTo(LaneState.NOT_IN_SCOPE);
    }

    @Test
    void somebodyProtectedIsNamedToNobodyFromOutside() {
        HouseholdView seen = housing(Map.of(AMINA, Set.of(Category.TENANCY), LEA, Set.of(Category.TENANCY)))
                .of(Families.hidden());

        assertThat(seen.member(LEA).orElseThrow().firstName()).isNull();
        assertThat(seen.member(AMINA).orElseThrow().firstName()).isEqualTo("Amina");
        assertThat(seen.member(AMINA).orElseThrow().address()).isNull();
        assertThat(seen.toString()).doesNotContain("Eksempelvej", "Prøvevej", "Karen Test");
    }

    @Test
    void theCoordinatorAndTheMunicipalitySeeAll() {
        assertThat(Seeing.ALL.of(Families.whole())).isEqualTo(Families.whole());
        assertThat(seeing(Reader.MUNICIPAL, Map.of()).of(Families.whole())).isEqualTo(Families.whole());
    }
}
