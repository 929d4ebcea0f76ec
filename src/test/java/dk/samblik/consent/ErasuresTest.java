package dk.samblik.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.access.TestAccess;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.population.Human;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever takes something away, it stands in the journal, here and in the second place, and in no other words than ids. */
class ErasuresTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final LocalDate ENROLLED = LocalDate.of(2026, 3, 1);
    private static TestDatabase database;

    @TempDir
    Path folder;

    @TempDir
    Path keys;

    private ConsentDesk desk;
    private Vault vault;
    private final Human anna = Human.born(LocalDate.of(1985, 3, 12), 0).at("0012", "012", ENROLLED.minusYears(3));
    private final Human bo = Human.born(LocalDate.of(1979, 5, 7), 0).at("0012", "012", ENROLLED.minusYears(3));
    private final Household home = new Household(ENROLLED).adults(anna, bo);

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
        vault = TestAccess.vault(keys);
        desk = new ConsentDesk(database, folder, TODAY, ConsentSettings.agreed(), vault);
        desk.empty();
        desk.owner.sql("truncate erasure").update();
        desk.records.load(TODAY.minusDays(1), anna, bo);
        desk.households(home);
        desk.consents(Agreement.own(home, anna), Agreement.own(home, bo));
    }

    private PersonId id(Human human) {
        return Household.id(human);
    }

    private void withdraw(Human human, Withdrawn what) {
        desk.withdrawal.withdraw(id(human), what, Viewer.HUB, "request");
    }

    private List<String> journal() throws IOException {
        return Files.readAllLines(keys.resolve("keys/erased.log"));
    }

    private List<String> secondPlace() throws IOException {
        return Files.readAllLines(keys.resolve("checkpoints/erased.log"));
    }

    @Test
    void givingTakesNothingAway() {
        assertThat(desk.count("erasure")).isZero();
        assertThat(keys.resolve("keys/erased.log")).doesNotExist();
    }

    @Test
    void aWithdrawalStandsInBothPlacesWhenItReturns() throws IOException {
        withdraw(anna, new Withdrawn.Everything());

        assertThat(journal())
                .anyMatch(line -> line.matches("erased " + home.id() + " \\S+Z " + id(anna) + " consent - - 20\\S+"))
                .filteredOn(line -> line.endsWith(" row SOCIAL"))
                .hasSize(1);
        assertThat(journal()).noneMatch(line -> line.contains(id(bo).toString()));
        assertThat(secondPlace()).isEqualTo(journal());
        assertThat(desk.count("erasure")).isZero();
    }

    @Test
    void aPartSaysWhatIsLeft() throws IOException {
        withdraw(anna, new Withdrawn.Kind(Category.MEASURES));
        withdraw(anna, new Withdrawn.Source(Department.SOCIAL));

        assertThat(journal())
                .anySatisfy(line -> assertThat(line)
                        .contains(id(anna) + " consent ", "EMPLOYMENT")
                        .doesNotContain("MEASURES", "SOCIAL"));
    }

    @Test
    void theLastOneOutIsAKeyInTheJournal() throws IOException {
        withdraw(anna, new Withdrawn.Everything());
        withdraw(bo, new Withdrawn.Everything());

        assertThat(secondPlace())
                .anyMatch(line -> line.matches(home.id() + " \\S+Z"))
                .anyMatch(line -> line.endsWith(" - left " + TODAY));
        assertThat(vault.holds(home.id())).isFalse();
    }

    @Test
    void whateverElseTakesAwayIsNotedByTheDatabase() {
        desk.owner
                .sql("update member set member_to = date '2026-11-01' where person_id = :id")
                .param("id", id(anna).value())
                .update();
        desk.owner
                .sql("update consent set status = 'INVALIDATED' where person_id = :id")
                .param("id", id(bo).value())
                .update();
        desk.owner
                .sql("delete from consent_in_force where person_id = :id and source = 'SOCIAL'")
                .param("id", id(bo).value())
                .update();
        desk.owner.sql("update household set exit_date = date '2026-11-02'").update();

        assertThat(desk.owner
                        .sql("select what from erasure order by at")
                        .query(String.class)
                        .list())
                .hasSize(4)
                .anyMatch(what -> what.startsWith("consent - - "))
                .contains("member 2026-11-01", "row SOCIAL", "left 2026-11-02");
    }

    @Test
    void aProcessThatDiedAfterItsCommitIsFinishedByTheNext() throws IOException {
        desk.owner
                .sql("insert into erasure (household_id, what) values (:home, 'key')")
                .param("home", home.id().value())
                .update();
        desk.owner
                .sql("insert into erasure (household_id, person_id, what) values (:home, :anna, 'row SOCIAL')")
                .param("home", home.id().value())
                .param("anna", id(anna).value())
                .update();

        Erasures next = new Erasures(database.web(), vault);
        next.afterPropertiesSet();
        next.destroy();

        assertThat(vault.holds(home.id())).isFalse();
        assertThat(secondPlace()).hasSize(2);
        assertThat(desk.count("erasure")).isZero();
    }

    @Test
    void aSecondPlaceThatIsOutKeepsNobodyFromWithdrawingAndIsMadeUpFor() throws IOException {
        Files.writeString(keys.resolve("checkpoints"), "no folder");

        withdraw(anna, new Withdrawn.Everything());
        assertThat(desk.count("consent_in_force where household_id = '" + home.id() + "'"))
                .isEqualTo(5);
        assertThat(journal()).isNotEmpty();

        Files.delete(keys.resolve("checkpoints"));
        withdraw(bo, new Withdrawn.Source(Department.SOCIAL));
        assertThat(secondPlace()).isEqualTo(journal());
    }
}
