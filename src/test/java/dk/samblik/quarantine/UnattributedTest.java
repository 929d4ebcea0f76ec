package dk.samblik.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dk.samblik.household.CivilClock;
import dk.samblik.household.RunId;
import dk.samblik.register.UnattributedRow;
import dk.samblik.run.TestRun;
import dk.samblik.storage.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that belong to nobody: where they stand is kept, what they said is not. */
class UnattributedTest {

    private static final Instant THREE_AT_NIGHT = Instant.parse("2026-11-17T02:00:00Z");
    private static final List<UnattributedRow> TWO =
            List.of(new UnattributedRow("SAG", 17), new UnattributedRow("YDELSE", 4));

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.owner());

    @AfterEach
    void close() {
        database.close();
    }

    private static CivilClock at(Instant now) {
        return new CivilClock(Clock.fixed(now, ZoneOffset.UTC));
    }

    private RunId night() {
        RunId run = RunId.random();
        owner.sql("update run set state = 'DONE'").update();
        owner.sql("""
                        insert into run (run_id, kind, reason, requested_by, night, requested_at, state)
                        values (:run, 'NIGHTLY', 'NIGHT', 'samblik', date '2026-11-17', now(), 'RUNNING')
                        """).param("run", run.value()).update();
        return run;
    }

    private void settle(RunId night, Instant now, List<UnattributedRow> rows, long delivered) {
        new Unattributed(database.pipeline(), null, null, TestRun.ledger(database.pipeline()), at(now))
                .settle(night, "jobcenter", rows, delivered);
    }

    private Map<String, Object> counts(RunId night) {
        return owner.sql("select * from run_register where run_id = :run")
                .param("run", night.value())
                .query()
                .singleRow();
    }

    @Test
    void theyStandInTheLedgerAndTheRestIsPassedOver() {
        RunId night = night();

        settle(night, THREE_AT_NIGHT, TWO, 100);

        assertThat(counts(night))
                .containsEntry("rows_read", 2L)
                .containsEntry("rows_quarantined", 2L)
                .containsEntry("rows_passed_over", 98L);
    }

    @Test
    void settledTwiceTheyAreCountedOnce() {
        RunId night = night();
        settle(night, THREE_AT_NIGHT, TWO, 100);
        settle(night, THREE_AT_NIGHT, TWO, 100);

        assertThat(counts(night)).containsEntry("rows_read", 2L).containsEntry("rows_passed_over", 98L);
    }

    @Test
    void theNextNightKeepsTheDayARowWasFirstSeen() {
        settle(night(), THREE_AT_NIGHT, TWO, 100);
        settle(
                night(),
                THREE_AT_NIGHT.plus(Duration.ofDays(1)),
                List.of(TWO.get(0), new UnattributedRow("SAG", 18)),
                100);

        QuarantineGroups groups = new QuarantineGroups(database.ops());
        assertThat(groups.places(groups.all().get(0), 10))
                .extracting(QuarantineGroups.Place::recordNo, QuarantineGroups.Place::firstSeen)
                .containsExactly(tuple(17L, THREE_AT_NIGHT), tuple(18L, THREE_AT_NIGHT.plus(Duration.ofDays(1))));
    }

    @Test
    void itReadsGroupsAndPlacesAndNothingOfAnyone() {
        settle(night(), THREE_AT_NIGHT, TWO, 100);

        assertThat(new QuarantineGroups(database.ops()).all())
                .extracting(
                        QuarantineGroups.Group::register, QuarantineGroups.Group::reason, QuarantineGroups.Group::rows)
                .containsExactly(tuple("jobcenter", "Q09", 2L));
        assertThatThrownBy(() -> database.ops()
                        .sql()
                        .sql("select person_id, content_sealed from quarantine")
                        .query()
                        .listOfRows())
                .isInstanceOf(DataAccessException.class);
    }
}
