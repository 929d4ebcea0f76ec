package dk.samblik.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.draw.Draw.Prepared;
import dk.samblik.draw.Draw.Source;
import dk.samblik.draw.Draw.State;
import dk.samblik.draw.Lot.Outcome;
import dk.samblik.draw.LotKeys.Line;
import dk.samblik.draw.Tally.What;
import dk.samblik.household.CivilClock;
import dk.samblik.programme.Programme;
import dk.samblik.programme.Programme.Protected;
import dk.samblik.programme.Programmes;
import dk.samblik.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A draw as it is stored: by two people, once, and with nothing of those not drawn when it is closed. */
class DrawsTest {

    private static final Instant NOW = Instant.parse("2026-03-12T08:00:00Z");
    private static final Programme PROGRAMME = Programmes.in(Path.of("programmes")).all().stream()
            .filter(one -> one.draw() != null)
            .findFirst()
            .orElseThrow();
    private static final List<String> AREAS =
            PROGRAMME.areas().stream().map(area -> area.name()).toList();

    private final TestDatabase database = TestDatabase.fresh();
    private final CivilClock clock = new CivilClock(Clock.fixed(NOW, ZoneOffset.UTC));
    private final Draws draws = new Draws(database.draw(), clock);
    private final LotKeys keys = new LotKeys(database.draw(), clock);
    private final Pool pool = pool(40);
    private final Attempts attempts = new Attempts(database.draw(), clock);
    private String number = "";

    @AfterEach
    void close() {
        database.close();
    }

    /** A draw that waits for gorm, as ulla asked. */
    @BeforeEach
    void anOfficerAsks() {
        number = draws.make(PROGRAMME, AREAS, Protected.OTHER_CHANNEL, "ulla");
        draws.counted(draw(), pool, 5, () -> true);
        assertThat(draws.prepared(draw(), new Prepared(8, 4, "48213", "gorm"), false))
                .isTrue();
        assertThat(draws.ask(draw(), "ulla")).isTrue();
    }

    private Draw draw() {
        return draws.find(number).orElseThrow();
    }

    private static Pool pool(int households) {
        Map<String, String> areas = new HashMap<>();
        Tally tally = new Tally(AREAS);
        IntStream.range(0, households).forEach(n -> {
            areas.put("%064x".formatted(n), AREAS.get(n % 2));
            tally.add(AREAS.get(n % 2), What.ELIGIBLE);
        });
        tally.add(AREAS.get(0), What.ENROLLED);
        return new Pool(areas, areas, Map.of(), tally, List.of(new Source("jobcenter", "Jobcenter", NOW, false, 0)));
    }

    private boolean lockedBy(String subject) {
        Outcome outcome = new Lot("48213", pool.strata()).draw(8, 4);
        return database.web().inTransaction(() -> keys.lock(database.web(), draw(), pool, outcome, subject));
    }

    @Test
    void drawsAreNumberedByTheYearAndKeepWhatTheProgrammeSaidThen() {
        assertThat(number).isEqualTo("2026-1");
        assertThat(draws.make(PROGRAMME, AREAS, Protected.EXCLUDE, "ulla")).isEqualTo("2026-2");
        assertThat(draw().criteria().minimumDepartments()).isEqualTo(2);
        assertThat(draw().counted().sources()).hasSize(1);
    }

    @Test
    void aSmallCountIsNotEvenStored() {
        assertThat(draws.tally(draw()).get(AREAS.get(0)).get(What.ELIGIBLE).households())
                .isEqualTo(20);
        assertThat(draws.tally(draw()).get(AREAS.get(0)).get(What.ENROLLED).households())
                .isNull();
    }

    @Test
    void nobodyAsksThemselves() {
        assertThat(draws.takeBack(draw())).isTrue();
        assertThat(draws.ask(draw(), "gorm")).isFalse();
    }

    @Test
    void theDatabaseRefusesALockByWhoeverAsked() {
        assertThatThrownBy(() -> lockedBy("ulla")).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(draw().state()).isEqualTo(State.AWAITING_APPROVAL);
        assertThat(keys.of(draw())).isEmpty();
    }

