package dk.samblik.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.access.SealBroken;
import dk.samblik.access.TestAccess;
import dk.samblik.access.Viewer;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.population.Human;
import dk.samblik.storage.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;

/** A consent that is taken back takes everything with it, at once, and leaves the proof. */
class WithdrawalTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final LocalDate ENROLLED = LocalDate.of(2026, 3, 1);
    private static final Viewer MAJA =
            new Viewer("maja", "Maja Test", Viewer.Role.COORDINATOR, "Fjordsted Kommune", Set.of("Mosebakken"));
    private static TestDatabase database;

    @TempDir
    Path folder;

    private ConsentDesk desk;
    private final Human anna = Human.born(LocalDate.of(1985, 3, 12), 0).at("0012", "012", ENROLLED.minusYears(3));
    private final Human bo = Human.born(LocalDate.of(1979, 5, 7), 0).at("0012", "012", ENROLLED.minusYears(3));
    private final Household home = new Household(ENROLLED).adults(anna, bo);
    private final Agreement hers = Agreement.own(home, anna);

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void bothConsent() {
        desk = new ConsentDesk(database, folder, TODAY);
        desk.empty();
        desk.records.load(TODAY.minusDays(1), anna, bo);
        desk.households(home);
        desk.consents(hers, Agreement.own(home, bo));
        desk.section(home.id(), id(anna), Department.SOCIAL);
        desk.section(home.id(), id(anna), Department.CHILDREN);
        desk.section(home.id(), id(bo), Department.SOCIAL);
    }

    @Test
    void aRecipientTakenBackIsNamedNoMoreAndTheOthersStay() {
        desk.consents(hers.next()
                .put(
                        "recipients",
                        List.of(
                                Map.of("recipient", "MUNICIPAL_TEAM", "categories", List.of("MEASURES")),
                                Map.of("recipient", "HOUSING_ORG:X", "categories", List.of("TENANCY")),
                                Map.of("recipient", "HOUSEHOLD_ADULTS", "categories", List.of("MEASURES")))));
        withdraw(anna, new Withdrawn.Recipient("HOUSING_ORG:X"));

        assertThat(desk.owner
                        .sql("select recipient from consent_recipient where consent_id = ? and version = 3 order by 1")
                        .param(hers.id())
                        .query(String.class)
                        .list())
                .containsExactly("HOUSEHOLD_ADULTS", "MUNICIPAL_TEAM");
    }

    @Test
    void wholeItTakesThatPersonsSectionsAndNoOthers() {
        Withdrawal.Done done = withdraw(anna, new Withdrawn.Everything());

        assertThat(done).isEqualTo(new Withdrawal.Done(home.id(), true));
        assertThat(desk.count("section")).isOne();
        assertThat(versions()).containsExactly("1 SUPERSEDED", "2 WITHDRAWN");
        assertThat(desk.asked(home)).containsOnly(id(bo));
        assertThat(desk.count("access_log where action = 'CONSENT_WITHDRAWN' and actor = 'maja' and outcome = 'ALL'"))
                .isOne();
    }

    @Test
    void oneDepartmentItTakesThatSectionOnly() {
        withdraw(anna, new Withdrawn.Source(Department.SOCIAL));

        assertThat(desk.count("section where source = 'CHILDREN'")).isOne();
        assertThat(desk.count("section where source = 'SOCIAL'")).isOne();
        assertThat(versions()).containsExactly("1 SUPERSEDED", "2 ACTIVE");
        assertThat(desk.night().get(home.id()).get(id(anna)))
                .containsOnly(Department.EMPLOYMENT, Department.CHILDREN, Department.HOUSING, Department.POPULATION);
    }

    @Test
    void oneKindOfInformationItTakesEverySectionItMayStandIn() {
        withdraw(anna, new Withdrawn.Kind(Category.MEASURES));

        assertThat(desk.count("section")).as("the other person's").isOne();
        assertThat(desk.count("consent_in_force where not 'MEASURES' = any(categories)"))
                .isEqualTo(5);
        assertThat(desk.asked(home)).containsOnly(id(anna), id(bo));
    }

    @Test
    void aRecipientOutsideTheTeamTakesNothingTheTeamSees() {
        withdraw(anna, new Withdrawn.Recipient("HOUSEHOLD_ADULTS"));

        assertThat(desk.count("section")).isEqualTo(3);
        assertThat(desk.count("consent_in_force where version = 2")).isEqualTo(5);
    }

    @Test
    void theTeamAsRecipientIsAllOfIt() {
        withdraw(anna, new Withdrawn.Recipient("MUNICIPAL_TEAM"));

        assertThat(versions()).containsExactly("1 SUPERSEDED", "2 WITHDRAWN");
    }

    @Test
    void theLastOneOutDestroysTheKey() {
        byte[] sealed = desk.vault.seal(home.id(), "x", new byte[] {1});

        assertThat(withdraw(anna, new Withdrawn.Everything()).anybodyLeft()).isTrue();
        assertThat(withdraw(bo, new Withdrawn.Everything()).anybodyLeft()).isFalse();

        assertThatThrownBy(() -> desk.vault.open(TestAccess.grant(home.id()), home.id(), "x", sealed))
                .isInstanceOf(SealBroken.class);
        assertThat(desk.night()).isEmpty();
    }

    @Test
    void whoComesBackIsEnrolledAsANewHousehold() {
        withdraw(anna, new Withdrawn.Everything());
        withdraw(bo, new Withdrawn.Everything());
        Household again = new Household(TODAY).adults(anna, bo);

        assertThat(desk.households(home, again).refused())
                .containsOnly(
                        new ImportResult.Refusal(1, "/members/0/person_id", "TWICE_IN_THE_FILE"),
                        new ImportResult.Refusal(1, "/members/1/person_id", "TWICE_IN_THE_FILE"));
        assertThat(desk.households(home).taken())
                .as("the old file changes nothing")
                .isTrue();
        assertThat(desk.households(again).taken()).isTrue();
        desk.consents(Agreement.own(again, anna).put("recorded_at", TODAY.plusDays(1) + "T10:00:00+01:00"));

        assertThat(desk.night()).containsOnlyKeys(again.id());
    }

    @Test
    void theFileOfTheDeskDoesNotUndoIt() {
        withdraw(anna, new Withdrawn.Everything());

        assertThat(desk.consents(hers).stored()).isZero();
        assertThat(desk.asked(home)).containsOnly(id(bo));
    }

    @Test
    void nothingToTakeBackIsNothingDone() {
        withdraw(anna, new Withdrawn.Everything());

        assertThat(desk.withdrawal.withdraw(id(anna), new Withdrawn.Everything(), MAJA, "request"))
                .isEmpty();
    }

    @Test
    void theDatabaseRefusesASectionWithoutAConsentInForce() {
        withdraw(anna, new Withdrawn.Source(Department.HOUSING));

        assertThatThrownBy(() -> desk.section(home.id(), id(anna), Department.HOUSING))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("section_person_id_source_fkey");
    }

    @Test
    void aGateAtWorkNeverBringsBackWhatIsTakenBackMeanwhile() throws Exception {
        ExecutorService side = Executors.newFixedThreadPool(2);
        try {
            for (int race = 0; race < 40; race++) {
                desk.empty();
                desk.households(home);
                desk.consents(hers, Agreement.own(home, bo));
                // Nothing is in force yet when the two meet.
                desk.owner.sql("delete from consent_in_force").update();
                List<Future<?>> both = new ArrayList<>();
                both.add(side.submit(() -> desk.settling.settle(List.of(home.id()), "race", null)));
                both.add(side.submit(() -> withdraw(anna, new Withdrawn.Everything())));
                for (Future<?> one : both) {
                    one.get();
                }
                assertThat(desk.owner
                                .sql("select count(*) from consent_in_force where person_id = :id")
                                .param("id", id(anna).value())
                                .query(Integer.class)
                                .single())
                        .isZero();
            }
        } finally {
            side.shutdown();
        }
    }

    private Withdrawal.Done withdraw(Human human, Withdrawn what) {
        return desk.withdrawal.withdraw(id(human), what, MAJA, "request").orElseThrow();
    }

    private List<String> versions() {
        return desk.owner
                .sql("select version || ' ' || status from consent where consent_id = :id order by version")
                .param("id", hers.id())
                .query(String.class)
                .list();
    }

    private static PersonId id(Human human) {
        return Household.id(human);
    }
}
