package dk.samblik.run;

import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is left to do in a run, household by household. An item is claimed from PostgreSQL (SKIP LOCKED) under the run's
 * fence and finished in the transaction that stores its result, so that a run that was killed goes on from committed
 * work.
 */
@Component
public class WorkItems {

    /**
     * What is next is looked for once: as a subquery it could be asked again for each item there is, and claim them all. The
     * run is joined, not given: of a run that is newer than its statistics PostgreSQL expects one item, and would read all
     * it has for each item that it claims.
     */
    static final String CLAIM = """
            with next as materialized (
              select run_id, household_id from run_item where run_id = :run and state = 'PENDING'
               order by household_id limit :most for update skip locked)
            update run_item item set state = 'CLAIMED', fence = :fence
              from next where item.run_id = next.run_id and item.household_id = next.household_id
            returning item.household_id
            """;

    /** An item is always there already. Said as a conflict, it is found by its key whatever the statistics say. */
    static final String FINISH = """
            insert into run_item as item (run_id, household_id, state, version)
            select cast(:run as uuid), household_id, state, version
              from unnest(cast(:households as uuid[]), cast(:states as text[]), cast(:versions as integer[]))
                as n (household_id, state, version)
            on conflict (run_id, household_id) do update set state = excluded.state, version = excluded.version
             where item.state = 'CLAIMED' and item.fence = :fence
               and (select state from run where run_id = cast(:run as uuid)) = 'RUNNING'
            """;

    private static final Duration ANSWER_AT_MOST = Duration.ofSeconds(1);

    private final Database database;
    private final RunSettings settings;
    private final CivilClock clock;
    private final RightOfWay rightOfWay;

    WorkItems(Database pipelineDatabase, RunSettings settings, CivilClock clock, RightOfWay rightOfWay) {
        this.database = pipelineDatabase;
        this.settings = settings;
        this.clock = clock;
        this.rightOfWay = rightOfWay;
    }

    /** What became of one household in one run. */
    public enum Result {
        /** A new version was published. */
        UPDATED,
        /** Everything answered, nothing was new. */
        UNCHANGED,
        /** At least one register did not answer; the last good sections stand. */
        KEPT,
        /** The household is not open; no register was asked. */
        CLOSED,
        /** Our fault; see the run. */
        FAILED
    }

    /**
     * The next households of this run, at most as many as asked for and as the settings allow; empty when nothing is left
     * or when another holder has taken the run over or operators have switched its route off. All others give way to a
     * refresh, and for a second to answers, first.
     */
    public List<HouseholdId> claim(Run run, int most) {
        if (run.kind() != Run.Kind.REFRESH) {
            rightOfWay.giveWay(settings.yield(), ANSWER_AT_MOST);
        }
        if (!holds(run)) {
            return List.of();
        }
        return database.inTransaction(() -> database
                .sql()
                .sql(CLAIM)
                .param("fence", run.fence())
                .param("run", run.id().value())
                .param("most", most)
                .query(UUID.class)
                .list()
                .stream()
                .map(HouseholdId::new)
                .toList());
    }

    /** As {@link #claim(Run, int)} with the configured size of a chunk. */
    public List<HouseholdId> claim(Run run) {
        return claim(run, settings.chunk());
    }

    /** What became of one household; the version is null where none was published. */
    public record Settled(
            HouseholdId household, Result result, @Nullable Integer version) {}

    /**
     * Settles these households in one statement; call it inside the transaction that stores their results. False: another
     * holder has taken one of them over, or the run was stopped, and the caller must roll back.
     */
    public boolean finish(Run run, Collection<Settled> settled) {
        return database.sql()
                        .sql(FINISH)
                        .param("run", run.id().value())
                        .param("fence", run.fence())
                        .param(
                                "households",
                                texts(settled, one -> one.household().toString()))
                        .param("states", texts(settled, one -> one.result().name()))
                        .param("versions", texts(settled, one -> Objects.toString(one.version(), null)))
                        .update()
                == settled.size();
    }

    private static @Nullable String[] texts(Collection<Settled> from, Function<Settled, @Nullable String> value) {
        return from.stream().map(value).toArray(String[]::new);
    }

    /** Settles these as failed where this holder has them and has not settled them: the class of the failure, no more. */
    public void fail(Run run, List<HouseholdId> households, String failure) {
        database.sql()
                .sql("""
                        update run_item set state = 'FAILED', failure = :failure
                         where run_id = :run and household_id in (:households) and state = 'CLAIMED' and fence = :fence
                        """)
                .param("failure", failure)
                .param("run", run.id().value())
                .param("households", households.stream().map(HouseholdId::value).toList())
                .param("fence", run.fence())
                .update();
    }

    private boolean holds(Run run) {
        return database.sql()
                        .sql("""
                                update run set lease_until = :until
                                 where run_id = :run and fence = :fence and state = 'RUNNING'
                                   and not exists (select from route_switch s where s.part in ('LINE', run.kind))
                                """)
                        .param("until", Timestamp.from(clock.now().plus(settings.lease())))
                        .param("run", run.id().value())
                        .param("fence", run.fence())
                        .update()
                == 1;
    }
}
