package dk.samblik.notice;

import static dk.samblik.notice.NoticeStory.ELSEWHERE;
import static dk.samblik.notice.NoticeStory.HENRIK;
import static dk.samblik.notice.NoticeStory.MAJA;
import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.access.Viewer;
import dk.samblik.household.Department;
import dk.samblik.view.Change.Kind;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is news to whom, what of it is read, and when it is gone. */
class NoticesTest {

    private final NoticeStory story = new NoticeStory();

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void aFirstViewAndANightWithoutAChangeAreNoNews() {
        story.night().night();

        assertThat(story.unread(MAJA)).isZero();
        assertThat(story.count("access_log")).as("nobody was looked at").isZero();
    }

    @Test
    void aNewCaseIsNewsToTheTeamOfItsArea() {
        story.night().nightWithACase();

        assertThat(story.unread(MAJA)).isEqualTo(1);
        assertThat(story.kinds(MAJA)).containsExactly(Kind.CASE_NEW);
        assertThat(story.unread(ELSEWHERE)).isZero();
    }

    @Test
    void theHubsOwnLookIsInTheLogBeforeAnythingIsNoted() {
        story.night().nightWithACase();

        assertThat(story.story
                        .owner
                        .sql("select actor_role || ' ' || action || ' ' || purpose from access_log")
                        .query(String.class)
                        .list())
                .containsExactly("HUB VIEW change-notice");
    }

    @Test
    void whoMayNotSeeTheCaseIsNeitherToldNorCountedAndWhoMaySeeTheTenancyIs() {
        story.night().nightWithACase();
        assertThat(story.unread(HENRIK)).isZero();

        story.nightWithAnEviction();

        assertThat(story.unread(HENRIK)).isEqualTo(1);
        assertThat(story.kinds(HENRIK)).containsExactly(Kind.EVICTION_SET, Kind.ARREARS_STARTED);
        assertThat(story.kinds(MAJA)).containsExactly(Kind.EVICTION_SET, Kind.ARREARS_STARTED, Kind.CASE_NEW);
    }

    @Test
    void somebodyWithoutAPlaceInTheAreaHasNothing() {
        story.night().nightWithACase();

        assertThat(story.unread(new Viewer("maja", "maja", Viewer.Role.TEAM, "Fjordsted Kommune", Set.of())))
                .isZero();
        story.story.owner.sql("delete from staff where subject = 'maja'").update();
        story.nightWithACase();
        assertThat(story.count("notice")).isEqualTo(1);
    }

    @Test
    void whatIsToldOnThePageOnlyIsNoNews() {
        story.night().nightWithAnAppointment();

        assertThat(story.story
                        .owner
                        .sql("select max(version) from view_version")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(story.unread(MAJA)).isZero();
    }

    @Test
    void aHouseholdThatWasOpenedIsReadAndUnreadAgainWhenTheLookIsUndone() {
        story.night().nightWithACase();
        story.story.seen().mark("maja", story.home.id(), 1);
        story.story.seen().mark("maja", story.home.id(), 2);
        assertThat(story.unread(MAJA)).isZero();
        assertThat(story.told(MAJA)).as("it stands in the list still").hasSize(1);

        story.story.seen().undo("maja", story.home.id());

        assertThat(story.unread(MAJA)).isEqualTo(1);
    }

    @Test
    void whatWasShownIsReadInBulkAndWhatCameMeanwhileIsNot() {
        story.night().nightWithACase().nightWithACase();
        long shown = story.newest(MAJA);
        story.nightWithACase();

        story.notices().read("maja", null, shown);

        assertThat(story.notices().page(MAJA, true, 1).notices())
                .extracting(Notice::version)
                .containsExactly(4);
        assertThat(story.notices().page(MAJA, false, 1).inAll()).isEqualTo(3);
        story.notices().read("maja", story.home.id(), story.newest(MAJA));
        assertThat(story.unread(MAJA)).isZero();
    }

    @Test
    void nobodyReadsForSomebodyElse() {
        story.night().nightWithACase();

        story.notices().read("henrik", null, Long.MAX_VALUE);

        assertThat(story.unread(MAJA)).isEqualTo(1);
    }

    @Test
    void whenTheLastConsentEndsAllIsGoneAtOnce() {
        story.night().nightWithACase();

        story.story
                .owner
                .sql("delete from consent_in_force where household_id = :id")
                .param("id", story.home.id().value())
                .update();

        assertThat(story.count("notice")).isZero();
    }

    @Test
    void aConsentThatRanOutIsNotCountedBeforeAnythingIsSwept() {
        story.night().nightWithACase();

        story.story
                .owner
                .sql("update consent_in_force set valid_to = date '2026-11-16'")
                .update();

        assertThat(story.unread(MAJA)).isZero();
        assertThat(story.notices().page(MAJA, false, 1).notices()).isEmpty();
    }

    @Test
    void whatConsentTookAwaySinceIsNotToldThoughTheHouseholdStays() {
        story.night().nightWithACase();

        story.story.withdraws(story.amina.id(), Department.EMPLOYMENT);

        assertThat(story.told(MAJA)).isEmpty();
        assertThat(story.count("notice")).isEqualTo(1);
    }

    @Test
    void lookingThroughTwiceNotesOnce() {
        story.night().nightWithACase();
        story.story.owner.sql("update view_version set noted = false").update();

        story.noting().afterRun();

        assertThat(story.count("notice")).isEqualTo(1);
        assertThat(story.notices().unnoted(10)).isEmpty();
    }

    @Test
    void whatCouldNotBeNotedIsNotedAfterTheNextRun() {
        story.night();
        story.story.owner.sql("revoke insert on notice from hub_web").update();
        story.nightWithACase();
        assertThat(story.unread(MAJA)).isZero();

        story.story.owner.sql("grant insert on notice to hub_web").update();
        story.night();

        assertThat(story.unread(MAJA)).isEqualTo(1);
    }

    @Test
    void theNumberOfTheNavigationIsOneQuestion() {
        story.night().nightWithACase();
        story.statements.sinceLast();

        story.unread(MAJA);

        assertThat(story.statements.sinceLast()).isEqualTo(1);
    }

    @Test
    void aVersionThatIsSweptTakesItsNoticesAlong() {
        story.night().nightWithACase();
        story.story.later(Duration.ofDays(40));

        story.story.owner.sql("delete from view_version where version = 2").update();

        assertThat(story.count("notice")).isZero();
    }
}
