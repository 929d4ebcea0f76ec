package dk.samblik.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.run.WorkItems.Result;
import dk.samblik.storage.TestDatabase;
import jakarta.servlet.ServletException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A run is opened once, held by one, gone on with by the next, and closed only when it adds up. */
class RunsTest {

    private static final Instant THREE_AT_NIGHT = Instant.parse("2026-11-17T02:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final RunSettings settings = new RunSettings(
            2,
            1,
            Duration.ofSeconds(20),
            Duration.ofMillis(1),
            Duration.ofMinutes(1),
            Path.of("routes"),
            Path.of("mappings"));
    private final RightOfWay rightOfWay = new RightOfWay();
    private final Ledger ledger = new Ledger(database.pipeline());
    private final List<HouseholdId> households = new ArrayList<>();

    private Runs runs = runsAt(THREE_AT_NIGHT);
    private WorkItems items = itemsAt(THREE_AT_NIGHT);

    private static CivilClock at(Instant now) {
        return new CivilClock(Clock.fixed(now, ZoneOffset.UTC));
    }

    private Runs runsAt(Instant now) {
        return new Runs(
                database.pipeline(), settings, at(now), new Progress(settings, at(now)), rightOfWay, itemsAt(now));
    }

    private WorkItems itemsAt(Instant now) {
        return new WorkItems(database.pipeline(), settings, at(now), rightOfWay);
    }

