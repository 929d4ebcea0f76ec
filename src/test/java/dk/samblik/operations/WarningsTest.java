package dk.samblik.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.CivilClock;
import dk.samblik.register.PlannedOutages;
import dk.samblik.register.TestHeld;
import dk.samblik.register.TestOutages;
import dk.samblik.run.Switches;
import dk.samblik.run.TestSwitches;
import dk.samblik.storage.TestDatabase;
import dk.samblik.team.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands first on the operations page: routes that are off, runs without a holder, clocks that disagree. */
class WarningsTest {

    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> said(CivilClock clock) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return new Warnings(
                        database.ops(), switches(clock), TestHeld.on(database), TestOutages.on(database, clock), clock)
                .all(new Words(messages, Locale.forLanguageTag("da"), clock)).stream()
                        .map(Warnings.Warning::text)
                        .toList();
    }

    private Switches switches(CivilClock clock) {
        return TestSwitches.on(database, clock);
    }

    private static CivilClock clock() {
        return new CivilClock(Clock.systemUTC());
    }

    @Test
    void nothingIsSaidWhereNothingIsTheMatter() {
        assertThat(said(clock())).isEmpty();
    }

    @Test
    void thatTheHubIsClosedIsSaid() {
        Instant now = Instant.now();
        TestOutages.on(database, clock())
                .plan(PlannedOutages.HUB, "Vi opgraderer.", now.minusSeconds(60), now.plusSeconds(3600), "ivan");

        assertThat(said(clock())).singleElement().asString().startsWith("Samblik er lukket for alle andre end driften");
    }

    @Test
    void aRouteThatIsOffIsSaid() {
        switches(clock()).set("ask-social", Switches.State.STOPPED, "ivan");

        assertThat(said(clock())).singleElement().asString().startsWith("Ruten ask-social er stoppet siden");
    }

    @Test
    void clocksThatDisagreeAreSaid() {
        CivilClock ahead = new CivilClock(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(90)));

        assertThat(said(ahead)).singleElement().asString().contains("Databasens ur og hubbens ur");
    }

    @Test
    void figuresThatAreOldAreSaidToBe() {
        night("25 hours");
        assertThat(said(clock())).isEmpty();
        JdbcClient.create(database.owner()).sql("delete from run").update();
        night("27 hours");

        assertThat(said(clock())).singleElement().asString().startsWith("Ingen målinger siden ");
    }

    private void night(String ago) {
        JdbcClient.create(database.owner())
                .sql("insert into run (run_id, kind, reason, requested_by, night, requested_at, state, ended_at)"
                        + " values (gen_random_uuid(), 'NIGHTLY', 'NIGHT', 'samblik', current_date, now(), 'DONE',"
                        + " now() - cast(:ago as interval))")
                .param("ago", ago)
                .update();
    }

    @Test
    void aRunWhoseHolderIsSilentIsSaidUnlessItIsPaused() {
        JdbcClient.create(database.owner()).sql("""
                        insert into run (run_id, kind, reason, requested_by, night, requested_at, state, lease_until)
                        values (gen_random_uuid(), 'NIGHTLY', 'NIGHT', 'samblik', current_date, now(), 'RUNNING',
                          now() - interval '5 minutes')
                        """).update();
        assertThat(said(clock())).containsExactly("1 kørsel har mistet sin node og bliver taget op af en anden");

        switches(clock()).set("nightly-run", Switches.State.PAUSED, "ivan");

        assertThat(said(clock())).singleElement().asString().contains("sat på pause");
    }
}
