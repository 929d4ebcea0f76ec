package dk.samblik.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.access.LogUnavailable;
import dk.samblik.access.Viewer;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.consent.TestChunks;
import dk.samblik.household.Department;
import dk.samblik.household.RunId;
import dk.samblik.mapping.Answer.Outcome;
import dk.samblik.mapping.Rejection;
import dk.samblik.mapping.SaidBy;
import dk.samblik.quarantine.QuarantineGroups;
import dk.samblik.quarantine.QuarantineGroups.Group;
import dk.samblik.quarantine.ReplayFilter;
import dk.samblik.quarantine.Replays;
import dk.samblik.quarantine.Steward;
import dk.samblik.quarantine.TestQuarantine;
import dk.samblik.run.OperatorActions;
import dk.samblik.run.Run;
import dk.samblik.run.TestSwitches;
import dk.samblik.storage.Database;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refused rows are tried and run again, as often as one likes; what was refused stays until it is accepted. */
class ReplaysTest {

    private static final String SAID = "31-02-2026 Zebra 1203859900";
    private static final Viewer STINE =
            new Viewer("stine", "Stine Test", Viewer.Role.STEWARD, "Fjordsted Kommune", Set.of());

    private final PublishStory story = new PublishStory();
    private final ConsentedHousehold home = story.household("Amina", "Karim");
    private final ConsentedPerson amina = home.persons().get(0);

