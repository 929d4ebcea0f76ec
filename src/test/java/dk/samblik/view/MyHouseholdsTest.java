package dk.samblik.view;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.access.Grant;
import dk.samblik.access.TestAccess;
import dk.samblik.access.Viewer;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.mapping.Answer.Outcome;
import dk.samblik.mapping.Fact;
import dk.samblik.meeting.Meetings;
import dk.samblik.view.MyHouseholds.Followed;
import dk.samblik.view.MyHouseholds.Since;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The start page: which household needs me now, and why. */
class MyHouseholdsTest {

    private static final Viewer MAJA =
            new Viewer("maja", "Maja Test", Viewer.Role.TEAM, "Fjordsted Kommune", Set.of("Mosebakken"));
    private static final Viewer IT =
            new Viewer("it", "Ib Test", Viewer.Role.IT, "Fjordsted Kommune", Set.of("Mosebakken"));
    private static final Fact CASE = Facts.openCase("J-1", LocalDate.of(2026, 9, 1));

    private final PublishStory story = new PublishStory();
    private final ConsentedHousehold home = story.household("Amina");
    private final ConsentedPerson amina = home.persons().get(0);

    @AfterEach
    void close() {
        story.close();
    }

    private MyHouseholds mine() {
        return new MyHouseholds(story.database.web(), story.views(), seen(), meetings(), story.clock());
    }

    private Meetings meetings() {
        return new Meetings(story.database.web(), story.clock());
    }

    private Seen seen() {
        return new Seen(story.database.web(), story.clock());
    }

    private List<HouseholdRow> rows(Since since) {
        Followed followed = mine().followed(MAJA);
        Grant grant = TestAccess.grant(followed.shown().toArray(HouseholdId[]::new));
        return mine().of(grant, followed, MAJA, since);
    }

    @Test
    void aTeamFollowsTheHouseholdsOfItsAreasAndItFollowsNone() {
        story.owner.sql("""
                        insert into household (household_id, number, area, project_code, enrolled)
                        values (gen_random_uuid(), 'H-8001', 'Engparken', 'P', date '2026-01-01')
                        """).update();
        assertThat(mine().followed(MAJA).shown()).containsExactly(home.id());
        assertThat(mine().followed(MAJA).inAll())
                .as("others are not counted either")
                .isEqualTo(1);
        assertThat(mine().followed(IT).shown()).isEmpty();
        assertThat(mine().followed(new Viewer("x", "X", Viewer.Role.TEAM, "F", Set.of("Skovparken")))
                        .shown())
                .isEmpty();
    }

    @Test
    void ofTooManyTheNearestMeetingsAreOpenedAndTheRestIsCounted() {
        story.owner.sql("""
                        insert into household (household_id, number, area, project_code, enrolled, meeting_date)
                        select gen_random_uuid(), 'H-9' || lpad(n::text, 4, '0'), 'Mosebakken', 'P', date '2026-01-01',
                          case when n > :most then date '2028-09-01' - n end
                          from generate_series(1, :most + 2) n
                        """).param("most", MyHouseholds.MOST).update();
        HouseholdId nearest = numbered(MyHouseholds.MOST + 2);

        Followed followed = mine().followed(MAJA);

        assertThat(followed.inAll()).isEqualTo(MyHouseholds.MOST + 3);
        assertThat(followed.shown()).hasSize(MyHouseholds.MOST).startsWith(nearest);
    }

    private HouseholdId numbered(int n) {
        return new HouseholdId(story.owner
                .sql("select household_id from household where number = 'H-9' || lpad(cast(:n as text), 4, '0')")
                .param("n", n)
                .query(UUID.class)
                .single());
    }

    @Test
    void withoutAGrantThereIsNoRow() {
        story.answers("jobcenter", amina, CASE).publish(home);

        assertThat(mine().of(TestAccess.grant(), mine().followed(MAJA), MAJA, Since.SEEN))
                .isEmpty();
    }

