package dk.samblik.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.population.Human;
import dk.samblik.storage.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate, from the desk's files and the population's to whom a night asks about. */
class ConsentGateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final LocalDate ENROLLED = LocalDate.of(2026, 3, 1);
    private static final LocalDate LONG_AGO = LocalDate.of(2019, 5, 1);

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private ConsentDesk desk;

    private final Human anna = Human.born(LocalDate.of(1985, 3, 12), 0).at("0012", "012", LONG_AGO);
    private final Human bo = Human.born(LocalDate.of(1979, 5, 7), 0).at("0012", "012", LONG_AGO);
    private final Household home = new Household(ENROLLED);

    @BeforeEach
    void open() {
        desk = new ConsentDesk(database, folder, TODAY);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void oneAdultWithAnActiveConsentIsAskedAboutEverywhere() {
        desk.records.load(TODAY.minusDays(1), anna);
        assertThat(desk.households(home.adults(anna)).refused()).isEmpty();
        assertThat(desk.consents(Agreement.own(home, anna)).refused()).isEmpty();

        assertThat(desk.night().get(home.id()).get(id(anna))).containsExactly(Department.values());
    }

    @Test
    void withoutConsentNobodyIsAskedAbout() {
        desk.records.load(TODAY.minusDays(1), anna, bo);
        desk.households(home.adults(anna, bo));

        assertThat(desk.night()).isEmpty();
        assertThat(desk.owner
                        .sql("select state from run_item")
                        .query(String.class)
                        .list())
                .containsOnly("CLOSED");
        assertThat(desk.count("access_log")).isZero();
    }

    private static PersonId id(Human human) {
        return Household.id(human);
    }
}
