package dk.samblik.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.consent.TestLeavers;
import dk.samblik.household.HouseholdId;
import dk.samblik.run.TestRuns;
import dk.samblik.storage.TestDatabase;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A household that is ended: not asked about again, its series frozen, its content gone on the day. */
class HouseholdEndsTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2026, 3, 2);

    private final TestDatabase database = TestDatabase.fresh();
    private final Asked asked = new Asked(database);
    private final HouseholdId home = asked.enrolled("H-1", "Lærkevænget", "FREMSKUDT", LONG_AGO);
    private final HouseholdId other = asked.enrolled("H-2", "Lærkevænget", "FREMSKUDT", LONG_AGO);

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> openToday() {
        return asked.owner
                .sql("select number from household where enrolled <= :today"
                        + " and (exit_date is null or exit_date >= :today) order by 1")
                .param("today", asked.today)
                .query(String.class)
                .list();
    }

    @Test
    void itIsNotAskedAboutFromThatMomentOn() {
        assertThat(asked.ends().end(home, "MOVED", Asked.KAJ)).isTrue();

        assertThat(openToday()).containsExactly("H-2");
        TestRuns.on(database, asked.clock(), 5).night();
        assertThat(asked.texts("select household_id::text from run_item")).containsExactly(other.toString());
    }

    @Test
    void itsSeriesEndsOnItsLastDayAndStays() {
        asked.ends().end(home, "COMPLETED", Asked.KAJ);
        asked.today = Asked.START.plusYears(2);

        Enrolments.Enrolment enrolment = asked.enrolments().of(home).orElseThrow();
        assertThat(enrolment.month()).isEqualTo(YearMonth.of(2026, 3));
        assertThat(enrolment.ended()).isEqualTo(Asked.START.minusDays(1));
        assertThat(enrolment.frozenAfter()).contains(YearMonth.of(2026, 11));
        assertThat(enrolment.reason()).isEqualTo("COMPLETED");
        assertThat(asked.enrolments().in("FREMSKUDT")).hasSize(2);
    }

    @Test
    void whatIsStoredStaysForThirtyDaysAndGoesOnTheDayAfter() {
        asked.ends().end(home, "COMPLETED", Asked.KAJ);
        LocalDate gone = asked.ends().goneAfter(asked.ends().lastDay());
        assertThat(gone).isEqualTo(Asked.START.plusDays(30));

        asked.today = gone.minusDays(1);
        TestLeavers.clear(database, asked.vault, asked.clock());
        assertThat(inForce()).containsExactlyInAnyOrder("H-1", "H-2");

        asked.today = gone;
        TestLeavers.clear(database, asked.vault, asked.clock());
        assertThat(inForce()).containsExactly("H-2");
    }

    private List<String> inForce() {
        return asked.texts("select number from consent_in_force join household using (household_id)");
    }

    @Test
    void oneThatCameInTodayIsNotEndedToday() {
        HouseholdId fresh = asked.enrolled("H-3", "Lærkevænget", "FREMSKUDT", Asked.START);

        assertThat(asked.ends().end(fresh, "MOVED", Asked.KAJ)).isFalse();
        assertThat(openToday()).contains("H-3");
    }

    @Test
    void endingTwiceIsEndingOnce() {
        asked.ends().end(home, "MOVED", Asked.KAJ);
        asked.today = Asked.START.plusDays(3);

        assertThat(asked.ends().end(home, "COMPLETED", Asked.KAJ)).isFalse();
        assertThat(asked.enrolments().of(home).orElseThrow().reason()).isEqualTo("MOVED");
    }

    @Test
    void whoLeftIsNobodysMemberAnyMoreAndMayComeBackAsAnotherHousehold() {
        asked.ends().end(home, "OWN_WISH", Asked.KAJ);

        assertThat(asked.texts("select number from member join household using (household_id) where member_to is null"))
                .containsExactly("H-2");
        assertThat(asked.texts("select status from consent where household_id = '" + home + "'"))
                .as("the proof is untouched; a new household needs a consent of its own")
                .containsExactly("ACTIVE");
    }

    @Test
    void progressAndFlowCountThoseWhoTakePartAndThoseWhoHave() {
        asked.seen(home);
        asked.ends().end(home, "COMPLETED", Asked.KAJ);

        Enrolments.Progress progress = asked.enrolments().progress(asked.programmes.of("FREMSKUDT"));
        assertThat(progress).isEqualTo(new Enrolments.Progress(1, 1, 180));
        assertThat(progress.all()).isEqualTo(2);
        assertThat(asked.enrolments().flow("FREMSKUDT"))
                .containsExactlyInAnyOrder(
                        new Enrolments.Flow("Lærkevænget", "2026-1", Step.CONSENT_GIVEN, 2),
                        new Enrolments.Flow("Lærkevænget", "2026-1", Step.ACTIVE, 1),
                        new Enrolments.Flow("Lærkevænget", "2026-2", Step.ENDED, 1));
    }
}
