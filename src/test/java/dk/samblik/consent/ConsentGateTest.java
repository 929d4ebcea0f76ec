package dk.samblik.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.household.Category;
import dk.samblik.household.Cpr;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.population.Human;
import dk.samblik.population.Invented;
import dk.samblik.population.PopulationUnavailable;
import dk.samblik.run.Run;
import dk.samblik.storage.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The acceptance cases of the gate, from the desk's files and the population's to whom a night asks about. */
class ConsentGateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final LocalDate ENROLLED = LocalDate.of(2026, 3, 1);
    private static final LocalDate LONG_AGO = LocalDate.of(2019, 5, 1);

    @TempDir
    Path folder;

    private static TestDatabase database;

    private ConsentDesk desk;

    private final Human anna = adult(LocalDate.of(1985, 3, 12));
    private final Human bo = adult(LocalDate.of(1979, 5, 7));
    private final Human cai = child(LocalDate.of(2017, 8, 30));
    private final Human elsewhere = Human.born(LocalDate.of(1977, 12, 2), 0).at("0035", "004", LONG_AGO);
    private final Household home = new Household(ENROLLED);

    private static Human adult(LocalDate born) {
        return Human.born(born, 0).at("0012", "012", LONG_AGO);
    }

    private static Human child(LocalDate born) {
        return Human.born(born, 0).at("0012", "012", born.isAfter(LONG_AGO) ? born : LONG_AGO);
    }

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void open() {
        desk = new ConsentDesk(database, folder, TODAY);
        desk.empty();
    }

    @Test
    void oneAdultWithAnActiveConsentIsAskedAboutEverywhere() {
        live(anna);
        enrol(home.adults(anna), own(anna));

        assertThat(desk.night().get(home.id()).get(id(anna))).containsExactly(Department.values());
    }

    @Test
    void withoutConsentNoRegisterIsAskedAndNoNumberOpened() {
        live(anna, bo);
        enrol(home.adults(anna, bo));

        assertThat(desk.night()).isEmpty();
        assertThat(states()).containsOnly("CLOSED");
        assertThat(desk.count("access_log")).isZero();
    }

    @Test
    void anAdultNobodyAskedKeepsTheHouseholdClosed() {
        live(anna, bo);
        enrol(home.adults(anna).member(bo, "NOT_ASKED", "ADULT"), own(anna));

        assertThat(asked()).isEmpty();
        assertThat(desk.count("access_log where purpose = 'HELHEDSINDSATS'")).isZero();
    }

    @Test
    void anAdultTheDeskForgotKeepsTheHouseholdClosed() {
        live(anna, bo);
        enrol(home.adults(anna), own(anna));

        assertThat(asked()).isEmpty();
    }

    @Test
    void whoSaidNoOrDoesNotBelongIsNotAskedAboutAndClosesNothing() {
        Human lodger = adult(LocalDate.of(1999, 4, 2));
        live(anna, bo, lodger);
        enrol(home.adults(anna).member(bo, "DECLINED", "ADULT").member(lodger, "OUTSIDE", "OTHER"), own(anna));

        assertThat(asked()).containsExactly(id(anna));
        assertThat(desk.count("member where cpr_sealed is not null")).isOne();
    }

    @Test
    void aChildIsAskedAboutWhenEverybodyWithCustodySigned() {
        live(anna, bo, cai.custodyOfBoth(anna.cpr(), bo.cpr()));
        Agreement onlyMother = about(cai).custody(anna);
        enrol(home.adults(anna, bo).children(cai), own(anna), own(bo), onlyMother);
        assertThat(asked()).containsOnly(id(anna), id(bo));
        assertThat(desk.status(onlyMother)).isEqualTo("ACTIVE");

        desk.consents(onlyMother.next().custody(bo));

        assertThat(asked()).containsOnly(id(anna), id(bo), id(cai));
    }

    @Test
    void aFatherElsewhereSignsAndAppearsNowhere() {
        live(anna, elsewhere, cai.custodyOfBoth(anna.cpr(), elsewhere.cpr()));
        enrol(home.adults(anna).children(cai), own(anna), about(cai).custody(anna, elsewhere));

        assertThat(asked()).containsOnly(id(anna), id(cai));
    }

    @Test
    void onTheFifteenthBirthdayTheParentsAloneAreNoLongerEnough() {
        Human youth = child(TODAY.minusYears(15).plusDays(1)).mother(anna.cpr()).custody("0003", "", "");
        live(anna, youth);
        Agreement parents = about(youth).custody(anna);
        enrol(home.adults(anna).children(youth), own(anna), parents);
        assertThat(asked()).containsOnly(id(anna), id(youth));

        desk.itIs(TODAY.plusDays(1));

        assertThat(asked()).containsOnly(id(anna));
        assertThat(desk.status(parents)).isEqualTo("EXPIRED");
    }

    @Test
    void onTheEighteenthBirthdayTheOwnConsentOfAnAdultIsNeeded() {
        Human youth = child(TODAY.minusYears(18).plusDays(1)).mother(anna.cpr()).custody("0003", "", "");
        live(anna, youth);
        Agreement both = about(youth).custody(anna).by(youth.cpr(), "SELF");
        enrol(home.adults(anna).children(youth), own(anna), both);
        assertThat(asked()).containsOnly(id(anna), id(youth));

        desk.itIs(TODAY.plusDays(1));

        assertThat(asked()).as("the household stays open").containsOnly(id(anna));
        assertThat(desk.status(both)).isEqualTo("EXPIRED");
    }

    @Test
    void aDepartmentThatIsLeftOutIsNotAsked() {
        live(anna);
        enrol(home.adults(anna), own(anna).sources(Department.EMPLOYMENT, Department.HOUSING));

        assertThat(desk.night().get(home.id()).get(id(anna)))
                .containsExactly(Department.EMPLOYMENT, Department.HOUSING);
    }

    @Test
    void aConsentHoldsOnItsLastDayAndNotOnTheNext() {
        live(anna);
        Agreement ends = own(anna).put("valid_to", TODAY.toString());
        enrol(home.adults(anna), ends);
        assertThat(asked()).containsOnly(id(anna));

        desk.itIs(TODAY.plusDays(1));

        assertThat(asked()).isEmpty();
        assertThat(desk.status(ends)).isEqualTo("EXPIRED");
        assertThat(desk.count("consent_in_force")).isZero();
    }

    @Test
    void whatIsPublishedAfterMidnightIsJudgedAgain() {
        live(anna, bo);
        enrol(home.adults(anna, bo), own(anna).put("valid_to", TODAY.toString()), own(bo));
        ConsentedHousehold admitted = admitted();

        desk.itIs(TODAY.plusDays(1));

        ConsentedHousehold still = desk.gate.recheck(admitted).orElseThrow();
        assertThat(admitted.persons()).extracting(ConsentedPerson::id).containsOnly(id(anna), id(bo));
        assertThat(still.persons()).extracting(ConsentedPerson::id).containsOnly(id(bo));
    }

    @Test
    void whoIsWithdrawnBetweenFetchAndPublishIsNotPublished() {
        live(anna);
        enrol(home.adults(anna), own(anna));
        ConsentedHousehold admitted = admitted();

        desk.withdrawal.withdraw(id(anna), new Withdrawn.Everything(), dk.samblik.access.Viewer.HUB, "test");

        assertThat(desk.gate.recheck(admitted)).isEmpty();
    }

    @Test
    void aNewCustodyHolderEndsTheConsentAndAFormerOneDoesNot() {
        Human mine = child(LocalDate.of(2016, 8, 30)).mother(anna.cpr()).custody("0003", "", "");
        live(anna, elsewhere, cai.custodyOfBoth(anna.cpr(), elsewhere.cpr()), mine);
        Agreement shrinks = about(cai).custody(anna, elsewhere);
        Agreement grows = about(mine).custody(anna);
        enrol(home.adults(anna).children(cai, mine), own(anna), shrinks, grows);
        assertThat(asked()).containsOnly(id(anna), id(cai), id(mine));
        desk.section(home.id(), id(mine), Department.CHILDREN);

        desk.records.change(
                TODAY,
                child(LocalDate.of(2017, 8, 30)).mother(anna.cpr()).custody("0003", "", ""),
                child(LocalDate.of(2016, 8, 30)).custodyOfBoth(anna.cpr(), elsewhere.cpr()));

        assertThat(asked()).containsOnly(id(anna), id(cai));
        assertThat(desk.status(grows)).isEqualTo("EXPIRED");
        assertThat(desk.status(shrinks)).isEqualTo("ACTIVE");
        assertThat(desk.count("section")).isZero();
    }

    @Test
    void nobodyCanConsentForAChildWhoseCustodyIsUnknownOrWhoseHolderIsDead() {
        Human unknown = child(LocalDate.of(2016, 8, 30))
                .mother(anna.cpr())
                .custody("0003", "", "")
                .custody("0005", "", "0000000000");
        live(anna, Human.of(bo.cpr()).status("90"), unknown, cai.custodyOfBoth(anna.cpr(), bo.cpr()));
        enrol(
                home.adults(anna).children(unknown, cai),
                own(anna),
                about(unknown).custody(anna),
                about(cai).custody(anna));

        assertThat(asked()).containsOnly(id(anna));
    }

    @Test
    void anAdultWithAGuardianNeedsBoth() {
        live(anna.guardian("", elsewhere.cpr().digits()), elsewhere);
        Agreement alone = own(anna);
        enrol(home.adults(anna), alone);
        assertThat(asked()).isEmpty();

        desk.consents(alone.next().by(elsewhere.cpr(), "GUARDIAN"));

        assertThat(asked()).containsOnly(id(anna));
    }

    @Test
    void whoMovesOutIsAMemberNoLongerAndHisSectionsGo() {
        live(anna, bo);
        Agreement his = own(bo);
        enrol(home.adults(anna, bo), own(anna), his);
        asked();
        desk.section(home.id(), id(bo), Department.SOCIAL);

        desk.records.change(TODAY, Human.of(bo.cpr()).at("0035", "004", YESTERDAY));

        assertThat(asked()).containsOnly(id(anna));
        assertThat(desk.count("section")).isZero();
        assertThat(desk.status(his)).as("the consent stays").isEqualTo("ACTIVE");
        assertThat(desk.count("member where member_to = date '2026-11-15'")).isOne();
    }

    @Test
    void aHouseholdThatMovesTogetherStaysOne() {
        live(anna, bo);
        enrol(home.adults(anna, bo), own(anna), own(bo));
        desk.records.change(
                TODAY,
                Human.of(anna.cpr()).at("0035", "004", YESTERDAY),
                Human.of(bo.cpr()).at("0035", "004", YESTERDAY));

        assertThat(asked()).containsOnly(id(anna), id(bo));
    }

    @Test
    void aNewAdultClosesTheHouseholdAfterFourteenDaysAndTheOldViewStays() {
        live(anna, Human.of(bo.cpr()).at("0012", "012", TODAY.minusDays(14)));
        enrol(home.adults(anna), own(anna));
        assertThat(asked()).containsOnly(id(anna));
        desk.section(home.id(), id(anna), Department.SOCIAL);

        desk.itIs(TODAY.plusDays(1));

        assertThat(asked()).isEmpty();
        assertThat(desk.count("section")).isOne();
    }

    @Test
    void theDeadAreNotAskedAboutAndTheirSectionsGoAfterThirtyDays() {
        live(anna, bo);
        enrol(home.adults(anna, bo), own(anna), own(bo));
        asked();
        desk.section(home.id(), id(bo), Department.SOCIAL);
        desk.records.change(TODAY, Human.of(bo.cpr()).status("90", TODAY));

        assertThat(asked()).containsOnly(id(anna));
        assertThat(desk.count("section")).as("frozen").isOne();

        desk.itIs(TODAY.plusDays(31));
        desk.records.load(TODAY.plusDays(30), anna, Human.of(bo.cpr()).status("90", TODAY));

        assertThat(asked()).containsOnly(id(anna));
        assertThat(desk.count("section")).isZero();
    }

    @Test
    void aNewNumberIsTheSamePerson() {
        Cpr now = Invented.born(LocalDate.of(1985, 3, 12), 7);
        live(Human.of(anna.cpr()).changedTo(now), Human.of(now).at("0012", "012", LONG_AGO));
        enrol(home.adults(anna), own(anna));

        assertThat(admitted().persons().get(0).numbers()).containsOnly(anna.cpr(), now);
    }

    @Test
    void aConsentWithoutEvidenceStaysADraft() {
        live(anna);
        Agreement draft = own(anna).put("evidence_id", null);
        enrol(home.adults(anna), draft);

        assertThat(asked()).isEmpty();
        assertThat(desk.status(draft)).isEqualTo("DRAFT");
    }

    @Test
    void threeDaysWithoutAPopulationFileChangeNothingAndEightStopTheRun() {
        desk.records.load(TODAY.minusDays(3), anna);
        enrol(home.adults(anna), own(anna));
        assertThat(asked()).containsOnly(id(anna));

        desk.itIs(TODAY.plusDays(5));

        assertThatThrownBy(() -> desk.night()).isInstanceOf(PopulationUnavailable.class);
    }

    @Test
    void aHouseholdThatLeftTheProjectIsClosedAndEmptiedAfterThirtyDays() {
        live(anna);
        enrol(home.adults(anna).exit(TODAY), own(anna));
        assertThat(asked()).containsOnly(id(anna));

        desk.itIs(TODAY.plusDays(31));
        desk.records.load(TODAY.plusDays(30), anna);
        desk.section(home.id(), id(anna), Department.SOCIAL);

        assertThat(desk.night()).isEmpty();
        assertThat(desk.count("consent_in_force")).isZero();
        assertThat(desk.count("section")).isZero();
    }

    @Test
    void theKeyOfAHouseholdThatLeftIsDestroyedThoughItsRowsWereGoneBefore() {
        live(anna);
        enrol(home.adults(anna).exit(TODAY), own(anna));
        asked();
        desk.owner.sql("delete from consent_in_force").update();

        desk.itIs(TODAY.plusDays(30));
        desk.records.load(TODAY.plusDays(29), anna);
        desk.night();
        assertThat(desk.vault.holds(home.id())).isTrue();

        desk.itIs(TODAY.plusDays(31));
        desk.night();
        assertThat(desk.vault.holds(home.id())).isFalse();
    }

    @Test
    void whatTheTeamMayNotSeeIsNotFetched() {
        live(anna);
        List<String> some = List.of("CASE_OVERVIEW", "MEASURES");
        enrol(
                home.adults(anna),
                own(anna)
                        .put("period_back", "P6M")
                        .put("recipients", List.of(Map.of("recipient", "MUNICIPAL_TEAM", "categories", some))));

        ConsentedPerson person = admitted().persons().get(0);

        assertThat(person.allows(Department.SOCIAL, Category.MEASURES)).isTrue();
        assertThat(person.allows(Department.SOCIAL, Category.BENEFITS)).isFalse();
        assertThat(person.back(Department.SOCIAL)).isEqualTo(Period.ofMonths(6));
    }

    @Test
    void theStrictVariantWaitsForEveryAdultParticipant() {
        live(anna, bo);
        enrol(home.adults(anna, bo), own(anna));
        assertThat(asked()).containsOnly(id(anna));
        ConsentSettings agreed = ConsentSettings.agreed();

        desk = new ConsentDesk(
                database,
                folder,
                TODAY,
                new ConsentSettings(
                        true,
                        agreed.newAdultGrace(),
                        agreed.graceAtFifteen(),
                        agreed.keptAfterDeath(),
                        agreed.keptAfterExit(),
                        agreed.purpose(),
                        agreed.populationPurpose(),
                        agreed.blocked()),
                desk.vault);

        assertThat(asked()).isEmpty();
    }

    @Test
    void theLogHasARowForEverybodyBeforeTheChunkIsGivenOut() {
        live(anna, bo);
        Agreement hers = own(anna).sources(Department.SOCIAL, Department.CHILDREN);
        enrol(home.adults(anna, bo), hers, own(bo));

        admitted();

        assertThat(desk.owner
                        .sql("select person_id || ' ' || consents[1] from access_log"
                                + " where action = 'FETCH' and purpose = 'HELHEDSINDSATS'")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .contains(id(anna) + " " + hers.id() + "/1");
    }

    @Test
    void aChunkIsMadeWhenItIsAskedForAndNotBefore() {
        live(anna);
        enrol(home.adults(anna), own(anna));
        Run night = desk.runs.night();

        desk.gate.chunks(night);

        assertThat(states()).containsOnly("PENDING");
    }

    private void live(Human... people) {
        desk.records.load(YESTERDAY, people);
        desk.records.change(TODAY);
    }

    private void enrol(Household household, Agreement... consents) {
        assertThat(desk.households(household).refused()).isEmpty();
        assertThat(desk.consents(consents).refused()).isEmpty();
    }

    private Agreement own(Human human) {
        return Agreement.own(home, human);
    }

    private Agreement about(Human human) {
        return Agreement.about(home, human);
    }

    private Set<PersonId> asked() {
        return desk.asked(home);
    }

    private ConsentedHousehold admitted() {
        desk.population.load();
        return desk.gate.chunks(desk.runs.night()).next().households().get(0);
    }

    private List<String> states() {
        return desk.owner.sql("select state from run_item").query(String.class).list();
    }

    private static PersonId id(Human human) {
        return Household.id(human);
    }
}
