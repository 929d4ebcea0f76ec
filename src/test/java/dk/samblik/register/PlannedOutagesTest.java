package dk.samblik.register;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the teams are told of a source that will be away: in its period only, the latest word, and taken back in one step. */
class PlannedOutagesTest {

    private static final Instant EIGHT = Instant.parse("2026-11-17T07:00:00Z");

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.ops().sql().sql("delete from planned_outage").update();
    }

    private static PlannedOutages at(Instant now) {
        return TestOutages.on(database, new CivilClock(Clock.fixed(now, ZoneOffset.UTC)));
    }

    @Test
    void theTeamsAreToldInThePeriodOnly() {
        at(EIGHT).plan("social", "Lukket for opdatering.", EIGHT, EIGHT.plus(Duration.ofHours(4)), "ivan");

        assertThat(at(EIGHT.minusSeconds(1)).now()).isEmpty();
        assertThat(at(EIGHT).now())
                .extracting(PlannedOutages.Planned::message)
                .containsExactly("Lukket for opdatering.");
        assertThat(at(EIGHT.plus(Duration.ofHours(4))).now()).isEmpty();
    }

    @Test
    void theHubIsClosedInThePeriodOnlyAndItsTeamsAreToldADayBefore() {
        Duration day = Duration.ofHours(24);
        Instant ten = EIGHT.plus(Duration.ofHours(2));
        at(EIGHT.minus(day)).plan(PlannedOutages.HUB, "Vi opgraderer.", EIGHT, ten, "ivan");

        assertThat(at(EIGHT.minus(day).minusSeconds(1)).now()).isEmpty();
        assertThat(at(EIGHT.minus(day)).now())
                .extracting(PlannedOutages.Planned::title)
                .containsExactly("Samblik");
        assertThat(at(EIGHT.minusSeconds(1)).closedUntil()).isEmpty();
        assertThat(at(EIGHT).closedUntil()).contains(ten);
        assertThat(at(ten).closedUntil()).isEmpty();
    }

    @Test
    void theHubIsOpenAsSoonAsTheClosingIsTakenBack() {
        at(EIGHT).plan(PlannedOutages.HUB, "Vi opgraderer.", EIGHT, EIGHT.plusSeconds(60), "ivan");

        at(EIGHT).takeBack(at(EIGHT).latest(PlannedOutages.HUB).orElseThrow(), "ivan");

        assertThat(at(EIGHT).closedUntil()).isEmpty();
    }

    @Test
    void theLatestWordCountsAndTakingItBackLetsTheOneBeforeStand() {
        at(EIGHT).plan("social", "Lukket til 12.", EIGHT, EIGHT.plus(Duration.ofHours(4)), "ivan");
        at(EIGHT).plan("social", "Lukket til 14.", EIGHT, EIGHT.plus(Duration.ofHours(6)), "ivan");
        assertThat(at(EIGHT).now()).extracting(PlannedOutages.Planned::message).containsExactly("Lukket til 14.");

        at(EIGHT).takeBack(at(EIGHT).latest("social").orElseThrow(), "ivan");

        assertThat(at(EIGHT).now()).extracting(PlannedOutages.Planned::message).containsExactly("Lukket til 12.");
    }
}
