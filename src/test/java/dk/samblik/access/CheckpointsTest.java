package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.access.SecondPlace.Trouble;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log is vouched for in a second place; when that is out it is seen, and in time nobody is shown any more. */
class CheckpointsTest {

    /** A clock that a test moves. */
    private static final class Shifted extends Clock {

        private Instant now = Instant.parse("2026-03-12T05:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final Shifted time = new Shifted();
    private final CivilClock clock = new CivilClock(time);
    private final Path folder = TestAccess.folder("test-checkpoints");
    private final HouseholdId household = HouseholdId.random();
    private final Viewer jens = new Viewer("jens", "Jens Test", Viewer.Role.TEAM, "Kommune", Set.of("Nord"));
    private TestProof hub = new TestProof(database.audit(), folder, clock);

    @AfterEach
    void drop() {
        hub.close();
        database.close();
    }

    private void look(Viewer viewer, int times) {
        hub.log()
                .record(Stream.generate(() ->
                                Access.of(Access.Action.VIEW, viewer, "arbejde i husstanden", household, "request"))
                        .limit(times)
                        .toList());
    }

    private LogVerify.Verdict verdict() {
        return hub.verify().verify();
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(hub.file());
    }

    private void takeAway() throws IOException {
        Files.move(folder.resolve("checkpoints"), folder.resolve("gone"));
    }

    private void bringBack() throws IOException {
        Files.move(folder.resolve("gone"), folder.resolve("checkpoints"));
    }

    @Test
    void aCheckpointComesEveryFiveMinutesAndSaysWhereTheLogStood() throws IOException {
        look(jens, 3);
        hub.look();
        hub.look();
        time.pass(Duration.ofMinutes(5));
        hub.look();

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0))
                .startsWith("{\"number\":1,\"seq\":3,\"link\":\"")
                .contains("\"rows\":3,");
        assertThat(lines().get(1))
                .startsWith("{\"number\":2,\"seq\":3,\"link\":\"")
                .contains("\"rows\":0,");
        assertThat(verdict().holds()).isTrue();
        assertThat(verdict().provenTo()).isEqualTo(3);
        assertThat(verdict().checkpoints()).isEqualTo(2);
        assertThat(hub.place.written()).contains(time.now);
    }

