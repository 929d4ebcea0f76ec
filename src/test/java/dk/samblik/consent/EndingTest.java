package dk.samblik.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.access.Access;
import dk.samblik.access.Grant;
import dk.samblik.access.LogUnavailable;
import dk.samblik.access.SealBroken;
import dk.samblik.access.TestAccess;
import dk.samblik.access.Viewer;
import dk.samblik.consent.FactsHeld.Held;
import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.population.Human;
import dk.samblik.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the desk's pages do to a household: what they said before is what is gone after, and nobody overtakes anybody. */
class EndingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final LocalDate ENROLLED = LocalDate.of(2026, 3, 1);
    private static final Viewer MAJA =
            new Viewer("maja", "Maja Test", Viewer.Role.COORDINATOR, "Fjordsted Kommune", Set.of("Mosebakken"));

    private static TestDatabase database;

    @TempDir
    Path folder;

    private ConsentDesk desk;
    private ConsentVersions versions;
    private final Human anna =
            Human.born(LocalDate.of(1985, 3, 12), 0).named("Anna", "Test").at("0012", "012", ENROLLED.minusYears(3));
    private final Human bo =
            Human.born(LocalDate.of(1979, 5, 7), 0).named("Bo", "Test").at("0012", "012", ENROLLED.minusYears(3));
    private final Household home = new Household(ENROLLED).adults(anna, bo);
    private Agreement hers;

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
        versions = new ConsentVersions(database.web());
        begin();
    }

    private void begin() {
        desk.empty();
        desk.records.load(TODAY.minusDays(1), anna, bo);
        desk.households(home);
        List<String> all = Stream.of(Category.values()).map(Enum::name).toList();
        hers = Agreement.own(home, anna)
                .put(
                        "recipients",
                        List.of(
                                Map.of("recipient", "MUNICIPAL_TEAM", "categories", all),
                                Map.of("recipient", "HOUSEHOLD_ADULTS", "categories", all)));
        desk.consents(hers, Agreement.own(home, bo));
        desk.section(home.id(), id(anna), Department.SOCIAL);
        desk.section(home.id(), id(anna), Department.CHILDREN);
        desk.section(home.id(), id(bo), Department.SOCIAL);
    }

    /** Each kind of ending with what of hers is left to read, in sections and in rows that content may hang on. */
    @TestFactory
    Stream<DynamicTest> ofEachEndingNothingIsReadableAfterwards() {
        record Case(Withdrawn what, int sections, int rows, String status) {}
        return Stream.of(
                        new Case(new Withdrawn.Everything(), 0, 0, "WITHDRAWN"),
                        new Case(new Withdrawn.Source(Department.SOCIAL), 1, 4, "ACTIVE"),
                        new Case(new Withdrawn.Kind(Category.MEASURES), 0, 5, "ACTIVE"),
                        new Case(new Withdrawn.Recipient("HOUSEHOLD_ADULTS"), 2, 5, "ACTIVE"),
                        new Case(new Withdrawn.Recipient("MUNICIPAL_TEAM"), 0, 0, "WITHDRAWN"),
                        new Case(new Withdrawn.Mistake(), 0, 0, "INVALIDATED"))
                .map(each -> DynamicTest.dynamicTest(each.what().outcome() + " " + each.what(), () -> {
                    begin();

                    end(each.what(), anna);

                    assertThat(desk.count("section where person_id = '" + id(anna) + "'"))
                            .isEqualTo(each.sections());
                    assertThat(desk.count("consent_in_force where person_id = '" + id(anna) + "'"))
                            .isEqualTo(each.rows());
                    assertThat(desk.count("section where person_id = '" + id(bo) + "'"))
                            .isOne();
                    assertThat(standing(hers)).containsExactly("1 SUPERSEDED", "2 " + each.status());
                    assertThat(desk.count("access_log where action = 'CONSENT_WITHDRAWN' and outcome = '"
                                    + each.what().outcome() + "'"))
                            .isOne();
                }));
    }

    @Test
    void theWholeHouseholdEndsInOneCommitAndItsKeyIsGone() {
        byte[] sealed = desk.vault.seal(home.id(), "x", new byte[] {1});

        end(new Withdrawn.Everything(), anna, bo);

        assertThat(desk.count("section")).isZero();
        assertThat(desk.count("consent_in_force")).isZero();
        assertThat(desk.count("household where exit_date is not null")).isOne();
        assertThatThrownBy(() -> desk.vault.open(TestAccess.grant(home.id()), home.id(), "x", sealed))
                .isInstanceOf(SealBroken.class);
        assertThat(versions.of(home.id()).stream().filter(ConsentVersion::ends))
                .as("one act, one moment")
                .extracting(ConsentVersion::ended)
                .hasSize(2)
                .containsOnly(versions.of(home.id()).get(3).ended());
        assertThat(desk.seen(home).persons()).extracting(DeskPerson::firstName).containsOnlyNulls();
    }

    @Test
    void bothLinesOfAMistakeStandAndNobodyTookAnythingBack() {
        end(new Withdrawn.Mistake(), anna);

        assertThat(versions.of(home.id()))
                .filteredOn(version -> version.person().equals(id(anna)))
                .extracting(ConsentVersion::status)
                .containsExactly(Consent.Status.SUPERSEDED, Consent.Status.INVALIDATED);
        assertThat(desk.count("consent where withdrawn_at is not null")).isZero();
        assertThat(desk.seen(home).person(id(anna)).orElseThrow().status()).isEqualTo(DeskStatus.MISTAKE);
        assertThat(new Mistakes(database.web()).since(TODAY)).singleElement().satisfies(mistake -> {
            assertThat(mistake.household()).isEqualTo(home.id());
            assertThat(mistake.version()).isEqualTo(2);
            assertThat(mistake.since()).isBeforeOrEqualTo(mistake.at());
        });
        assertThat(new Mistakes(database.web()).since(TODAY.plusDays(1))).isEmpty();
    }

    @Test
    void whatAPageWasOpenedOnIsWhatIsEndedOrNothing() {
        String opened = versions.mark(home.id());
        end(new Withdrawn.Source(Department.HOUSING), bo);

        assertThatThrownBy(() -> desk.withdrawal.end(
                        home.id(), new Ending(List.of(id(anna)), new Withdrawn.Everything()), opened, MAJA, "late"))
                .isInstanceOf(ChangedMeanwhile.class);

        assertThat(standing(hers)).containsExactly("1 ACTIVE");
        assertThat(desk.count("section where person_id = '" + id(anna) + "'")).isEqualTo(2);
        assertThat(desk.count("access_log where request_id = 'late'")).isZero();
    }

    @Test
    void ofTwoWhoEndTheSameAtOnceOneIsFirst() throws Exception {
        ExecutorService side = Executors.newFixedThreadPool(2);
        try {
            for (int race = 0; race < 20; race++) {
                begin();
                String opened = versions.mark(home.id());
                CyclicBarrier both = new CyclicBarrier(2);
                List<Future<?>> attempts = new ArrayList<>();
                for (Withdrawn what : List.of(new Withdrawn.Everything(), new Withdrawn.Source(Department.SOCIAL))) {
                    attempts.add(side.submit(() -> {
                        both.await();
                        return desk.withdrawal.end(
                                home.id(), new Ending(List.of(id(anna)), what), opened, MAJA, "race");
                    }));
                }

                assertThat(attempts.stream().filter(EndingTest::late)).hasSize(1);
                assertThat(standing(hers)).hasSize(2);
            }
        } finally {
            side.shutdown();
        }
    }

    private static boolean late(Future<?> attempt) {
        try {
            attempt.get();
            return false;
        } catch (ExecutionException failed) {
            assertThat(failed).hasCauseInstanceOf(ChangedMeanwhile.class);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void aLogThatCannotBeWrittenKeepsNoConsentInForce() {
        desk.owner.sql("revoke insert on access_log from hub_audit").update();
        try {
            assertThatThrownBy(() -> end(new Withdrawn.Everything(), anna)).isInstanceOf(LogUnavailable.class);
        } finally {
            desk.owner.sql("grant insert on access_log to hub_audit").update();
        }

        assertThat(standing(hers)).containsExactly("1 SUPERSEDED", "2 WITHDRAWN");
        assertThat(desk.count("section where person_id = '" + id(anna) + "'")).isZero();
    }

    @Test
    void aVersionOnceRecordedIsNeverChangedButForItsStatus() {
        String before = fingerprint(1);

        end(new Withdrawn.Source(Department.SOCIAL), anna);
        String narrowed = fingerprint(2);
        end(new Withdrawn.Everything(), anna);

        assertThat(fingerprint(1)).isEqualTo(before);
        assertThat(fingerprint(2)).isEqualTo(narrowed);
    }

    private String fingerprint(int version) {
        return desk.owner
                .sql(
                        "select md5((to_jsonb(c) - 'status')::text) from consent c where consent_id = :id and version = :v")
                .param("id", hers.id())
                .param("v", version)
                .query(String.class)
                .single();
    }

    @Test
    void theConsequenceIsToldInNumbersBefore() {
        desk.owner
                .sql(
                        "insert into staff (subject, name, role, organisation, team) values ('maja', 'Maja Test', 'TEAM', 'K', 'T')")
                .update();
        Consequence whole = consequence(new Withdrawn.Everything(), anna);

        assertThat(whole.removed()).isEqualTo(9);
        assertThat(whole.fetchedAgain()).isZero();
        assertThat(whole.stops()).containsExactly(Department.values());
        assertThat(whole.stay()).extracting(DeskPerson::id).containsExactly(id(bo));
        assertThat(whole.householdEnds()).isFalse();
        assertThat(whole.closes()).isFalse();
        assertThat(whole.proofUntil()).isNull();

        Consequence kind = consequence(new Withdrawn.Kind(Category.MEASURES), anna);
        assertThat(kind.removed()).isEqualTo(4);
        assertThat(kind.fetchedAgain()).isEqualTo(5);
        assertThat(kind.stops()).isEmpty();

        Consequence source = consequence(new Withdrawn.Source(Department.SOCIAL), anna);
        assertThat(source.removed()).isEqualTo(7);
        assertThat(source.stops()).containsExactly(Department.SOCIAL);

        Consequence both = consequence(new Withdrawn.Everything(), anna, bo);
        assertThat(both.removed()).isEqualTo(20);
        assertThat(both.householdEnds()).isTrue();
        assertThat(both.proofUntil()).isEqualTo(TODAY.plusYears(5));
    }

    @Test
    void copiesOnPaperAreNamedAsTheyCannotBeTakenBack() {
        desk.owner
                .sql(
                        "insert into staff (subject, name, role, organisation, team) values ('maja', 'Maja Test', 'TEAM', 'K', 'T')")
                .update();
        desk.log.record(List.of(Access.of(Access.Action.PRINT, MAJA, "household-work", home.id(), "print")));

        assertThat(consequence(new Withdrawn.Everything(), anna).copies())
                .extracting(Consequence.Copy::name)
                .containsExactly("Maja Test");
    }

    @Test
    void aRecipientTakenBackIsNoLongerOffered() {
        assertThat(recipients(anna)).containsExactly("HOUSEHOLD_ADULTS");
        assertThat(recipients(bo)).isEmpty();

        end(new Withdrawn.Recipient("HOUSEHOLD_ADULTS"), anna);

        assertThat(recipients(anna)).isEmpty();
    }

    private Set<String> recipients(Human human) {
        Consent consent = desk.seen(home).person(id(human)).orElseThrow().consent();
        return new ConsentDocuments(database.web(), desk.vault).recipients(grant(), consent);
    }

    private Consequence consequence(Withdrawn what, Human... humans) {
        FactsHeld held = (grant, household) -> List.of(
                new Held(id(anna), Department.SOCIAL, Category.MEASURES, 4),
                new Held(id(anna), Department.SOCIAL, Category.BENEFITS, 3),
                new Held(id(anna), Department.POPULATION, null, 2),
                new Held(id(bo), Department.SOCIAL, Category.BENEFITS, 11));
        return new Consequences(
                        versions,
                        held,
                        TestAccess.prints(database.audit()),
                        left -> left.plusYears(5),
                        TestAccess.staff(database.web()),
                        new CivilClock(Clock.fixed(desk.now(), CivilClock.COPENHAGEN)))
                .of(new DeskLook.Look(MAJA, grant(), "request", desk.seen(home)), ending(what, humans));
    }

    private Grant grant() {
        return TestAccess.grant(home.id());
    }

    private static Ending ending(Withdrawn what, Human... humans) {
        return new Ending(Stream.of(humans).map(EndingTest::id).toList(), what);
    }

    private void end(Withdrawn what, Human... humans) {
        assertThat(desk.withdrawal.end(home.id(), ending(what, humans), versions.mark(home.id()), MAJA, "request"))
                .isPresent();
    }

    private List<String> standing(Agreement consent) {
        return desk.owner
                .sql("select version || ' ' || status from consent where consent_id = :id order by version")
                .param("id", consent.id())
                .query(String.class)
                .list();
    }

    private static PersonId id(Human human) {
        return Household.id(human);
    }
}
