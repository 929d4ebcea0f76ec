package dk.samblik.run;

import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The runs this process is at work on. Only for these does it show a sign of life: one that it let go without being able to
 * close it is taken again at the next look, here or, when the lease is over, elsewhere.
 */
final class RunsInHand {

    private static final String TAKE = """
            update run set state = 'RUNNING', fence = nextval('fence'), lease_owner = :owner, lease_until = :until,
                   started_at = coalesce(started_at, :now), routes_hash = :routes, mappings_hash = :mappings
             where run_id in (select run_id from run where (%s)
                and not exists (select from route_switch s where s.part in ('LINE', run.kind)) order by requested_at for update skip locked)
            returning run_id, kind, night, fence, household_id, register
            """;

    private static final String NIGHTS = "kind = 'NIGHTLY' and state = 'QUEUED'";

    /** A run that we are at work on is never taken a second time here, however late our own sign of life is. */
    private static final String WAITING = """
            state = 'QUEUED' or (state = 'RUNNING' and run_id <> all(cast(:inHand as uuid[]))
              and (lease_until < :now or lease_owner = :owner))
            """;

    private final Database database;
    private final RunSettings settings;
    private final CivilClock clock;
    /** As they were when this process loaded them: that is what its runs are made with. */
    private final String routes;

    private final String mappings;
    private final String owner = UUID.randomUUID().toString();
    private final Set<Run> inHand = ConcurrentHashMap.newKeySet();

    RunsInHand(Database database, RunSettings settings, CivilClock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.routes = FolderHash.of(settings.routes());
        this.mappings = FolderHash.of(settings.mappings());
    }

    List<Run> takeNights() {
        return take(NIGHTS);
    }

    List<Run> takeWaiting() {
        return take(WAITING);
    }

    /** One take at a time: a run that another thread is about to have in hand must not look as if it were let go. */
    private synchronized List<Run> take(String which) {
        List<Run> taken = database.inTransaction(() -> {
            List<Run> runs = mark(which);
            database.sql().sql("""
                            update run_item set state = 'PENDING'
                             where state = 'CLAIMED' and run_id = any(cast(:runs as uuid[]))
                            """).param("runs", ids(runs)).update();
            return runs;
        });
        inHand.addAll(taken);
        return taken;
    }

    private List<Run> mark(String which) {
        return database.sql()
                .sql(TAKE.formatted(which))
                .param("owner", owner)
                .param("until", Timestamp.from(clock.now().plus(settings.lease())))
                .param("now", Timestamp.from(clock.now()))
                .param("inHand", ids(inHand))
                .param("routes", routes)
                .param("mappings", mappings)
                .query(RunsInHand::run)
                .list();
    }

    private static String[] ids(Collection<Run> runs) {
        return runs.stream().map(run -> run.id().toString()).toArray(String[]::new);
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        UUID household = row.getObject("household_id", UUID.class);
        return new Run(
                new RunId(row.getObject("run_id", UUID.class)),
                Run.Kind.valueOf(row.getString("kind")),
                row.getObject("night", java.time.LocalDate.class),
                row.getLong("fence"),
                household == null ? null : new HouseholdId(household),
                row.getString("register"));
    }

    /** The run is closed, or could not be. */
    void letGo(Run run) {
        inHand.remove(run);
    }

    void stayAlive() {
        database.sql()
                .sql("""
                        update run set lease_until = :until
                         where lease_owner = :owner and state = 'RUNNING' and run_id = any(cast(:inHand as uuid[]))
                        """)
                .param("until", Timestamp.from(clock.now().plus(settings.lease())))
                .param("owner", owner)
                .param("inHand", ids(inHand))
                .update();
    }
}