    @Test
    void aThousandRowsHaveOneAtOnce() {
        hub.look();
        look(jens, 999);
        assertThat(verdict().provenTo()).isZero();
        look(jens, 1);

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(verdict().provenTo()).isEqualTo(1000));
    }

    @Test
    void keyAndCheckpointsAreForTheHubOnly() throws IOException {
        hub.look();

        for (Path secret : List.of(hub.file(), hub.key())) {
            assertThat(Files.getPosixFilePermissions(secret)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void aNewKeySignsOnAndTheOldOneStillProvesWhatItSigned() throws IOException {
        hub.look();
        String before = hub.keys().all().get(0).id();
        String after = hub.keys().renew();
        look(jens, 2);
        time.pass(Duration.ofMinutes(5));
        hub.look();

        assertThat(hub.keys().all()).extracting(CheckpointKeys.Known::id).containsExactly(before, after);
        assertThat(lines().get(0)).contains("\"key\":\"" + before + "\"");
        assertThat(lines().get(1)).contains("\"key\":\"" + after + "\"");
        assertThat(Files.readString(hub.key())).doesNotContain(before);
        assertThat(verdict().holds()).isTrue();
    }

    @Test
    void aLineThatACrashCutShortIsPassedOver() throws IOException {
        hub.look();
        Files.writeString(hub.file(), "{\"number\":2,\"seq\":1,\"li", StandardOpenOption.APPEND);
        time.pass(Duration.ofMinutes(5));
        hub.look();

        assertThat(lines()).hasSize(3);
        assertThat(verdict().holds()).isTrue();
        assertThat(verdict().checkpoints()).isEqualTo(2);
    }

    @Test
    void aSecondPlaceThatIsOutIsTriedAgainAndSeen() throws IOException {
        hub.look();
        takeAway();
        time.pass(Duration.ofMinutes(5));
        hub.look();
        hub.look();

        assertThat(hub.place.trouble()).map(Trouble::reason).contains(Trouble.Reason.NOT_OURS);
        assertThat(hub.place.trouble()).map(Trouble::closes).contains(time.now.plus(Duration.ofHours(4)));
        assertThat(new SecondPlaceHealthIndicator(hub.place).health().getStatus())
                .isEqualTo(Status.DOWN);
        assertThat(hub.meters
                        .get("samblik.access.log.checkpoint.failures")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(Files.exists(hub.file())).isFalse();
        bringBack();
        hub.look();

        assertThat(hub.place.trouble()).isEmpty();
        assertThat(new SecondPlaceHealthIndicator(hub.place).health().getStatus())
                .isEqualTo(Status.UP);
        assertThat(lines()).hasSize(2);
    }

    @Test
    void afterFourHoursNobodyIsShownUntilItIsBack() throws IOException {
        hub.look();
        takeAway();
        look(jens, 1);
        time.pass(Duration.ofHours(4).minusSeconds(1));
        hub.look();
        look(jens, 1);
        time.pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> look(jens, 1)).isInstanceOf(LogUnproven.class);
        assertThat(verdict().rows()).isEqualTo(2);
        bringBack();
        hub.look();

        look(jens, 1);
        assertThat(verdict().rows()).isEqualTo(3);
    }

    @Test
    void theNightAndAWithdrawalGoOnMeanwhile() throws IOException {
        hub.look();
        takeAway();
        look(jens, 1);
        time.pass(Duration.ofHours(5));

        look(Viewer.HUB, 1);
        hub.log().record(List.of(Access.of(Access.Action.CONSENT_WITHDRAWN, jens, "WITHDRAWAL", household, "request")));
        hub.log().record(List.of(Access.of(Access.Action.DENIED, jens, "arbejde i husstanden", household, "request")));
        assertThat(verdict().rows()).isEqualTo(4);
        bringBack();
    }

    @Test
    void aDiskThatHangsIsSeenThoughNothingFails() throws IOException {
        hub.look();
        look(jens, 1);
        time.pass(Duration.ofMinutes(16));

        assertThat(hub.place.trouble()).map(Trouble::reason).contains(Trouble.Reason.UNREACHABLE);
        time.pass(Duration.ofHours(4));
        assertThat(hub.place.closed()).isTrue();
    }

    @Test
    void startingAnewDoesNotStartTheFourHoursAnew() throws IOException {
        hub.look();
        takeAway();
        look(jens, 1);
        time.pass(Duration.ofHours(3));
        hub.close();
        hub = new TestProof(database.audit(), folder, clock);
        time.pass(Duration.ofHours(1));

        assertThat(hub.place.closed()).isTrue();
        bringBack();
    }

    @Test
    void theEndOfAProcessVouchesForItsRows() {
        hub.look();
        look(jens, 2);
        hub.close();

        assertThat(verdict().provenTo()).isEqualTo(2);
    }

    @Test
    void anEmptyFolderInItsPlaceIsNotTakenForIt() throws IOException {
        hub.look();
        takeAway();
        Files.createDirectories(folder.resolve("checkpoints"));
        time.pass(Duration.ofMinutes(5));
        hub.look();

        assertThat(hub.place.trouble()).map(Trouble::reason).contains(Trouble.Reason.NOT_OURS);
        assertThat(Files.exists(hub.file())).isFalse();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsTriedAgain() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("checkpoints"), "a file where the folder should be");
        hub.look();
        assertThat(hub.place.trouble()).map(Trouble::reason).contains(Trouble.Reason.UNREACHABLE);
        Files.delete(folder.resolve("checkpoints"));
        hub.look();

        assertThat(hub.place.trouble()).isEmpty();
    }

    @Test
    void aLogThatContradictsItsLastCheckpointIsNotVouchedForAgain() throws IOException {
        look(jens, 3);
        hub.look();
        owner.sql("update access_log set link = previous where seq = 3").update();
        time.pass(Duration.ofMinutes(5));
        hub.look();

        assertThat(hub.place.trouble()).map(Trouble::reason).contains(Trouble.Reason.LOG_CHANGED);
        assertThat(lines()).hasSize(1);
    }

    /** What retention does: rows up to a checkpoint go. */
    private void delete(long upTo) {
        owner.sql("delete from access_log where seq <= ?").param(upTo).update();
    }

    @Test
    void rowsThatWereKeptLongEnoughMayBeGoneUpToACheckpoint() {
        look(jens, 3);
        hub.look();
        time.pass(Duration.ofDays(100));
        look(jens, 3);
        hub.look();
        time.pass(Duration.ofDays(350));
        look(jens, 1);
        delete(3);

        LogVerify.Verdict verdict = verdict();
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.firstRow()).isEqualTo(4);
        assertThat(verdict.rows()).isEqualTo(4);
        delete(4);
        assertThat(verdict().firstBad()).hasValue(4);
        delete(6);
        assertThat(verdict().firstBad()).as("too young to be gone").hasValue(4);
    }

    @Test
    void theBeginningMayNotGoBeforeItsTime() {
        look(jens, 3);
        hub.look();
        delete(3);

        assertThat(verdict().firstBad()).hasValue(1);
        assertThat(verdict().flaw()).contains(LogVerify.Flaw.MISSING);
    }
}