    @Test
    void aDrawIsLockedOnceAndStaysAsItIs() {
        assertThat(lockedBy("gorm")).isTrue();
        assertThat(lockedBy("gorm")).isFalse();
        assertThat(draws.prepared(draw(), new Prepared(9, 0, "1", "gorm"), false))
                .isFalse();
        assertThatThrownBy(() -> JdbcClient.create(database.owner())
                        .sql("update draw.draw set seed = '1'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        draws.counted(draw(), pool(10), 5, () -> true);
        assertThat(draw().counted().fingerprint()).isEqualTo(pool.fingerprint());
        assertThat(keys.of(draw()).stream().filter(line -> line.part().equals("DRAWN")))
                .hasSize(8);
    }

    @Test
    void anotherPopulationIsNotLocked() {
        draws.counted(draw(), pool(41), 5, () -> true);

        assertThat(draw().state()).isEqualTo(State.DRAFT);
        assertThat(lockedBy("gorm")).isFalse();
    }

    @Test
    void theControlGroupIsHandedOutOnce() {
        lockedBy("gorm");

        assertThat(keys.takeControl(draw(), "ulla")).hasSize(4);
        assertThat(keys.takeControl(draw(), "ulla")).isEmpty();
        assertThat(keys.of(draw()).stream().map(Line::part)).doesNotContain("CONTROL");
    }

    @Test
    void aDrawIsClosedOnlyWhenItsProtocolWasTakenAndThenKeepsThoseDrawnAlone() {
        lockedBy("gorm");
        assertThat(keys.close(draw(), "ulla")).isFalse();
        draws.protocolTaken(draw());

        assertThat(keys.close(draw(), "ulla")).isTrue();
        assertThat(keys.of(draw())).hasSize(8).allMatch(line -> line.part().equals("DRAWN"));
        assertThat(draw().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aDrawIsCountedOnceAtATimeAndOnlyFromWhereItStands() {
        assertThat(attempts.begin(draw(), Attempt.What.COUNT, "ulla"))
                .as("it waits for gorm")
                .isEmpty();
        draws.takeBack(draw());
        assertThat(attempts.begin(draw(), Attempt.What.COUNT, "ulla")).isPresent();
        assertThat(attempts.begin(draw(), Attempt.What.COUNT, "ulla")).isEmpty();
        assertThat(draw().underway(NOW)).isTrue();
    }

    @Test
    void aCountWhoseHubIsGoneIsBegunAgainAndKeepsNothingMore() {
        draws.takeBack(draw());
        UUID lost = attempts.begin(draw(), Attempt.What.COUNT, "ulla").orElseThrow();
        JdbcClient.create(database.owner())
                .sql("update draw.attempt set seen_at = seen_at - interval '31 seconds'")
                .update();

        assertThat(draw().underway(NOW)).isFalse();
        assertThat(draw().attempt().cameTo(NOW)).isEqualTo(Attempt.Came.INTERRUPTED);
        UUID again = attempts.begin(draw(), Attempt.What.COUNT, "ulla").orElseThrow();
        assertThat(attempts.goesOn(lost, Attempt.Stage.OTHERS, 90)).isFalse();
        draws.counted(draw(), pool(10), 5, () -> attempts.end(lost, Attempt.Came.DONE, null));
        assertThat(draw().counted().population()).as("of the lost one").isEqualTo(40);
        draws.counted(draw(), pool(10), 5, () -> attempts.end(again, Attempt.Came.DONE, null));
        assertThat(draw().counted().population()).isEqualTo(10);
        assertThat(draw().underway(NOW)).isFalse();
    }

    @Test
    void theKeyOfADrawIsDueWithItsLock() {
        lockedBy("gorm");

        assertThat(JdbcClient.create(database.owner())
                        .sql("select what from erasure where household_id = :draw")
                        .param("draw", draw().id())
                        .query(String.class)
                        .list())
                .containsExactly("draw");
    }
}
