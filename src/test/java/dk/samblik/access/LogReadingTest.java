package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.access.LogReading.By;
import dk.samblik.access.LogReading.Query;
import dk.samblik.access.LogReading.Sample;
import dk.samblik.access.LogReading.Used;
import dk.samblik.access.LogSignals.Limits;
import dk.samblik.access.LogSignals.Noticed;
import dk.samblik.access.LogSignals.Signal;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.TestDatabase;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What whoever oversees the log finds in it: the rows asked for, a sample that can be drawn again, and the signals. */
class LogReadingTest {

    /** A Tuesday, ten in the morning in Copenhagen. */
    private static final Instant TUESDAY = Instant.parse("2026-03-10T09:00:00Z");

    private static final Limits LIMITS = new Limits(3, LocalTime.of(6, 0), LocalTime.of(19, 0));
    private static final Viewer JENS = new Viewer("jens", "Jens Test", Viewer.Role.TEAM, "Kommune", Set.of("Nord"));
    private static final Viewer DORTE = new Viewer("dorte", "Dorte Test", Viewer.Role.DPO, "Kommune", Set.of());

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final AccessLog log = TestAccess.log(
            database.audit(),
            TestAccess.settings(TestAccess.folder("test-reading")),
            new CivilClock(Clock.systemUTC()));
    private final LogReading reading = new LogReading(database.audit());
    private final LogSignals signals = new LogSignals(database.audit());
    private final HouseholdId home = HouseholdId.random();

    @AfterEach
    void drop() {
        database.close();
    }

    /** Puts a row into the log as if it had been written at that time; its link is not what is read here. */
    private long row(Viewer who, Access.Action action, Instant at, HouseholdId household, String... consents) {
        return full(who, action, at, household, null, "household-work", "OK", consents);
    }

    private long full(
            Viewer who,
            Access.Action action,
            Instant at,
            @Nullable HouseholdId household,
            @Nullable PersonId person,
            String purpose,
            String outcome,
            String... consents) {
        long seq = log.record(List.of(new Access(
                        action,
                        who,
                        purpose,
                        household,
                        person,
                        null,
                        Set.of(),
                        List.of(consents),
                        null,
                        outcome,
                        "request",
                        null)))
                .seq();
        owner.sql("update access_log set at = :at where seq = :seq")
                .param("at", Timestamp.from(at))
                .param("seq", seq)
                .update();
        return seq;
    }

    private Grant look() {
        return log.record(List.of(new Access(
                Access.Action.SEARCH,
                DORTE,
                "log-control",
                null,
                null,
                null,
                Set.of(),
                List.of(),
                null,
                "test",
                "request",
                null)));
    }

    private static Query query(By by, Set<HouseholdId> households, Set<PersonId> persons, Set<String> actors) {
        return new Query(
                TUESDAY.minus(Duration.ofDays(30)),
                TUESDAY.plus(Duration.ofDays(1)),
                by,
                households,
                persons,
                actors,
                Set.of());
    }

    private List<Long> found(Query query) {
        return reading.find(look(), query, 100).rows().stream().map(LogRow::seq).toList();
    }

    @Test
    void rowsAreFoundByHouseholdEmployeeAndKindTheNewestFirst() {
        long first = row(JENS, Access.Action.VIEW, TUESDAY, home, "s1/1");
        long second = row(JENS, Access.Action.FETCH, TUESDAY, home, "s1/1");
        row(JENS, Access.Action.VIEW, TUESDAY, HouseholdId.random(), "s2/1");
        long night = row(Viewer.HUB, Access.Action.FETCH, TUESDAY, home, "s1/1");

        assertThat(found(query(By.EVERYBODY, Set.of(home), Set.of(), Set.of()))).containsExactly(night, second, first);
        assertThat(found(query(By.PEOPLE, Set.of(home), Set.of(), Set.of()))).containsExactly(second, first);
        assertThat(found(query(By.EVERYBODY, Set.of(), Set.of(), Set.of("samblik"))))
                .containsExactly(night);
        Query views = new Query(
                TUESDAY,
                TUESDAY.plusSeconds(1),
                By.PEOPLE,
                Set.of(home),
                Set.of(),
                Set.of(),
                Set.of(Access.Action.VIEW));
        assertThat(found(views)).containsExactly(first);
        assertThat(reading.find(look(), query(By.EVERYBODY, Set.of(), Set.of(), Set.of()), 2))
                .satisfies(some -> assertThat(some.rows()).hasSize(2))
                .satisfies(some -> assertThat(some.inAll()).isEqualTo(4));
    }