    @BeforeEach
    void threeHouseholds() {
        for (int i = 1; i <= 3; i++) {
            HouseholdId id = HouseholdId.random();
            households.add(id);
            owner.sql("""
                            insert into household (household_id, number, area, project_code, enrolled)
                            values (:id, :number, 'Mosebakken', 'FREMSKUDT', date '2026-01-01')
                            """).param("id", id.value()).param("number", "H-000" + i).update();
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNightCoversEveryEnrolledHouseholdAndIsOpenedOnce() {
        Run night = runs.openNightly().get(0);

        assertThat(runs.openNightly()).isEmpty();
        assertThat(runs.find(night.id()).orElseThrow().householdsInAll()).isEqualTo(3);
    }

    @Test
    void chunksAreClaimedUntilNothingIsLeft() {
        Run night = runs.openNightly().get(0);

        assertThat(items.claim(night)).hasSize(2);
        assertThat(items.claim(night)).hasSize(1);
        assertThat(items.claim(night)).isEmpty();
    }

    /** A nested loop would ask for the next households once for each household there is, and claim the whole run. */
    @Test
    void aChunkIsNoLargerWhateverPlanTheServerChooses() {
        for (String way : List.of("hashjoin", "mergejoin", "hashagg", "sort", "material")) {
            JdbcClient.create(database.superuser())
                    .sql("do $$ begin execute format('alter database %I set enable_" + way
                            + " = off', current_database()); end $$")
                    .update();
        }
        Run night = runs.openNightly().get(0);

        assertThat(items.claim(night)).hasSize(2);
    }

    /** A night of three households has its statistics; the next one has a thousand, and none. */
    @Test
    void aChunkReadsNoMoreThanItselfOfARunThatIsNewerThanItsStatistics() {
        runs.close(runs.openNightly().get(0));
        JdbcClient.create(database.superuser()).sql("analyze run_item").update();
        owner.sql("""
                        insert into household (household_id, number, area, project_code, enrolled)
                        select gen_random_uuid(), 'H-1' || n, 'Mosebakken', 'FREMSKUDT', date '2026-01-01'
                          from generate_series(1, 1000) n
                        """).update();
        Run night =
                runsAt(THREE_AT_NIGHT.plus(Duration.ofDays(1))).openNightly().get(0);
        List<HouseholdId> claimed = items.claim(night);

        assertThat(rowsRead(WorkItems.CLAIM, night, claimed)).isLessThan(20);
        assertThat(rowsRead(WorkItems.FINISH, night, claimed)).isLessThan(20);
    }

    /** The most rows that any step of the plan went through, those it threw away counted too. */
    private long rowsRead(String statement, Run run, List<HouseholdId> households) {
        String plan = String.join(
                "\n",
                database.pipeline()
                        .sql()
                        .sql("explain (analyze, timing off) " + statement)
                        .param("run", run.id().value())
                        .param("fence", run.fence())
                        .param("most", 2)
                        .param(
                                "households",
                                households.stream().map(HouseholdId::toString).toArray(String[]::new))
                        .param("states", new String[] {"UPDATED", "UPDATED"})
                        .param("versions", new String[] {"1", "1"})
                        .query(String.class)
                        .list());
        return Stream.of(
                        Pattern.compile("actual rows=(\\d+) loops=(\\d+)"),
                        Pattern.compile("Rows Removed by (?:Join )?Filter: (\\d+)()"))
                .flatMap(counted -> counted.matcher(plan).results())
                .mapToLong(found -> Long.parseLong(found.group(1))
                        * (found.group(2).isEmpty() ? 1 : Long.parseLong(found.group(2))))
                .max()
                .orElseThrow();
    }

    @Test
    void aRunWhoseHolderIsGoneIsTakenOverAndGoesOnFromCommittedWork() {
        Run night = runs.openNightly().get(0);
        List<HouseholdId> first = items.claim(night);
        assertThat(items.finish(night, done(first.get(0)))).isTrue();

        Run resumed = runsAt(THREE_AT_NIGHT.plusSeconds(60)).takeWaiting().get(0);

        assertThat(resumed.id()).isEqualTo(night.id());
        assertThat(resumed.fence()).isGreaterThan(night.fence());
        assertThat(items.claim(night)).as("the old holder gets nothing").isEmpty();
        assertThat(items.finish(night, done(first.get(1))))
                .as("the old holder writes nothing")
                .isFalse();
        assertThat(items.claim(resumed, 10)).hasSize(2).doesNotContain(first.get(0));
    }

    @Test
    void aRunThatIsHeldIsLeftAlone() {
        runs.openNightly();

        assertThat(runsAt(THREE_AT_NIGHT.plusSeconds(10)).takeWaiting()).isEmpty();
    }

    @Test
    void aRunThatCouldNotBeClosedIsLetGoAndTakenAgainAtOnce() {
        Run night = runs.openNightly().get(0);
        assertThat(runs.takeWaiting()).as("it is in hand").isEmpty();
        owner.sql("alter table run_register rename to away").update();
        runs.close(night);
        owner.sql("alter table away rename to run_register").update();

        Run again = runs.takeWaiting().get(0);
        runs.close(night);
        runs.stayAlive();

        assertThat(again.id()).isEqualTo(night.id());
        assertThat(again.fence()).isGreaterThan(night.fence());
        assertThat(runs.takeWaiting()).as("it is in hand again").isEmpty();
    }

    @Test
    void onlyRunsInHandAreKeptFromOthers() {
        Run night = runs.openNightly().get(0);
        owner.sql("update run set lease_until = requested_at").update();
        runs.stayAlive();
        assertThat(runsAt(THREE_AT_NIGHT.plusSeconds(10)).takeWaiting()).isEmpty();
        owner.sql("alter table run_register rename to away").update();
        runs.close(night);
        owner.sql("alter table away rename to run_register").update();

        owner.sql("update run set lease_until = requested_at").update();
        runs.stayAlive();

        assertThat(runsAt(THREE_AT_NIGHT.plusSeconds(10)).takeWaiting()).hasSize(1);
    }

    @Test
    void aRunIsClosedAsDoneWhenEverythingIsSettledAndAddsUp() {
        Run night = runs.openNightly().get(0);
        settleAll(night);
        ledger.add(night.id(), "jobcenter", 3, 3, new Fates(5, 1, 2, 1), 3);

        runs.close(night);

        RunSummary summary = runs.find(night.id()).orElseThrow();
        assertThat(summary.state()).isEqualTo(RunSummary.State.DONE);
        assertThat(summary.registers().get(0).read()).isEqualTo(9);
        assertThat(summary.registers().get(0).difference()).isZero();
    }

    @Test
    void aRunThatDoesNotAddUpCannotBeClosedAsDone() {
        Run night = runs.openNightly().get(0);
        settleAll(night);
        ledger.add(night.id(), "jobcenter", 3, 3, new Fates(5, 0, 0, 0), 3);
        owner.sql("update run_register set rows_read = 6").update();

        runs.close(night);

        assertThat(runs.find(night.id()).orElseThrow().state()).isEqualTo(RunSummary.State.FAILED);
        assertThatThrownBy(() -> database.pipeline()
                        .sql()
                        .sql("update run_register set state = 'DONE'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aChunkThatFailedIsWrittenOnItsHouseholdsAndNoOthers() {
        Run night = runs.openNightly().get(0);
        List<HouseholdId> first = items.claim(night);
        List<HouseholdId> second = items.claim(night);

        items.fail(night, first, "IllegalStateException");

        assertThat(runs.find(night.id()).orElseThrow().households("FAILED")).isEqualTo(2);
        assertThat(items.finish(night, done(second.get(0)))).isTrue();
    }

    @Test
    void aRegisterThatWasDownLeavesGaps() {
        Run night = runs.openNightly().get(0);
        settleAll(night);
        ledger.add(night.id(), "social", 3, 0, Fates.NONE, 0);
        ledger.down(night.id(), "social", "NO_ANSWER");

        runs.close(night);

        RunSummary summary = runs.find(night.id()).orElseThrow();
        assertThat(summary.state()).isEqualTo(RunSummary.State.DONE_WITH_GAPS);
        assertThat(summary.registers().get(0).state()).isEqualTo("DOWN");
    }

    @Test
    void aFaultIsWrittenByItsClassAndNeverByItsMessage() {
        Run night = runs.openNightly().get(0);

        runs.fail(night, new IllegalStateException("a value that must not be kept"));
        runs.close(night);

        RunSummary summary = runs.find(night.id()).orElseThrow();
        assertThat(summary.state()).isEqualTo(RunSummary.State.FAILED);
        assertThat(summary.failure()).isEqualTo("IllegalStateException");
    }

    @Test
    void twentyClicksAreOneRefresh() {
        Refreshes refreshes = refreshesAt(THREE_AT_NIGHT);

        List<RunId> asked = java.util.stream.IntStream.range(0, 20)
                .parallel()
                .mapToObj(click -> refreshes.request(households.get(0), "maja"))
                .distinct()
                .toList();

        assertThat(asked).hasSize(1);
        assertThat(runs.takeWaiting()).hasSize(1);
    }

    private Refreshes refreshesAt(Instant now) {
        return new Refreshes(database.web(), at(now), mock(ProducerTemplate.class), new Progress(settings, at(now)));
    }

    @Test
    void aRefreshThatIsStoppedStoresNothingMoreAndMayBeAskedForAnew() {
        Refreshes refreshes = refreshesAt(THREE_AT_NIGHT);
        RunId asked = refreshes.request(households.get(0), "maja");
        Run refresh = runs.takeWaiting().get(0);
        List<HouseholdId> claimed = items.claim(refresh);

        refreshes.stop(asked);

        assertThat(items.finish(refresh, done(claimed.get(0)))).isFalse();
        runs.close(refresh);
        RunSummary summary = runs.find(asked).orElseThrow();
        assertThat(summary.state()).isEqualTo(RunSummary.State.STOPPED);
        assertThat(summary.households("UPDATED")).isZero();
        assertThat(refreshes.open(households.get(0))).isEmpty();
        assertThat(refreshes.request(households.get(0), "dorte")).isNotEqualTo(asked);
    }

    private void agrees(HouseholdId household) {
        UUID person = UUID.randomUUID();
        owner.sql(
                        "insert into member values (:person, :home, :hash, '', 'PARTICIPANT', 'ADULT', null, date '2026-01-01')")
                .param("person", person)
                .param("home", household.value())
                .param("hash", person.toString().getBytes(StandardCharsets.US_ASCII))
                .update();
        owner.sql("""
                        insert into consent (consent_id, version, household_id, person_id, status, sources, categories,
                          period_back, valid_from, valid_to, recorded_by, recorded_at, document_sealed)
                        values (:person, 1, :home, :person, 'ACTIVE', '{SOCIAL}', '{MEASURES}', 'P12M', date '2026-01-01',
                          date '2099-12-31', 'desk', now(), '')
                        """).param("person", person).param("home", household.value()).update();
        owner.sql("insert into consent_in_force values (:person, 'SOCIAL', :home, :person, 1, '{MEASURES}', 'P12M',"
                        + " date '2026-01-01', date '2099-12-31')")
                .param("person", person)
                .param("home", household.value())
                .update();
    }

    @Test
    void ofAListOnlyThoseWithConsentThatAreNotBeingFetchedAndWereNotJustNowAreDue() {
        Refreshes refreshes = refreshesAt(THREE_AT_NIGHT);
        Duration within = Duration.ofMinutes(30);
        agrees(households.get(0));
        agrees(households.get(2));

        assertThat(refreshes.due(List.of(households.get(2), households.get(1), households.get(0)), within))
                .as("in the order asked, none without consent")
                .containsExactly(households.get(2), households.get(0));
        RunId asked = refreshes.request(households.get(0), "maja");
        assertThat(refreshes.due(households, within)).as("being fetched").containsExactly(households.get(2));
        runs.takeWaiting();
        refreshes.stop(asked);
        assertThat(refreshes.due(households, within)).as("ended just now").containsExactly(households.get(2));
        assertThat(refreshesAt(THREE_AT_NIGHT.plusSeconds(1801)).due(households, within))
                .hasSize(2);
    }

    @Test
    void whatWasFetchedAWhileAgoIsNotNewAndWhatHasEndedIsNotStopped() {
        Refreshes refreshes = refreshesAt(THREE_AT_NIGHT.plusSeconds(300));
        Run night = runs.openNightly().get(0);
        assertThat(refreshes.fetchedWithin(households.get(0), Duration.ofMinutes(15)))
                .isEmpty();
        settleAll(night);
        runs.close(night);

        refreshes.stop(night.id());

        assertThat(runs.find(night.id()).orElseThrow().state()).isEqualTo(RunSummary.State.DONE);
        assertThat(refreshes.fetchedWithin(households.get(0), Duration.ofMinutes(15)))
                .contains(THREE_AT_NIGHT);
        assertThat(refreshesAt(THREE_AT_NIGHT.plusSeconds(901))
                        .fetchedWithin(households.get(0), Duration.ofMinutes(15)))
                .isEmpty();
    }

    @Test
    void whatARefreshUsuallyTakesIsTheMiddleOfThreeOrMore() {
        Refreshes refreshes = refreshesAt(THREE_AT_NIGHT);
        for (int seconds : new int[] {20, 4, 90}) {
            assertThat(refreshes.usual()).isEmpty();
            owner.sql("""
                            insert into run (run_id, kind, reason, requested_by, night, requested_at, started_at, ended_at, state)
                            values (gen_random_uuid(), 'REFRESH', 'TEAM', 'maja', date '2026-11-17', now(), :from,
                              cast(:from as timestamptz) + make_interval(secs => :seconds), 'DONE')
                            """)
                    .param("from", java.sql.Timestamp.from(THREE_AT_NIGHT))
                    .param("seconds", seconds)
                    .update();
        }

        assertThat(refreshes.usual()).contains(Duration.ofSeconds(20));
    }

    @Test
    void aNightGivesWayToARefreshForAsLongAsItIsUnderWay() throws Exception {
        Run night = runs.openNightly().get(0);
        RightOfWay way = new RightOfWay();
        WorkItems patient = patient(way);
        way.refreshBegins();
        var claimed = CompletableFuture.supplyAsync(() -> patient.claim(night));
        assertThat(claimed).isNotDone();

        way.refreshEnds();

        assertThat(claimed.get(10, TimeUnit.SECONDS)).hasSize(2);
    }

    /** Somebody who is always reading must not keep a night from ever ending. */
    @Test
    void aNightGivesWayToAnAnswerAndGoesOnWhenItTakesLong() {
        Run night = runs.openNightly().get(0);
        RightOfWay way = new RightOfWay();
        way.answerBegins();
        way.answerBegins();
        way.answerEnds();

        assertThat(patient(way).claim(night)).hasSize(2);
    }

    @Test
    void anAnswerHasTheWayUntilItIsMadeAlsoWhenItFails() {
        RightOfWay way = new RightOfWay();
        AnswersFirst counting = new AnswersFirst(way);

        assertThatThrownBy(() -> counting.doFilter(null, null, (request, response) -> {
                    throw new ServletException("refused");
                }))
                .isInstanceOf(ServletException.class);

        assertThatCode(() -> CompletableFuture.runAsync(() -> way.giveWay(Duration.ofHours(1), Duration.ofHours(1)))
                        .get(10, TimeUnit.SECONDS))
                .doesNotThrowAnyException();
    }

    private WorkItems patient(RightOfWay way) {
        return new WorkItems(
                database.pipeline(),
                new RunSettings(
                        2,
                        1,
                        Duration.ofSeconds(20),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        Path.of("routes"),
                        Path.of("mappings")),
                at(THREE_AT_NIGHT),
                way);
    }

    @Test
    void aPausedNightWaitsHalfWayAndGoesOnWhenItIsStarted() {
        Switches switches = TestSwitches.on(database, at(THREE_AT_NIGHT));
        Run night = runs.openNightly().get(0);
        items.claim(night).forEach(household -> items.finish(night, done(household)));

        switches.set("nightly-run", Switches.State.PAUSED, "ivan");

        assertThat(items.claim(night)).isEmpty();
        runs.close(night);
        assertThat(runs.find(night.id()).orElseThrow().state()).isEqualTo(RunSummary.State.RUNNING);
        assertThat(runs.takeWaiting())
                .as("nobody takes it on, here or after a restart")
                .isEmpty();
        assertThat(runsAt(THREE_AT_NIGHT.plusSeconds(60)).takeWaiting()).isEmpty();

        switches.set("nightly-run", Switches.State.STARTED, "ivan");

        Run again = runs.takeWaiting().get(0);
        assertThat(again.id()).isEqualTo(night.id());
        settleAll(again);
        runs.close(again);
        assertThat(runs.find(night.id()).orElseThrow().households("UPDATED")).isEqualTo(3);
    }

    @Test
    void aStoppedNightEndsWhereItIsAndNoneIsOpened() {
        Switches switches = TestSwitches.on(database, at(THREE_AT_NIGHT));
        Run night = runs.openNightly().get(0);
        items.claim(night).forEach(household -> items.finish(night, done(household)));

        switches.set("nightly-run", Switches.State.STOPPED, "ivan");

        assertThat(items.claim(night)).isEmpty();
        runs.close(night);
        assertThat(runs.find(night.id()).orElseThrow().state()).isEqualTo(RunSummary.State.STOPPED);
        assertThat(runs.openNightly()).isEmpty();
        assertThat(runs.recent(9)).as("none waits either").hasSize(1);
    }

    @Test
    void aStepOfTheLineThatIsOffHoldsNightAndRefreshAlike() {
        Switches switches = TestSwitches.on(database, at(THREE_AT_NIGHT));
        switches.set("gather", Switches.State.PAUSED, "ivan");
        RunId refresh = refreshesAt(THREE_AT_NIGHT).request(households.get(0), "maja");

        assertThat(runs.openNightly()).isEmpty();
        assertThat(runs.takeWaiting()).isEmpty();

        switches.set("gather", Switches.State.STARTED, "ivan");
        assertThat(runs.takeWaiting()).extracting(Run::id).contains(refresh).hasSize(2);
    }

    @Test
    void aRunOfOneSourceIsOpenedOnceBesideTheNight() {
        RunId source = runs.requestSource("social", "ivan");

        assertThat(runs.requestSource("social", "ivan")).isEqualTo(source);
        assertThat(runs.requestSource("bolig", "ivan")).isNotEqualTo(source);
        assertThat(runs.openNightly()).as("the night does not wait for it").hasSize(1);
        Run taken = runs.takeWaiting().stream()
                .filter(run -> run.id().equals(source))
                .findFirst()
                .orElseThrow();
        assertThat(taken.register()).isEqualTo("social");
        assertThat(items.claim(taken)).hasSize(2);
    }

    @Test
    void whoSwitchedWhatIsNotedOnce() {
        Switches switches = TestSwitches.on(database, at(THREE_AT_NIGHT));

        switches.set("ask-social", Switches.State.STOPPED, "ivan");
        switches.set("ask-social", Switches.State.STOPPED, "ivan");

        assertThat(new OperatorActions(database.ops(), at(THREE_AT_NIGHT)).latest("", 9))
                .containsExactly(new OperatorActions.OperatorAction(
                        THREE_AT_NIGHT, "ivan", OperatorActions.What.ROUTE_STOPPED, "ask-social", null));
    }

    @Test
    void theRunRidesOnTheExchange() throws Exception {
        Run night = runs.openNightly().get(0);
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            DefaultExchange exchange = new DefaultExchange(camel);

            runs.begin(night, exchange);

            assertThat(exchange.getProperty(Runs.RUN)).isSameAs(night);
        }
    }

    private void settleAll(Run run) {
        for (List<HouseholdId> chunk = items.claim(run); !chunk.isEmpty(); chunk = items.claim(run)) {
            chunk.forEach(household -> items.finish(run, done(household)));
        }
    }

    private static List<WorkItems.Settled> done(HouseholdId household) {
        return List.of(new WorkItems.Settled(household, Result.UPDATED, 1));
    }
}
