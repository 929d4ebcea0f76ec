package dk.samblik.view;

import dk.samblik.access.TestAccess;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.campaign.Operation;
import dk.samblik.campaign.Stepper;
import dk.samblik.campaign.Watch;
import dk.samblik.campaign.Watched;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.TestGate;
import dk.samblik.consent.Withdrawal;
import dk.samblik.household.CivilClock;
import dk.samblik.household.PersonId;
import dk.samblik.household.RunId;
import dk.samblik.run.Run;
import dk.samblik.storage.TestDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database at one isolation level where nights, refreshes and the desk meet; all beans are made once. */
final class RaceGround implements AutoCloseable {

    private final TestDatabase database = TestDatabase.fresh();
    private final SingleConnectionDataSource owning;
    private final CivilClock clock = new CivilClock(Clock.fixed(PublishStory.THREE_AT_NIGHT, ZoneOffset.UTC));

    private static final long LATEST_NANOS = 6_000_000;

    final JdbcClient owner;
    final Vault vault = TestAccess.vault();
    /** The night, and the refreshes that were asked for before it and after it. */
    final Run night = new Run(RunId.random(), Run.Kind.NIGHTLY, PublishStory.NIGHT, 2, null);

    private final List<Run> refreshes = Stream.of(1, 3)
            .map(fence -> new Run(RunId.random(), Run.Kind.REFRESH, PublishStory.NIGHT, fence, null))
            .toList();
    private final AtomicInteger begunAnew = new AtomicInteger();
    private int waited;
    private Publish publish;
    private Withdrawal desk;

    RaceGround(String isolation) {
        try {
            owning = new SingleConnectionDataSource(database.owner().getConnection(), true);
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
        owner = JdbcClient.create(owning);
        String name = owner.sql("select current_database()").query(String.class).single();
        owner.sql("alter database " + name + " set default_transaction_isolation = '" + isolation + "'")
                .update();
        // What is lost in a crash is not at stake here.
        owner.sql("alter database " + name + " set synchronous_commit = off").update();
        Stream.concat(Stream.of(night), refreshes.stream()).forEach(this::run);
    }

    private void run(Run run) {
        owner.sql("""
                        insert into run (run_id, kind, reason, requested_by, night, requested_at, state, fence)
                        values (:run, :kind, 'TEST', 'test', :night, now(), 'RUNNING', :fence)
                        """)
                .param("run", run.id().value())
                .param("kind", run.kind().name())
                .param("night", run.night())
                .param("fence", run.fence())
                .update();
    }

    /** From now on every operation of the publications and of the desk goes by this watch. */
    private void watch(Watch told) {
        Watch watch = new Watch() {
            @Override
            public void before(Operation operation) throws SQLException {
                if (operation.kind() == Operation.Kind.ROLLBACK) {
                    begunAnew.incrementAndGet();
                }
                told.before(operation);
            }
        };
        publish = PublishStory.publishing(Watched.database(database.pipeline(), watch), vault, clock);
        desk = TestGate.withdrawal(
                Watched.database(database.web(), watch), vault, TestAccess.log(database.audit()), clock);
    }

    /** Takes the foreign keys away that make content hang on consent. */
    void dropForeignKeys() {
        for (String table : List.of("section", "freshness", "quarantine")) {
            owner.sql("alter table " + table + " drop constraint " + table + "_person_id_source_fkey")
                    .update();
        }
    }

    /** Races of these names; their households have all said yes to everything, and the runs have claimed them. */
    List<RaceCase> enrol(List<String> names) {
        List<RaceCase> cases = IntStream.range(0, names.size())
                .mapToObj(n -> RaceCase.of(names.get(n), n, night, refreshes.get(n / 4 % 2)))
                .toList();
        List<ConsentedHousehold> households =
                cases.stream().flatMap(each -> each.households().stream()).toList();
        vault.admit(households.stream().map(ConsentedHousehold::id).toList());
        RaceHouseholds.enrol(owner, households);
        claim(night, households);
        refreshes.forEach(refresh -> claim(
                refresh,
                cases.stream()
                        .filter(each -> each.refresh().equals(refresh))
                        .map(RaceCase::home)
                        .toList()));
        return cases;
    }

    private void claim(Run run, List<ConsentedHousehold> households) {
        owner.sql("""
                        insert into run_item (run_id, household_id, state, fence)
                        select :run, id, 'CLAIMED', :fence from unnest(:ids::uuid[]) as h (id)
                        """)
                .param("run", run.id().value())
                .param("fence", run.fence())
                .param("ids", RaceHouseholds.texts(households, ConsentedHousehold::id))
                .update();
    }

    /** The night's publication, the refresh's, and the withdrawal. */
    private List<Runnable> works(RaceCase race) {
        return List.of(
                () -> publish.publish(RaceAnswers.of(race, race.night(), race.home(), race.neighbour())),
                () -> publish.publish(RaceAnswers.of(race, race.refresh(), race.home())),
                withdrawal(race.withdrawing(), race.taken()));
    }

    /** Leads each race through its order. */
    void step(Predicate<Operation> second, List<List<Integer>> orders, List<RaceCase> races) {
        step(second, orders, races, this::works);
    }

    /** Leads two members of each household, who both take everything back, through an order. */
    void stepLeavers(List<List<Integer>> orders, List<RaceCase> races) {
        step(
                Stepper::locksConsent,
                orders,
                races,
                race -> race.home().persons().stream()
                        .map(person -> withdrawal(person.id(), race.taken()))
                        .toList());
    }

    private void step(
            Predicate<Operation> second,
            List<List<Integer>> orders,
            List<RaceCase> races,
            Function<RaceCase, List<Runnable>> works) {
        try (Stepper stepper = new Stepper(second, owner)) {
            watch(stepper);
            for (int n = 0; n < races.size(); n++) {
                stepper.run(orders.get(n), works.apply(races.get(n)));
            }
            waited = stepper.waited();
        }
    }

    private Runnable withdrawal(PersonId person, RaceCase.Taken taken) {
        return () -> desk.withdraw(person, taken.what, Viewer.HUB, "race").orElseThrow();
    }

    /** Lets all loose within a few milliseconds, and another worker of the night too. */
    void race(List<RaceCase> races, Random random) {
        watch(new Watch() {});
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (RaceCase race : races) {
                List<Runnable> works = new ArrayList<>(works(race));
                works.add(() -> publish.publish(RaceAnswers.of(race, race.night(), race.stranger())));
                List<Future<?>> ends = new ArrayList<>();
                for (Runnable work : works) {
                    long offset = random.nextLong(LATEST_NANOS);
                    ends.add(threads.submit(() -> {
                        LockSupport.parkNanos(offset);
                        work.run();
                    }));
                }
                ends.forEach(Stepper::await);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    int waited() {
        return waited;
    }

    /** How many transactions gave way and began anew. */
    int begunAnew() {
        return begunAnew.get();
    }

    @Override
    public void close() {
        owning.destroy();
        database.close();
    }
}