    @Test
    void aPersonsRowsAreThoseOfTheHouseholdWithoutThoseAboutOthersOfIt() {
        PersonId anna = PersonId.random();
        long household = row(JENS, Access.Action.VIEW, TUESDAY, home, "s1/1");
        long own = full(Viewer.HUB, Access.Action.FETCH, TUESDAY, home, anna, "HELHEDSINDSATS", "OK", "s1/1");
        full(Viewer.HUB, Access.Action.FETCH, TUESDAY, home, PersonId.random(), "HELHEDSINDSATS", "OK", "s2/1");

        assertThat(found(query(By.EVERYBODY, Set.of(home), Set.of(anna), Set.of())))
                .containsExactly(own, household);
    }

    @Test
    void whatIsAskedForIsNeverPartOfTheStatement() {
        row(JENS, Access.Action.VIEW, TUESDAY, home, "s1/1");

        assertThat(found(query(By.EVERYBODY, Set.of(), Set.of(), Set.of("x' or actor <> '", "{jens}", "\"jens\""))))
                .isEmpty();
    }

    @Test
    void theSameSeedDrawsTheSameLooksAndAnotherSeedOthers() {
        for (int number = 0; number < 60; number++) {
            row(JENS, Access.Action.VIEW, TUESDAY.plusSeconds(number), HouseholdId.random(), "s1/1");
        }
        Instant until = TUESDAY.plus(Duration.ofHours(1));
        Sample one = reading.sample(look(), TUESDAY, until, 7, 10);

        assertThat(one.outOf()).isEqualTo(60);
        assertThat(one.rows()).hasSize(10).doesNotHaveDuplicates();
        assertThat(reading.sample(look(), TUESDAY, until, 7, 10)).isEqualTo(one);
        assertThat(reading.sample(look(), TUESDAY, until, 8, 10).rows()).isNotEqualTo(one.rows());
        assertThat(reading.rows(look(), one.rows()).keySet()).containsExactlyInAnyOrderElementsOf(one.rows());
    }

    @Test
    void listsTheHubsWorkAndTheOverseersOwnLooksAreNotDrawnFrom() {
        row(JENS, Access.Action.SEARCH, TUESDAY, home, "s1/1");
        row(Viewer.HUB, Access.Action.FETCH, TUESDAY, home, "s1/1");
        full(DORTE, Access.Action.SEARCH, TUESDAY, home, null, "log-control", "OK");
        long search = full(JENS, Access.Action.SEARCH, TUESDAY, home, null, "name-search", "OK");
        long refused = full(JENS, Access.Action.DENIED, TUESDAY, home, null, "household-work", "NOT_YOURS");

        assertThat(reading.sample(look(), TUESDAY, TUESDAY.plusSeconds(1), 1, 25)
                        .rows())
                .containsExactlyInAnyOrder(search, refused);
    }

    private List<Noticed> noticed(Signal signal) {
        Map<Signal, List<Noticed>> all = signals.since(look(), TUESDAY.minus(Duration.ofDays(30)), LIMITS);
        assertThat(all.entrySet().stream()
                        .filter(one -> one.getKey() != signal)
                        .flatMap(one -> one.getValue().stream()))
                .as("no other kind of signal")
                .isEmpty();
        return all.getOrDefault(signal, List.of());
    }

    @Test
    void ordinaryWorkIsNoSignal() {
        row(JENS, Access.Action.VIEW, TUESDAY, home, "s1/1");
        row(JENS, Access.Action.FETCH, TUESDAY, home, "s1/1");
        row(JENS, Access.Action.VIEW, Instant.parse("2026-03-10T17:59:59Z"), home, "s1/1");
        row(JENS, Access.Action.VIEW, Instant.parse("2026-03-10T05:00:00Z"), home, "s1/1");
        row(Viewer.HUB, Access.Action.FETCH, Instant.parse("2026-03-08T02:00:00Z"), home);

        assertThat(noticed(Signal.MANY)).isEmpty();
    }

    @Test
    void atWeekendsAndOutsideTheHoursOfWorkInCopenhagenIsNoticedDayByDay() {
        row(JENS, Access.Action.VIEW, Instant.parse("2026-03-10T18:00:00Z"), home, "s1/1");
        row(JENS, Access.Action.VIEW, Instant.parse("2026-03-10T21:00:00Z"), home, "s1/1");
        row(JENS, Access.Action.VIEW, Instant.parse("2026-03-10T04:59:59Z"), home, "s1/1");
        row(JENS, Access.Action.VIEW, Instant.parse("2026-03-07T11:00:00Z"), home, "s1/1");
        row(JENS, Access.Action.VIEW, Instant.parse("2026-03-06T23:30:00Z"), home, "s1/1");

        assertThat(noticed(Signal.AFTER_HOURS)).extracting(Noticed::rows).containsExactly(3L, 2L);
        assertThat(noticed(Signal.AFTER_HOURS)).allSatisfy(one -> {
            assertThat(one.actor()).isEqualTo("jens");
            assertThat(one.households()).containsExactly(home);
        });
    }

