package dk.samblik.run;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.impl.triggers.CronTriggerImpl;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ten years of civil nights: Quartz's own trigger, as its store keeps it, by a clock that the test moves on an hour at a
 * time, forgets for days, and puts back and forward. Every date has exactly one night.
 */
class CivilNightsTest {

    private static final ZoneId COPENHAGEN = CivilClock.COPENHAGEN;
    private static final String CRON = "0 0 3 * * ?";
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2035, 12, 31);
    private static final Duration LATE = Duration.ofMinutes(1);
    private static final int JUMPS = 60;

    private final TestDatabase database = TestDatabase.fresh();
    private final Random random = new Random(20_260_101);
    private final Map<LocalDate, Integer> nights = new HashMap<>();
    private Instant now = at(FIRST, 0);
    private CronTriggerImpl trigger = trigger();

    /** Nothing is killed here: ten years of commits need not wait for a disk. */
    @BeforeEach
    void withoutWaitingForTheDisk() {
        JdbcClient.create(database.superuser())
                .sql(
                        "do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$")
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Instant at(LocalDate day, int hour) {
        return ZonedDateTime.of(day.atTime(hour, 0, 5), COPENHAGEN).toInstant();
    }

    /** As a hub makes it when there is none in its store. */
    private CronTriggerImpl trigger() {
        try {
            CronTriggerImpl made = new CronTriggerImpl();
            made.setCronExpression(CRON);
            made.setTimeZone(TimeZone.getTimeZone(COPENHAGEN));
            made.setStartTime(Date.from(now));
            made.computeFirstFireTime(null);
            return made;
        } catch (java.text.ParseException never) {
            throw new IllegalStateException(never);
        }
    }

    @Test
    void everyDateOfTenYearsHasOneNightHoweverTheClockIsMoved() {
        Map<LocalDate, List<Duration>> jumps = jumps();
        int made = 0;
        while (now.isBefore(at(LAST.plusDays(1), 0))) {
            now = now.plus(Duration.ofHours(1));
            fire();
            ZonedDateTime wall = now.atZone(COPENHAGEN);
            List<Duration> due = jumps.getOrDefault(wall.toLocalDate(), List.of());
            if (!due.isEmpty() && wall.getHour() == random.nextInt(24)) {
                now = now.plus(due.get(0));
                jumps.put(wall.toLocalDate(), new ArrayList<>(due.subList(1, due.size())));
                made++;
                // Where it was put back the store may be lost too: the trigger is made anew, and asks again
                trigger = due.get(0).isNegative() && random.nextBoolean() ? trigger() : trigger;
                fire();
            }
        }

        assertThat(made).isGreaterThan(JUMPS / 2);
        assertThat(FIRST.datesUntil(LAST.plusDays(1)).toList()).hasSize(3_652);
        assertThat(FIRST.datesUntil(LAST.plusDays(1)).filter(day -> nights.getOrDefault(day, 0) != 1))
                .isEmpty();
    }

    @Test
    void aNightThatWasMissedIsMadeUpForOnceAndTheNextOneStillComes() {
        now = at(FIRST, 1);
        trigger = trigger();
        now = at(FIRST.plusDays(1), 1);
        fire();
        now = at(FIRST.plusDays(1), 4);
        fire();

        assertThat(nights).isEqualTo(Map.of(FIRST, 1, FIRST.plusDays(1), 1));
    }

    /** The clock is put back and forward on days that the seed draws, and around both changes of the clock and 29 February. */
    private Map<LocalDate, List<Duration>> jumps() {
        List<LocalDate> days = new ArrayList<>(List.of(
                LocalDate.of(2026, 3, 29),
                LocalDate.of(2026, 10, 25),
                LocalDate.of(2028, 2, 28),
                LocalDate.of(2028, 2, 29),
                LocalDate.of(2032, 2, 29)));
        while (days.size() < JUMPS) {
            days.add(FIRST.plusDays(2 + random.nextInt(3_640)));
        }
        Map<LocalDate, List<Duration>> jumps = new HashMap<>();
        for (LocalDate day : days) {
            Duration far = random.nextBoolean() ? Duration.ofHours(1) : Duration.ofDays(1);
            jumps.put(day, List.of(random.nextBoolean() ? far : far.negated()));
        }
        return jumps;
    }

    /** What Quartz does with a trigger whose time has come, and with one whose time is long past: it fires once, now. */
    private void fire() {
        while (!trigger.getNextFireTime().toInstant().isAfter(now)) {
            if (trigger.getNextFireTime().toInstant().plus(LATE).isBefore(now)) {
                trigger.setNextFireTime(Date.from(now));
            }
            trigger.triggered(null);
            open();
        }
    }

    private void open() {
        CivilClock clock = new CivilClock(Clock.fixed(now, ZoneOffset.UTC));
        TestRuns runs = TestRuns.on(database, clock, 10);
        for (Run night : new Nightly(runs.runs(), database.pipeline(), clock, CRON).open()) {
            runs.close(night);
            LocalDate due =
                    now.atZone(COPENHAGEN).toLocalDateTime().minusHours(3).toLocalDate();
            nights.merge(due, 1, Integer::sum);
        }
    }
}
