package dk.samblik.quarantine;

import dk.samblik.household.CivilClock;
import dk.samblik.household.RunId;
import dk.samblik.run.OperatorActions;
import dk.samblik.run.OperatorActions.What;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Runs refused rows once more, or puts them aside. A replay asks the register anew, through the gate and by the rules as they
 * are now; what was refused stays until the same row is accepted, so that replaying twice is replaying once. A try does all of
 * it and stores nothing but the count (docs/decisions/a-replay-asks-again.md).
 */
@Component
public class Replays {

    private static final String CHOSEN = """
            with matching as (
              select * from quarantine
               where register = :register and reason = :reason and field is not distinct from cast(:field as text)
                 and mapping = :mapping and first_seen >= :from and first_seen < :until
                 and (cast(:rows as uuid[]) is null or quarantine_id = any (cast(:rows as uuid[])))
                 and discarded_at is null and person_id is not null),
            households as (
              select distinct household_id from (
                select household_id from matching order by first_seen, quarantine_id limit :most) as oldest),
            chosen as (
              select m.* from matching m join households h on h.household_id = m.household_id)
            """;

    private final Database database;
    private final Database operations;
    private final OperatorActions actions;
    private final CivilClock clock;

    Replays(
            @Qualifier("pipelineDatabase") Database database,
            @Qualifier("opsDatabase") Database operations,
            OperatorActions actions,
            CivilClock clock) {
        this.database = database;
        this.operations = operations;
        this.actions = actions;
        this.clock = clock;
    }

    /** Exactly what a replay would be about; no moment where it is about nothing. */
    public record Preview(
            long rows,
            long households,
            @Nullable Instant oldest,
            @Nullable Instant newest) {}

    /** What became of a replay's rows; those left were not reached, since their register did not answer or they are gone. */
    public record Outcome(boolean dry, int chosen, int succeeded, int failedAgain) {

        public int left() {
            return chosen - succeeded - failedAgain;
        }
    }

    /** Why rows are put aside. */
    public enum Why {
        MENDED_AT_SOURCE,
        NOT_NEEDED,
        TOO_OLD
    }

    public Preview preview(ReplayFilter filter) {
        return database.sql()
                .sql(CHOSEN + """
                        select count(*) as rows, count(distinct household_id) as households, min(first_seen) as oldest,
                          max(first_seen) as newest from chosen
                        """)
                .params(filter.parameters())
                .query((row, number) -> new Preview(
                        row.getLong("rows"),
                        row.getLong("households"),
                        instant(row.getTimestamp("oldest")),
                        instant(row.getTimestamp("newest"))))
                .single();
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }

    /** Puts a try in the queue: everything is done but nothing stored. Empty where the register is being asked already. */
    public Optional<RunId> tryOut(ReplayFilter filter, String actor) {
        return request(filter, actor, What.REPLAY_TRIED);
    }

    /** Puts a replay in the queue. Empty where the register is being asked already, or nothing matches. */
    public Optional<RunId> replay(ReplayFilter filter, String actor) {
        return request(filter, actor, What.REPLAYED);
    }

    private Optional<RunId> request(ReplayFilter filter, String actor, What what) {
        RunId run = RunId.random();
        boolean queued = database.inTransaction(() -> queue(run, filter, actor, what == What.REPLAY_TRIED));
        if (!queued) {
            return Optional.empty();
        }
        long rows = preview(filter).rows();
        actions.doing(actor, what, group(filter), String.valueOf(rows), () -> {});
        return Optional.of(run);
    }

    private static String group(ReplayFilter filter) {
        return filter.register() + " " + filter.reason() + (filter.field() == null ? "" : " " + filter.field());
    }

    private boolean queue(RunId run, ReplayFilter filter, String actor, boolean dry) {
        int inserted = database.sql()
                .sql("""
                        insert into run (run_id, kind, reason, requested_by, register, night, requested_at, state)
                        values (:run, 'REPLAY', 'OPERATIONS', :by, :register, :night, :now, 'QUEUED')
                        on conflict (register) where kind in ('SOURCE', 'REPLAY') and state in ('QUEUED', 'RUNNING')
                          do nothing
                        """)
                .param("run", run.value())
                .param("by", actor)
                .param("register", filter.register())
                .param("night", clock.today())
                .param("now", Timestamp.from(clock.now()))
                .update();
        if (inserted == 0) {
            return false;
        }
        database.sql()
                .sql(CHOSEN + """
                        insert into run_item (run_id, household_id, state)
                        select distinct cast(:run as uuid), household_id, 'PENDING' from chosen
                        """)
                .params(filter.parameters())
                .param("run", run.value())
                .update();
        database.sql()
                .sql(CHOSEN + """
                        insert into replay (run_id, dry, reason, field, mapping, from_at, until_at, rows, chosen)
                        select :run, :dry, :reason, :field, :mapping, :from, :until, cast(:rows as uuid[]), count(*)
                          from chosen
                        """)
                .params(filter.parameters())
                .param("run", run.value())
                .param("dry", dry)
                .update();
        return true;
    }

    /** What became of a run that was a replay; empty for any other. */
    public Optional<Outcome> outcome(RunId run) {
        return operations
                .sql()
                .sql("select dry, chosen, succeeded, failed_again from replay where run_id = :run")
                .param("run", run.value())
                .query((row, number) -> new Outcome(
                        row.getBoolean("dry"),
                        row.getInt("chosen"),
                        row.getInt("succeeded"),
                        row.getInt("failed_again")))
                .optional();
    }

    /** The last replay of a group that was a try and has ended, by its run; empty where none was. */
    public Optional<RunId> lastTry(ReplayFilter filter) {
        return operations
                .sql()
                .sql("""
                        select r.run_id from replay r join run on run.run_id = r.run_id
                         where r.dry and run.register = :register and r.reason = :reason
                           and r.field is not distinct from cast(:field as text) and r.mapping = :mapping
                           and r.from_at = :from and r.until_at = :until
                           and r.rows is not distinct from cast(:rows as uuid[]) and run.ended_at is not null
                         order by run.ended_at desc limit 1
                        """)
                .params(filter.parameters())
                .query(UUID.class)
                .optional()
                .map(RunId::new);
    }

    /** Puts rows of a group aside, those of nobody too, and notes who did and why; answers with how many. */
    public int discard(ReplayFilter filter, Why why, String actor) {
        long rows = operations
                .sql()
                .sql("select count(*) from quarantine where " + ASIDE)
                .params(filter.parameters())
                .query(Long.class)
                .single();
        int[] done = {0};
        actions.doing(
                actor,
                What.DISCARDED,
                group(filter),
                rows + " " + why,
                () -> done[0] = operations
                        .sql()
                        .sql("update quarantine set discarded_at = :now, discarded_why = :why where " + ASIDE)
                        .params(filter.parameters())
                        .param("now", Timestamp.from(clock.now()))
                        .param("why", why.name())
                        .update());
        return done[0];
    }

    private static final String ASIDE = """
            register = :register and reason = :reason and field is not distinct from cast(:field as text)
              and mapping = :mapping and first_seen >= :from and first_seen < :until and discarded_at is null
              and (cast(:rows as uuid[]) is null or quarantine_id = any (cast(:rows as uuid[])))
            """;
}