    @Test
    void manyHouseholdsWithinAnHourAreNoticedAndOneManyTimesIsNot() {
        for (int number = 0; number < 4; number++) {
            row(JENS, Access.Action.VIEW, TUESDAY.plusSeconds(number), home, "s1/1");
        }
        assertThat(noticed(Signal.MANY)).isEmpty();
        row(JENS, Access.Action.REVEAL_CPR, TUESDAY, HouseholdId.random(), "s1/1");
        row(JENS, Access.Action.DETAIL, TUESDAY, HouseholdId.random(), "s1/1");
        row(JENS, Access.Action.PRINT, TUESDAY, HouseholdId.random(), "s1/1");

        assertThat(noticed(Signal.MANY))
                .singleElement()
                .satisfies(one -> assertThat(one.households()).hasSize(4));
    }

    @Test
    void aRefusedHouseholdAProtectedAddressAndAHouseholdWithoutConsentAreNoticed() {
        full(JENS, Access.Action.DENIED, TUESDAY, home, null, "household-work", "NOT_YOURS");
        assertThat(noticed(Signal.OTHER_AREA)).hasSize(1);
        owner.sql("delete from access_log").update();
        row(JENS, Access.Action.REVEAL_ADDRESS, TUESDAY, home, "s1/1");
        assertThat(noticed(Signal.PROTECTED)).hasSize(1);
        owner.sql("delete from access_log").update();
        row(JENS, Access.Action.VIEW, TUESDAY, home);
        assertThat(noticed(Signal.WITHOUT_CONSENT)).hasSize(1);
        assertThat(signals.opened(look(), TUESDAY, 10))
                .singleElement()
                .satisfies(one -> assertThat(one.households()).containsExactly(home));
    }

    @Test
    void whoeverAsksForAHouseholdAfterTheConsentWasTakenBackIsNoticed() {
        full(JENS, Access.Action.DENIED, TUESDAY, home, null, "household-work", "WITHDRAWN");

        assertThat(noticed(Signal.WITHOUT_CONSENT))
                .singleElement()
                .satisfies(one -> assertThat(one.households()).containsExactly(home));
    }

    @Test
    void workThatNeedsNoConsentIsNoSignalOfOneThatIsMissing() {
        full(JENS, Access.Action.VIEW, TUESDAY, home, null, HouseholdAccess.DESK_PURPOSE, "OK");
        full(JENS, Access.Action.EXPORT, TUESDAY, home, null, "GDPR-15", "OK");
        full(JENS, Access.Action.SEARCH, TUESDAY, home, null, "household-work", "OK");
        assertThat(noticed(Signal.WITHOUT_CONSENT)).isEmpty();

        full(JENS, Access.Action.REVEAL_CPR, TUESDAY, home, null, "household-work", "OK");
        assertThat(noticed(Signal.WITHOUT_CONSENT)).hasSize(1);
    }

    @Test
    void whatWasFetchedAndShownUnderAConsentIsCountedWithoutItsReceipts() {
        UUID mistaken = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        full(Viewer.HUB, Access.Action.FETCH, TUESDAY, home, null, "night", "OK", mistaken + "/1");
        full(Viewer.HUB, Access.Action.FETCH, TUESDAY, home, null, "night", "OK", other + "/1", mistaken + "/2");
        full(JENS, Access.Action.VIEW, TUESDAY, home, null, "household-work", "OK", mistaken + "/2", other + "/1");
        full(JENS, Access.Action.VIEW, TUESDAY, home, null, "CONSENT_RECEIPT", "OK", mistaken + "/2");
        full(JENS, Access.Action.CONSENT_WITHDRAWN, TUESDAY, home, null, "WITHDRAWAL", "MISTAKE", mistaken + "/3");

        assertThat(reading.under(look(), Set.of(home), Set.of(mistaken, UUID.randomUUID())))
                .isEqualTo(Map.of(mistaken, new Used(2, 1)));
        assertThat(reading.under(look(), Set.of(HouseholdId.random()), Set.of(mistaken)))
                .isEmpty();
    }
}
