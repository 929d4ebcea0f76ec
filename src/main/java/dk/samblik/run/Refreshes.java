package dk.samblik.run;

import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.run.Progress.Step;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** A team's wish to see a household anew. Many clicks on one household are one refresh: the open one is joined. */
@Component
public class Refreshes {

    private static final int MILLIS = 1000;
    private static final Duration LONGEST_NIGHT = Duration.ofHours(24);

    private final Database database;
    private final CivilClock clock;
    private final ProducerTemplate line;
    private final Progress progress;

    Refreshes(@Qualifier("webDatabase") Database database, CivilClock clock, ProducerTemplate line, Progress progress) {
        this.database = database;
        this.clock = clock;
        this.line = line;
        this.progress = progress;
    }

    /** The refresh that is open for this household; a new one is queued and the line is told when there is none. */
    public RunId request(HouseholdId household, String subject) {
        RunId id = RunId.random();
        boolean queued = database.inTransaction(() -> queue(id, household, subject));
        if (queued) {
            line.sendBody("seda:refresh?waitForTaskToComplete=Never", "");
            return id;
        }
        return open(household).orElseGet(() -> request(household, subject));
    }

    private boolean queue(RunId id, HouseholdId household, String subject) {
        int inserted = database.sql()
                .sql("""
                        insert into run (run_id, kind, reason, requested_by, household_id, night, requested_at, state)
                        values (:run, 'REFRESH', 'TEAM', :by, :household, :night, :now, 'QUEUED')
                        on conflict (household_id) where kind = 'REFRESH' and state in ('QUEUED', 'RUNNING') do nothing
                        """)
                .param("run", id.value())
                .param("by", subject)
                .param("household", household.value())
                .param("night", clock.today())
                .param("now", Timestamp.from(clock.now()))
                .update();
        if (inserted == 1) {
            database.sql()
                    .sql("insert into run_item (run_id, household_id, state) values (:run, :household, 'PENDING')")
                    .param("run", id.value())
                    .param("household", household.value())
                    .update();
        }
        return inserted == 1;
    }

    /** The refresh of this household that has not ended, if there is one. */
    public Optional<RunId> open(HouseholdId household) {
        return database.sql()
                .sql("""
                        select run_id from run
                         where household_id = :household and kind = 'REFRESH' and state in ('QUEUED', 'RUNNING')
                        """)
                .param("household", household.value())
                .query(UUID.class)
                .optional()
                .map(RunId::new);
    }

    /**
     * When everything about this household was last fetched, where that is not longer ago than this; empty also where a
     * register did not answer then, so that it may be asked again at once.
     */
    public Optional<Instant> fetchedWithin(HouseholdId household, Duration ago) {
        return database.sql()
                .sql("""
                        select max(r.ended_at) from run r join run_item i on i.run_id = r.run_id
                         where r.started_at > :night and r.ended_at > :since and i.household_id = :household
                           and i.state in ('UPDATED', 'UNCHANGED')
                        """)
                .param("since", Timestamp.from(clock.now().minus(ago)))
                .param("night", Timestamp.from(clock.now().minus(ago).minus(LONGEST_NIGHT)))
                .param("household", household.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /**
     * Of these, in their order, those of which a consent is in force, that have not left, that are not being refreshed and that no run has ended
     * about within this time, however it ended.
     */
    public List<HouseholdId> due(List<HouseholdId> households, Duration within) {
        Set<UUID> due = Set.copyOf(database.sql()
                .sql("""
                        select household_id from household h
                         where household_id = any (cast(:households as uuid[]))
                           and (exit_date is null or exit_date >= :today)
                           and exists (select from consent_in_force c where c.household_id = h.household_id
                                         and :today between c.valid_from and c.valid_to)
                           and not exists (select from run r where r.household_id = h.household_id and r.kind = 'REFRESH'
                                             and r.state in ('QUEUED', 'RUNNING'))
                           and not exists (select from run r join run_item i on i.run_id = r.run_id
                                            where r.started_at > :night and r.ended_at > :since
                                              and i.household_id = h.household_id)
                        """)
                .param(
                        "households",
                        households.stream().map(HouseholdId::toString).toArray(String[]::new))
                .param("today", clock.today())
                .param("since", Timestamp.from(clock.now().minus(within)))
                .param("night", Timestamp.from(clock.now().minus(within).minus(LONGEST_NIGHT)))
                .query(UUID.class)
                .list());
        return households.stream()
                .filter(household -> due.contains(household.value()))
                .toList();
    }

    /** How long a refresh usually takes: the middle one of the last twenty; empty where there are not three to go by. */
    public Optional<Duration> usual() {
        return database.sql()
                .sql("""
                        select percentile_cont(0.5) within group (order by took) from (
                          select extract(epoch from ended_at - started_at) as took from run
                           where kind = 'REFRESH' and state in ('DONE', 'DONE_WITH_GAPS') and started_at is not null
                           order by started_at desc limit 20) as latest
                        having count(*) >= 3
                        """)
                .query(Double.class)
                .optional()
                .map(seconds -> Duration.ofMillis(Math.round(seconds * MILLIS)));
    }

    /**
     * Stops a refresh that has not ended. What was published before stays; after this nothing of it is: a result is stored
     * for a run that runs only.
     */
    public void stop(RunId refresh) {
        int stopped = database.sql()
                .sql("""
                        update run set state = 'STOPPED', ended_at = :now
                         where run_id = :run and kind = 'REFRESH' and state in ('QUEUED', 'RUNNING')
                        """)
                .param("now", Timestamp.from(clock.now()))
                .param("run", refresh.value())
                .update();
        if (stopped == 1) {
            progress.tell(refresh, "", Step.ENDED, 0);
        }
    }
}
