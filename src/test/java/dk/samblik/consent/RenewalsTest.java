package dk.samblik.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.access.TestAccess;
import dk.samblik.access.Viewer;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.population.Human;
import dk.samblik.storage.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consent given again for a new period: by everybody who must today, and for no more than before. */
class RenewalsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final LocalDate ENROLLED = LocalDate.of(2026, 3, 1);
    private static final LocalDate LONG_AGO = LocalDate.of(2019, 5, 1);
    private static final Viewer MAJA =
            new Viewer("maja", "Maja Test", Viewer.Role.COORDINATOR, "Fjordsted Kommune", Set.of("Mosebakken"));

    private static TestDatabase database;

    @TempDir
    Path folder;

    private ConsentDesk desk;
    private final Human anna =
            Human.born(LocalDate.of(1985, 3, 12), 0).named("Anna", "Test").at("0012", "012", LONG_AGO);
    private final Human elsewhere =
            Human.born(LocalDate.of(1977, 12, 2), 0).named("Emil", "Test").at("0035", "004", LONG_AGO);
    private final Human cai = Human.born(LocalDate.of(2017, 8, 30), 0)
            .named("Cai", "Test")
            .at("0012", "012", LONG_AGO)
            .custodyOfBoth(anna.cpr(), elsewhere.cpr());
    private final Household home = new Household(ENROLLED).adults(anna).children(cai);

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void enrol() {
        desk = new ConsentDesk(database, folder, TODAY);
        desk.empty();
        desk.records.load(TODAY.minusDays(1), anna, cai, elsewhere);
        assertThat(desk.households(home).taken()).isTrue();
        assertThat(desk.consents(
                                Agreement.own(home, anna),
                                Agreement.about(home, cai).custody(anna, elsewhere))
                        .taken())
                .isTrue();
    }

    @Test
    void aRenewedConsentIsANewVersionThatHoldsLongerAndTakesNothingAway() {
        desk.section(home.id(), id(anna), Department.SOCIAL);

        renew(anna, TODAY.plusMonths(11));

        assertThat(versions(anna)).containsExactly("1 SUPERSEDED 2027-02-28", "2 ACTIVE 2027-10-17");
        assertThat(desk.count("section")).isOne();
        assertThat(desk.count("consent_in_force where version = 2 and valid_to = date '2027-10-17'"))
                .isEqualTo(5);
        assertThat(desk.count("consent_grantor where version = 2")).isOne();
        assertThat(desk.count("access_log where action = 'CONSENT_RECORDED' and purpose = 'RENEWAL'"))
                .isOne();
        assertThat(desk.asked(home)).containsOnly(id(anna), id(cai));
    }

    @Test
    void everybodyWhoMustSayYesIsAskedForAgain() {
        Renewals.Needed needed = needed(cai);

        assertThat(needed.grantors()).extracting(Renewals.Grantor::firstName).containsExactlyInAnyOrder("Anna", "Emil");
        assertThat(form(needed.grantors().subList(0, 1), TODAY.plusMonths(6), "mark")
                        .problems(needed, TODAY))
                .containsExactly("giver");
        assertThat(form(needed.grantors(), TODAY.plusMonths(6), "mark").problems(needed, TODAY))
                .isEmpty();
    }

    @Test
    void aFormThatSaysNothingIsToldEverythingThatIsMissing() {
        Renewals.Needed needed = needed(anna);
        RenewalForm nothing = new RenewalForm(null, null, null, null, null, null, null, null, null, null);
        RenewalForm wrong = new RenewalForm(
                List.of(needed.grantors().get(0).key()), "WRITTEN", "31", "2", "2026", "1", "1", "2099", "E-2", "mark");

        assertThat(nothing.problems(needed, TODAY)).containsExactly("giver", "maade", "givet", "bilag", "slut");
        assertThat(wrong.problems(needed, TODAY)).containsExactly("givet", "slut");
    }

    @Test
    void anExpiredConsentIsRenewedToo() {
        desk.owner.sql("update consent set status = 'EXPIRED'").update();
        desk.owner.sql("delete from consent_in_force").update();

        renew(anna, TODAY.plusMonths(6));

        assertThat(versions(anna)).contains("2 ACTIVE 2027-05-17");
        assertThat(desk.asked(home)).containsOnly(id(anna));
    }

    @Test
    void whatWasTakenBackIsNotRenewed() {
        desk.withdrawal.withdraw(id(anna), new Withdrawn.Source(Department.SOCIAL), MAJA, "request");

        renew(anna, TODAY.plusMonths(6));

        assertThat(desk.night().get(home.id()).get(id(anna)))
                .containsExactlyInAnyOrder(
                        Department.EMPLOYMENT, Department.CHILDREN, Department.HOUSING, Department.POPULATION);
        desk.withdrawal.withdraw(id(anna), new Withdrawn.Everything(), MAJA, "request");
        assertThat(desk.renewals.needed(look(), id(anna))).isEmpty();
    }

    @Test
    void ofWhatChangedSinceThePageWasOpenedNothingIsRenewed() {
        Renewals.Needed needed = needed(anna);
        RenewalForm form = form(needed.grantors(), TODAY.plusMonths(6), mark());
        desk.withdrawal.withdraw(id(anna), new Withdrawn.Everything(), MAJA, "request");

        assertThatThrownBy(() -> desk.renewals.renew(look(), needed, form)).isInstanceOf(ChangedMeanwhile.class);
        assertThat(versions(anna)).containsExactly("1 SUPERSEDED 2027-02-28", "2 WITHDRAWN 2027-02-28");
    }

    private void renew(Human human, LocalDate end) {
        Renewals.Needed needed = needed(human);
        RenewalForm form = form(needed.grantors(), end, mark());
        assertThat(form.problems(needed, TODAY)).isEmpty();
        desk.renewals.renew(look(), needed, form);
    }

    private static RenewalForm form(List<Renewals.Grantor> grantors, LocalDate end, String mark) {
        return new RenewalForm(
                grantors.stream().map(Renewals.Grantor::key).toList(),
                "WRITTEN",
                "16",
                "11",
                "2026",
                String.valueOf(end.getDayOfMonth()),
                String.valueOf(end.getMonthValue()),
                String.valueOf(end.getYear()),
                "E-2",
                mark);
    }

    private Renewals.Needed needed(Human human) {
        return desk.renewals.needed(look(), id(human)).orElseThrow();
    }

    private DeskLook.Look look() {
        return new DeskLook.Look(MAJA, TestAccess.grant(home.id()), "request", desk.seen(home));
    }

    private String mark() {
        return new ConsentVersions(database.web()).mark(home.id());
    }

    private List<String> versions(Human human) {
        return desk.owner
                .sql(
                        "select version || ' ' || status || ' ' || valid_to from consent where person_id = :id order by version")
                .param("id", id(human).value())
                .query(String.class)
                .list();
    }

    private static PersonId id(Human human) {
        return Household.id(human);
    }
}
