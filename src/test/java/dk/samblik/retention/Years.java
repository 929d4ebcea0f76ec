package dk.samblik.retention;

import dk.samblik.access.TestAccess;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.consent.ConsentGate;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.Consenting;
import dk.samblik.consent.TestGate;
import dk.samblik.consent.Withdrawn;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.run.Run;
import dk.samblik.run.TestRuns;
import dk.samblik.run.WorkItems;
import dk.samblik.storage.TestDatabase;
import dk.samblik.view.Publish;
import dk.samblik.view.TestPublish;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A few households through the nights of years: some change every week, one never, one withdraws, one leaves, one lets its
 * consent run out, and some had left years before. The stages are the hub's own; the answers are the test's.
 */
final class Years implements AutoCloseable {

    /** In the past, so that the three years end before the day the test runs. */
    static final LocalDate FIRST = LocalDate.of(2023, 9, 1);

    final TestDatabase database = TestDatabase.fresh();
    private final SingleConnectionDataSource owning =
            new SingleConnectionDataSource(database.owner().getConnection(), true);
    final JdbcClient owner = JdbcClient.create(owning);
    final Vault vault = TestAccess.vault();
    final Map<String, ConsentedHousehold> open = new LinkedHashMap<>();

    private final Desk desk = new Desk(owner);
    private final Traces traces = new Traces(owner);
    private final Today today = new Today();
    private final CivilClock clock = new CivilClock(today);
    private final TestRuns runs = TestRuns.on(database, clock, 50);
    private final ConsentGate gate = TestGate.puttingAway(database.pipeline(), vault, clock);
    private final Publish publish = TestPublish.on(database.pipeline(), vault, clock);
    private final Backups backups = new Backups(
            new BackupSettings(Path.of("target/no-backups"), Path.of("target/no-keys"), Path.of("target/no-key")),
            RetentionSettings.shipped(),
            clock);
    private final Sweep sweep = new Sweep(
            database.pipeline(), database.web(), database.draw(), RetentionSettings.shipped(), backups, clock, 10);

    /** Three at night of a day that the test moves on. */
    private static final class Today extends Clock {
        private LocalDate day = FIRST;

        @Override
        public Instant instant() {
            return day.atTime(LocalTime.of(3, 0)).atZone(CivilClock.COPENHAGEN).toInstant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    Years() throws SQLException {
        for (String name : List.of("Amina", "Bente", "Carl", "Dorte", "Erik", "Freja")) {
            open.put(name, desk.enrol(name, FIRST, now()));
        }
        for (int i = 0; i < 4; i++) {
            ConsentedHousehold left = desk.enrol("Left" + i, FIRST.minusYears(6), now());
            owner.sql("delete from consent_in_force where household_id = :id")
                    .param("id", left.id().value())
                    .update();
            desk.leaves(left.id(), FIRST.minusYears(5).plusDays(i * 200L));
        }
        owner.sql("update consent set status = 'SUPERSEDED' where valid_to < :first")
                .param("first", FIRST)
                .update();
    }

    Instant now() {
        return clock.now();
    }

    LocalDate day() {
        return today.day;
    }

    /** What happens on this day, then the night, then the sweep; {@code number} counts days from 0. */
    void day(int number) {
        today.day = FIRST.plusDays(number);
        happens(number);
        traces.of(number, day().toString(), now());
        Run run = runs.night();
        gate.open(run);
        List<HouseholdId> claimed = runs.items().claim(run);
        List<ConsentedHousehold> asked =
                open.values().stream().filter(one -> claimed.contains(one.id())).toList();
        runs.items()
                .finish(
                        run,
                        claimed.stream()
                                .filter(id ->
                                        asked.stream().noneMatch(one -> one.id().equals(id)))
                                .map(id -> new WorkItems.Settled(id, WorkItems.Result.CLOSED, null))
                                .toList());
        var chunk = Consenting.chunk(run, asked.toArray(ConsentedHousehold[]::new));
        publish.publish(new Answers(open, chunk, number, now()).all());
        runs.close(run);
        sweep.afterNight(run);
    }

    private void happens(int number) {
        switch (number) {
            case 200 ->
                TestGate.withdrawal(database.web(), vault, TestAccess.log(database.audit()), clock)
                        .withdraw(
                                open.remove("Erik").persons().get(0).id(),
                                new Withdrawn.Everything(),
                                Viewer.HUB,
                                "test");
            case 400 -> desk.leaves(open.remove("Dorte").id(), day().minusDays(1));
            case 367 -> open.remove("Freja");
            default -> {}
        }
        if (number % 365 == 360) {
            open.forEach((name, household) -> {
                if (!name.equals("Freja")) {
                    desk.agrees(household, number / 365 + 2, day(), now());
                }
            });
        }
    }

    @Override
    public void close() {
        owning.destroy();
        database.close();
    }
}