    @Test
    void newIsNewToTheOneWhoLooks() {
        story.answers("jobcenter", amina, CASE).publish(home);
        assertThat(rows(Since.SEEN).get(0).compared()).isFalse();

        seen().mark("maja", home.id(), 1);
        story.answers("jobcenter", amina, CASE, Facts.deadline("d", LocalDate.of(2026, 12, 1), null))
                .publish(home);

        HouseholdRow row = rows(Since.SEEN).get(0);
        assertThat(row.compared()).isTrue();
        assertThat(row.changes()).extracting(Change::kind).containsExactly(Change.Kind.DEADLINE_NEW);
        assertThat(row.next()).extracting(CalendarEntry::date).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void sinceAWeekIsMeasuredFromTheVersionThatStoodThen() {
        story.answers("jobcenter", amina, CASE).publish(home);
        story.later(Duration.ofDays(5));
        story.answers("jobcenter", amina, CASE, Facts.openCase("J-2", LocalDate.of(2026, 11, 20)))
                .publish(home);
        story.later(Duration.ofDays(3));

        assertThat(rows(Since.WEEK).get(0).changes()).extracting(Change::kind).containsExactly(Change.Kind.CASE_NEW);
    }

    @Test
    void aLookIsSetBack() {
        Optional<Seen.Look> before = seen().find("maja", home.id());
        seen().mark("maja", home.id(), 1);
        seen().restore("maja", home.id(), before);

        assertThat(seen().find("maja", home.id())).isEmpty();
    }

    @Test
    void aLookThatIsUndoneMakesWhatWasNewNewAgain() {
        story.answers("jobcenter", amina, CASE).publish(home);
        seen().mark("maja", home.id(), 1);
        story.answers("jobcenter", amina, CASE, Facts.openCase("J-2", LocalDate.of(2026, 11, 20)))
                .publish(home);
        seen().mark("maja", home.id(), 2);
        seen().mark("maja", home.id(), 2);
        assertThat(rows(Since.SEEN).get(0).changes()).isEmpty();
        assertThat(rows(Since.SEEN).get(0).seen()).isTrue();

        seen().undo("maja", home.id());

        assertThat(rows(Since.SEEN).get(0).changes()).extracting(Change::kind).containsExactly(Change.Kind.CASE_NEW);
        seen().undo("maja", home.id());
        assertThat(rows(Since.SEEN).get(0).compared()).isFalse();
    }

    @Test
    void sinceTheLastMeetingIsMeasuredFromTheEndOfItsDayAlsoWhenTheNextIsSet() {
        story.answers("jobcenter", amina, CASE).publish(home);
        meetings().set(home.id(), LocalDate.of(2026, 11, 18), null, 0, MAJA);
        assertThat(rows(Since.MEETING).get(0).compared()).isFalse();
        story.later(Duration.ofDays(4));
        story.answers("jobcenter", amina, CASE, Facts.openCase("J-2", LocalDate.of(2026, 11, 20)))
                .publish(home);
        meetings().set(home.id(), LocalDate.of(2026, 12, 16), null, 1, MAJA);

        assertThat(rows(Since.MEETING).get(0).changes())
                .extracting(Change::kind)
                .containsExactly(Change.Kind.CASE_NEW);
    }

    @Test
    void anAppointmentIsToldOnThePageAndDoesNotCountAsNew() {
        assertThat(Change.Kind.values())
                .filteredOn(kind -> !kind.counts())
                .contains(Change.Kind.APPOINTMENT_NEW, Change.Kind.DISAGREEMENT_GONE)
                .doesNotContain(Change.Kind.CASE_NEW, Change.Kind.MOVED, Change.Kind.CONSENT_WITHDRAWN);
    }

    @Test
    void whoHasLeftIsFinishedOnceTheDayIsThere() {
        story.answers("jobcenter", amina, CASE).publish(home);
        assertThat(rows(Since.SEEN).get(0).finished()).isNull();

        story.owner.sql("update household set exit_date = date '2026-11-16'").update();

        assertThat(rows(Since.SEEN).get(0).finished()).isEqualTo(LocalDate.of(2026, 11, 16));
    }

    @Test
    void theWorstStateOfTheLanesIsNamed() {
        story.answers("jobcenter", amina, CASE)
                .answers("boern-og-unge", amina)
                .answers("bolig", amina)
                .says("social", amina, new Outcome.Unavailable("NO_ANSWER"))
                .publish(home);

        HouseholdRow row = rows(Since.SEEN).get(0);
        assertThat(row.worst()).isEqualTo(LaneState.DOWN_EMPTY);
        assertThat(row.worstIn()).isEqualTo(Department.SOCIAL);
    }

    @Test
    void whatWasTakenBackIsListedForThirtyDays() {
        story.answers("jobcenter", amina, CASE).publish(home);
        for (Department source : Department.values()) {
            story.withdraws(amina.id(), source);
        }
        story.owner
                .sql("update consent set status = 'WITHDRAWN', withdrawn_at = timestamptz '2026-11-17 11:00Z'")
                .update();
        story.later(Duration.ofDays(30));
        assertThat(rows(Since.SEEN)).extracting(HouseholdRow::withdrawn).containsExactly(LocalDate.of(2026, 11, 17));

        story.later(Duration.ofDays(1));
        assertThat(rows(Since.SEEN)).isEmpty();
    }

    @Test
    void withoutAConsentInForceNobodyIsThereToBeFound() {
        Grant grant = TestAccess.grant(home.id());
        Followed followed = mine().followed(MAJA);
        assertThat(mine().inForce(grant, followed, UnaryOperator.identity())).hasSize(1);
        assertThat(mine().inForce(TestAccess.grant(), followed, UnaryOperator.identity()))
                .isEmpty();

        for (Department source : Department.values()) {
            story.withdraws(amina.id(), source);
        }

        assertThat(mine().followed(MAJA).shown()).containsExactly(home.id());
        assertThat(mine().inForce(grant, followed, UnaryOperator.identity())).isEmpty();
    }
}
