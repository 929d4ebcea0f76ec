package dk.samblik.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.access.Viewer;
import dk.samblik.consent.DeskTask.Kind;
import dk.samblik.household.PersonId;
import dk.samblik.population.Human;
import dk.samblik.storage.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the consent desk is told of a household on a day: made of dates at the moment it is read, with no night between. */
class StandingsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final LocalDate ENROLLED = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST_DAY = ENROLLED.plusYears(1).minusDays(1);
    private static final LocalDate LONG_AGO = LocalDate.of(2019, 5, 1);

    private static TestDatabase database;

    @TempDir
    Path folder;

    private ConsentDesk desk;
    private final Human anna = adult(LocalDate.of(1985, 3, 12)).named("Anna", "Test");
    private final Human bo = adult(LocalDate.of(1979, 5, 7)).named("Bo", "Test");
    private final Household home = new Household(ENROLLED);

    private static Human adult(LocalDate born) {
        return Human.born(born, 0).at("0012", "012", LONG_AGO);
    }

    private Human childOfAnna(LocalDate born) {
        return Human.born(born, 0)
                .named("Cai", "Test")
                .at("0012", "012", born.isAfter(LONG_AGO) ? born : LONG_AGO)
                .mother(anna.cpr())
                .custody("0003", "", "");
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
    void aConsentExpiresByTheClockWithNoNightBetween() {
        desk.records.load(TODAY.minusDays(1), anna);
        enrol(home.adults(anna), Agreement.own(home, anna));
        assertThat(status(anna)).isEqualTo(DeskStatus.ACTIVE);

        desk.itIs(LAST_DAY.minusDays(30));
        assertThat(status(anna)).isEqualTo(DeskStatus.EXPIRING);
        desk.itIs(LAST_DAY);
        assertThat(status(anna)).isEqualTo(DeskStatus.EXPIRING);
        desk.itIs(LAST_DAY.plusDays(1));

        assertThat(status(anna)).isEqualTo(DeskStatus.EXPIRED);
        assertThat(desk.count("consent where status = 'ACTIVE'"))
                .as("nothing was flagged")
                .isOne();
    }

    @Test
    void everyStatusIsSaidOfWhoHasIt() {
        Human declined = adult(LocalDate.of(1990, 4, 2));
        Human lodger = adult(LocalDate.of(1991, 4, 2));
        desk.records.load(TODAY.minusDays(1), anna, bo, declined, lodger);
        enrol(
                home.adults(anna, bo).member(declined, "DECLINED", "ADULT").member(lodger, "OUTSIDE", "OTHER"),
                Agreement.own(home, anna),
                Agreement.own(home, bo).put("evidence_id", null));

        assertThat(status(anna)).isEqualTo(DeskStatus.ACTIVE);
        assertThat(status(bo)).as("the paper is missing").isEqualTo(DeskStatus.WAITING);
        assertThat(status(declined)).isEqualTo(DeskStatus.DECLINED);
        assertThat(desk.seen(home).persons())
                .as("the lodger is nowhere")
                .extracting(DeskPerson::id)
                .doesNotContain(id(lodger))
                .hasSize(3);
    }

    @Test
    void onlyWhoMayBeNamedHasAName() {
        Human declined = adult(LocalDate.of(1990, 4, 2)).named("Dan", "Test");
        desk.records.load(TODAY.minusDays(1), anna, bo, declined);
        enrol(
                home.adults(anna, bo).member(declined, "DECLINED", "ADULT"),
                Agreement.own(home, anna),
                Agreement.own(home, bo));
        desk.withdrawal.withdraw(id(bo), new Withdrawn.Everything(), Viewer.HUB, "request");

        assertThat(desk.seen(home).persons())
                .extracting(DeskPerson::firstName)
                .containsExactlyInAnyOrder("Anna", null, null);
        assertThat(status(bo)).isEqualTo(DeskStatus.WITHDRAWN);
    }

    @Test
    void withoutAPopulationRegisterNobodyIsNamedAndTheDatesStillSpeak() {
        enrol(home.adults(anna), Agreement.own(home, anna));
        desk.itIs(LAST_DAY.minusDays(3));

        assertThat(status(anna)).isEqualTo(DeskStatus.EXPIRING);
        assertThat(desk.seen(home).persons()).extracting(DeskPerson::firstName).containsOnlyNulls();
        assertThat(tasks()).containsExactly(Kind.EXPIRING);
    }

    @Test
    void aBirthdayIsATaskBeforeAndAfter() {
        Human cai = childOfAnna(TODAY.minusYears(18).plusDays(20));
        desk.records.load(TODAY.minusDays(1), anna, cai);
        enrol(
                home.adults(anna).children(cai),
                Agreement.own(home, anna),
                Agreement.about(home, cai).by(cai.cpr(), "SELF").custody(anna));
        desk.night();
        assertThat(desk.seen(home).tasks()).containsExactly(DeskTask.about(id(cai), Kind.TURNS_18, TODAY.plusDays(20)));

        desk.itIs(TODAY.plusDays(20));
        desk.records.load(TODAY.plusDays(19), anna, cai);
        assertThat(tasks()).as("before any night").containsExactly(Kind.TURNED_18);
        assertThat(status(cai)).isEqualTo(DeskStatus.EXPIRED);
        desk.night();

        assertThat(tasks()).as("after the night").containsExactly(Kind.TURNED_18);
    }

    @Test
    void theFifteenthBirthdayIsOneToo() {
        Human cai = childOfAnna(TODAY.minusYears(15).plusDays(1));
        desk.records.load(TODAY.minusDays(1), anna, cai);
        enrol(
                home.adults(anna).children(cai),
                Agreement.own(home, anna),
                Agreement.about(home, cai).custody(anna));
        desk.night();
        assertThat(tasks()).containsExactly(Kind.TURNS_15);

        desk.itIs(TODAY.plusDays(1));
        desk.records.load(TODAY, anna, cai);

        assertThat(tasks()).containsExactly(Kind.TURNED_15);
    }

    @Test
    void aNewCustodyHolderIsATask() {
        Human cai = childOfAnna(LocalDate.of(2017, 8, 30));
        desk.records.load(TODAY.minusDays(2), anna, cai);
        enrol(
                home.adults(anna).children(cai),
                Agreement.own(home, anna),
                Agreement.about(home, cai).custody(anna));
        desk.night();
        assertThat(tasks()).isEmpty();

        Human elsewhere = Human.born(LocalDate.of(1977, 12, 2), 0).at("0035", "004", LONG_AGO);
        Human shared = Human.of(cai.cpr())
                .named("Cai", "Test")
                .at("0012", "012", LONG_AGO)
                .custodyOfBoth(anna.cpr(), elsewhere.cpr());
        desk.records.change(TODAY.minusDays(1), shared, elsewhere);

        assertThat(tasks()).containsExactly(Kind.NEW_HOLDER);
        desk.night();
        assertThat(tasks()).as("after the night").containsExactly(Kind.NEW_HOLDER);
    }

    @Test
    void whoMovedAndWhoDiedIsATask() {
        desk.records.load(TODAY.minusDays(2), anna, bo);
        enrol(home.adults(anna, bo), Agreement.own(home, anna), Agreement.own(home, bo));
        Human moved = Human.of(bo.cpr()).named("Bo", "Test").at("0035", "004", TODAY.minusDays(3));
        desk.records.change(TODAY.minusDays(1), moved);
        assertThat(desk.seen(home).tasks()).containsExactly(DeskTask.about(id(bo), Kind.MOVED, TODAY.minusDays(3)));
        desk.night();
        assertThat(tasks()).as("after the night ended the membership").containsExactly(Kind.MOVED);

        Human dead = Human.of(anna.cpr()).named("Anna", "Test").status("90", TODAY.minusDays(1));
        desk.records.change(TODAY, dead);

        assertThat(tasks()).containsExactly(Kind.DIED, Kind.MOVED);
    }

    @Test
    void whatWasNotedOfCustodyCountsUntilTheRegisterSaysSomethingElse() {
        LocalDate born = LocalDate.of(2017, 8, 30);
        Human cai =
                Human.born(born, 0).at("0012", "012", LONG_AGO).parentsUnknown().custody("0003", "", "");
        desk.records.load(TODAY.minusDays(2), anna, cai);
        enrol(
                home.adults(anna).children(cai),
                Agreement.own(home, anna),
                Agreement.about(home, cai).custody(anna));
        assertThat(tasks()).containsExactly(Kind.NOBODY_CAN_CONSENT);
        assertThat(desk.asked(home)).containsExactly(id(anna));

        CustodyNote note = new CustodyNote(
                UUID.randomUUID(),
                id(cai),
                Capacity.CUSTODY_HOLDER,
                Set.of(anna.cpr()),
                CustodyNote.SeenIn.FAMILY_COURT,
                TODAY,
                "maja",
                desk.now());
        desk.notes.keep(home.id(), note, "", RecordedBy.file("request"));
        assertThat(tasks()).isEmpty();
        assertThat(desk.asked(home)).containsExactlyInAnyOrder(id(anna), id(cai));

        Human elsewhere = Human.born(LocalDate.of(1977, 12, 2), 0).at("0035", "004", LONG_AGO);
        Human both = Human.of(cai.cpr()).at("0012", "012", LONG_AGO).custodyOfBoth(anna.cpr(), elsewhere.cpr());
        desk.records.change(TODAY.minusDays(1), both, elsewhere);
        assertThat(tasks()).containsExactly(Kind.NEW_HOLDER);
        assertThat(desk.asked(home)).containsExactly(id(anna));
    }

    @Test
    void aNewAdultAtTheAddressIsATaskWithItsLastDayAndNoName() {
        Human stranger = Human.born(LocalDate.of(1988, 2, 9), 0).at("0012", "012", TODAY.minusDays(5));
        desk.records.load(TODAY.minusDays(1), anna, stranger);
        enrol(home.adults(anna), Agreement.own(home, anna));

        assertThat(desk.seen(home).tasks())
                .containsExactly(new DeskTask(Kind.NEW_ADULT, null, TODAY.minusDays(5), TODAY.plusDays(9)));
    }

    @Test
    void anAdultNobodyAskedAndAnUnfinishedConsentAreTasks() {
        desk.records.load(TODAY.minusDays(1), anna, bo);
        enrol(
                home.adults(anna).member(bo, "NOT_ASKED", "ADULT"),
                Agreement.own(home, anna).put("evidence_id", null));

        assertThat(tasks()).contains(Kind.UNFINISHED);
        assertThat(status(bo)).isEqualTo(DeskStatus.WAITING);
    }

    @Test
    void aHouseholdIsFollowedByItsAreaAndForAWhileAfterItLeft() {
        enrol(home.adults(anna), Agreement.own(home, anna));
        Viewer here = viewer("Mosebakken");

        assertThat(desk.standings.followed(here)).containsExactly(home.id());
        assertThat(desk.standings.followed(viewer("Skovparken"))).isEmpty();
        desk.withdrawal.withdraw(id(anna), new Withdrawn.Everything(), Viewer.HUB, "request");
        assertThat(desk.standings.followed(here)).containsExactly(home.id());
        desk.itIs(TODAY.plusDays(31));

        assertThat(desk.standings.followed(here)).isEmpty();
    }

    private static Viewer viewer(String area) {
        return new Viewer("maja", "Maja Test", Viewer.Role.COORDINATOR, "Fjordsted Kommune", Set.of(area));
    }

    private void enrol(Household household, Agreement... consents) {
        assertThat(desk.households(household).taken()).isTrue();
        assertThat(desk.consents(consents).taken()).isTrue();
    }

    private DeskStatus status(Human human) {
        return desk.seen(home).person(id(human)).orElseThrow().status();
    }

    private List<Kind> tasks() {
        return desk.seen(home).tasks().stream().map(DeskTask::kind).toList();
    }

    private static PersonId id(Human human) {
        return Household.id(human);
    }
}