    @BeforeEach
    void threeRowsAreRefused() {
        refuses(17, 18, 19);
        story.publish(home);
        story.later(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        story.close();
    }

    private void refuses(long... records) {
        List<Rejection> refused = LongStream.of(records)
                .mapToObj(record -> new Rejection(
                        "jobcenter", "SAG", record, Rejection.Reason.Q04, "AFSLUTTET", amina.id(), SaidBy.cell(SAID)))
                .toList();
        story.says("jobcenter", amina, new Outcome.Answered(List.of(), refused));
    }

    private Replays replays() {
        return TestQuarantine.replays(story.database, story.clock());
    }

    private ReplayFilter filter() {
        return filter(100);
    }

    private ReplayFilter filter(int most) {
        return new ReplayFilter(
                "jobcenter",
                "Q04",
                "AFSLUTTET",
                "jobcenter@1",
                PublishStory.THREE_AT_NIGHT.minusSeconds(60),
                PublishStory.THREE_AT_NIGHT.plusSeconds(60),
                most);
    }

    private void runs(RunId id) {
        story.owner
                .sql("update run set state = 'RUNNING', fence = 7 where run_id = :run")
                .param("run", id.value())
                .update();
        story.owner
                .sql("update run_item set state = 'CLAIMED', fence = 7 where run_id = :run")
                .param("run", id.value())
                .update();
        story.publish(
                TestChunks.of(new Run(id, Run.Kind.REPLAY, PublishStory.NIGHT, 7, null, "jobcenter"), List.of(home)));
        story.owner
                .sql("update run set state = 'DONE', ended_at = now() where run_id = :run")
                .param("run", id.value())
                .update();
    }

    private Group group() {
        return TestQuarantine.groups(story.database).all().get(0);
    }

    @Test
    void aTrySaysHowManyWouldSucceedAndStoresNothing() {
        assertThat(replays().preview(filter()).rows()).isEqualTo(3);
        RunId run = replays().tryOut(filter(), "ivan").orElseThrow();
        int before = story.version(home);
        story.answers("social", amina, Facts.openCase("J-1", java.time.LocalDate.of(2026, 9, 1)));
        refuses(18);

        runs(run);

        assertThat(replays().outcome(run)).contains(new Replays.Outcome(true, 3, 2, 1));
        assertThat(replays().lastTry(filter())).contains(run);
        assertThat(group().rows()).as("the originals stay").isEqualTo(3);
        assertThat(group().replays()).isZero();
        assertThat(story.version(home)).as("and nothing was published").isEqualTo(before);
    }

    @Test
    void whatSucceedsIsGoneAndWhatFailsStaysAndIsCounted() {
        RunId run = replays().replay(filter(), "ivan").orElseThrow();
        refuses(18);

        runs(run);

        assertThat(replays().outcome(run)).contains(new Replays.Outcome(false, 3, 2, 1));
        assertThat(group().rows()).isEqualTo(1);
        assertThat(group().firstSeen()).isEqualTo(PublishStory.THREE_AT_NIGHT);
    }

    @Test
    void aRowThatFailsThreeTimesNeedsADataSteward() {
        for (int times = 1; times <= 3; times++) {
            assertThat(group().needsSteward()).isFalse();
            RunId run = replays().replay(filter(), "ivan").orElseThrow();
            refuses(17, 18, 19);
            runs(run);
            assertThat(group().replays()).isEqualTo(times);
        }
        assertThat(group().needsSteward()).isTrue();
        assertThat(story.count("quarantine")).as("replaying is not adding").isEqualTo(3);
    }

    @Test
    void aRegisterThatDoesNotAnswerLeavesTheRowsWhereTheyAre() {
        RunId run = replays().replay(filter(), "ivan").orElseThrow();
        story.says("jobcenter", amina, new Outcome.Unavailable("TIMEOUT"));

        runs(run);

        assertThat(replays().outcome(run).orElseThrow().left()).isEqualTo(3);
        assertThat(group().rows()).isEqualTo(3);
    }

    @Test
    void singleRowsAreChosenOutOfAGroup() {
        List<UUID> all = TestQuarantine.groups(story.database).places(group(), 9).stream()
                .map(QuarantineGroups.Place::id)
                .toList();
        ReplayFilter one = ReplayFilter.ofRows("jobcenter", "Q04", "AFSLUTTET", "jobcenter@1", List.of(all.get(1)));
        assertThat(replays().preview(one).rows()).isEqualTo(1);

        RunId run = replays().tryOut(one, "ivan").orElseThrow();
        story.answers("social", amina, Facts.openCase("J-1", java.time.LocalDate.of(2026, 9, 1)));
        refuses(17, 19);
        runs(run);

        assertThat(replays().outcome(run)).contains(new Replays.Outcome(true, 1, 1, 0));
        assertThat(replays().lastTry(one)).contains(run);
        assertThat(replays().lastTry(filter())).as("a try of other rows").isEmpty();
        assertThat(replays().discard(one, Replays.Why.NOT_NEEDED, "ivan")).isEqualTo(1);
        assertThat(group().rows()).isEqualTo(2);
    }

    @Test
    void aRegisterIsAskedOnceAtATime() {
        replays().replay(filter(), "ivan").orElseThrow();

        assertThat(replays().replay(filter(), "ivan")).isEmpty();
        assertThat(replays().tryOut(filter(), "ivan")).isEmpty();
    }

    @Test
    void withoutAPeriodThereIsNoFilter() {
        assertThatThrownBy(() -> new ReplayFilter(
                        "jobcenter", "Q04", null, "x", PublishStory.THREE_AT_NIGHT, PublishStory.THREE_AT_NIGHT, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWithdrawalTakesTheRowsOutOfTheReplay() {
        story.withdraws(amina.id(), Department.EMPLOYMENT);

        assertThat(replays().preview(filter()).rows()).isZero();
    }

    @Test
    void whatIsPutAsideStaysAsideWhileTheSourceSaysTheSame() {
        assertThat(replays().discard(filter(), Replays.Why.NOT_NEEDED, "ivan")).isEqualTo(3);
        assertThat(TestQuarantine.groups(story.database).all()).isEmpty();

        refuses(17, 18, 19, 20);
        story.publish(home);

        assertThat(group().rows()).as("the new row only").isEqualTo(1);
        assertThat(TestQuarantine.groups(story.database).discarded()).isEqualTo(3);
        assertThat(TestSwitches.actions(story.database).latest("", 9))
                .extracting(OperatorActions.OperatorAction::detail)
                .containsExactly("3 NOT_NEEDED");
    }

    private Steward steward(Database audit) {
        return TestQuarantine.steward(story.database, story.clock(), story.vault, audit);
    }

    private UUID row() {
        return TestQuarantine.groups(story.database).places(group(), 1).get(0).id();
    }

    @Test
    void theDataStewardSeesOneCellAfterTheLogHasItAndNoNumberInFull() {
        Steward.Cell cell = steward(story.database.audit())
                .look(row(), STINE, "quality-source")
                .orElseThrow();

        assertThat(cell.text()).isEqualTo("31-02-2026 Zebra 120385-xxxx");
        assertThat(story.owner
                        .sql(
                                "select actor || ' ' || purpose || ' ' || (person_id = ?)::text from access_log where action = 'DETAIL'")
                        .param(amina.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("stine quality-source true");
    }

    @Test
    void aLookThatCannotBeLoggedShowsNothing() {
        UUID row = row();
        story.owner.sql("revoke insert on access_log from hub_audit").update();

        assertThatThrownBy(() -> steward(story.database.audit()).look(row, STINE, "quality-rules"))
                .isInstanceOf(LogUnavailable.class)
                .hasMessageNotContaining("Zebra");
    }

    @Test
    void nobodyElseSeesItNorWithoutAPurposeNorAfterAWithdrawal() {
        UUID row = row();
        Viewer ivan = new Viewer("ivan", "Ivan Test", Viewer.Role.IT, "Fjordsted Kommune", Set.of());

        assertThat(steward(story.database.audit()).look(row, ivan, "quality-rules"))
                .isEmpty();
        assertThat(steward(story.database.audit()).look(row, STINE, "")).isEmpty();
        story.withdraws(amina.id(), Department.EMPLOYMENT);
        assertThat(steward(story.database.audit()).look(row, STINE, "quality-rules"))
                .isEmpty();
        assertThat(story.count("access_log")).isZero();
    }

    @Test
    void whatACellSaidIsSealedAndOnceSweptItStaysGone() {
        assertThat(story.owner
                        .sql("select encode(content_sealed, 'escape') from quarantine")
                        .query(String.class)
                        .list())
                .hasSize(3)
                .noneMatch(stored -> stored.contains("Zebra"));
        story.owner.sql("update quarantine set content_sealed = null").update();

        refuses(17, 18, 19);
        story.publish(home);

        assertThat(steward(story.database.audit())
                        .look(row(), STINE, "quality-rules")
                        .orElseThrow()
                        .text())
                .isNull();
    }
}
