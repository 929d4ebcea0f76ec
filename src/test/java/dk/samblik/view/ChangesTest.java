package dk.samblik.view;

import static dk.samblik.view.Facts.appointment;
import static dk.samblik.view.Facts.benefit;
import static dk.samblik.view.Facts.closedCase;
import static dk.samblik.view.Facts.deadline;
import static dk.samblik.view.Facts.education;
import static dk.samblik.view.Facts.measure;
import static dk.samblik.view.Facts.openCase;
import static dk.samblik.view.Facts.tenancy;
import static dk.samblik.view.Husstand.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as new since a team last looked, and what does not. */
class ChangesTest {

    private final Husstand home = new Husstand();
    private final PersonId amina = home.member("Amina", LocalDate.of(1985, 2, 1));

    private List<Change.Kind> after(String register, Fact[] before, Fact... after) {
        home.answers(amina, register, before);
        HouseholdView then = home.merged();
        home.answers(amina, register, after);
        return Changes.between(then, home.merged()).stream().map(Change::kind).toList();
    }

    private static Fact[] before(Fact... facts) {
        return facts;
    }

    @Test
    void aNewCaseAndAClosedOneCount() {
        assertThat(after("jobcenter", before(), openCase("J-1", TODAY))).containsExactly(Change.Kind.CASE_NEW);
        assertThat(after("jobcenter", before(openCase("J-1", TODAY)), closedCase("J-1", TODAY, TODAY)))
                .containsExactly(Change.Kind.CASE_CLOSED);
    }

    @Test
    void aMovedAppointmentCountsOnce() {
        assertThat(after(
                        "jobcenter",
                        before(appointment("a", TODAY.plusDays(3), "10:00", "PLANNED")),
                        appointment("a", TODAY.plusDays(4), "10:00", "PLANNED")))
                .containsExactly(Change.Kind.APPOINTMENT_CHANGED);
    }

    @Test
    void aDeadlineSetMovedAndMetAreThreeThings() {
        Fact set = deadline("d", TODAY.plusDays(9), null);
        Fact moved = deadline("d", TODAY.plusDays(19), null);
        Fact met = deadline("d", TODAY.plusDays(19), TODAY);

        assertThat(after("boern-og-unge", before(), set)).containsExactly(Change.Kind.DEADLINE_NEW);
        assertThat(after("boern-og-unge", before(set), moved)).containsExactly(Change.Kind.DEADLINE_CHANGED);
        assertThat(after("boern-og-unge", before(moved), met)).containsExactly(Change.Kind.DEADLINE_MET);
    }

    @Test
    void measuresAndBenefitsCountByWhatTheyAre() {
        Fact granted = measure("m", TODAY, null, "GRANTED");
        assertThat(after("social", before(granted), measure("m", TODAY, TODAY.plusDays(60), "GRANTED")))
                .containsExactly(Change.Kind.MEASURE_CHANGED);
        assertThat(after("social", before(granted), measure("m", TODAY, TODAY, "ENDED")))
                .containsExactly(Change.Kind.MEASURE_ENDED);
        assertThat(after(
                        "jobcenter",
                        before(benefit("Dagpenge", TODAY, null)),
                        benefit("Dagpenge", TODAY, TODAY.plusDays(5))))
                .containsExactly(Change.Kind.BENEFIT_ENDED);
    }

    @Test
    void anEducationThatBeginsIsCompletedOrBrokenOffIsNewAndAnotherLastDayIsNot() {
        Fact runs = education("Kok", "ACTIVE", TODAY.minusYears(1), null);

        assertThat(after("jobcenter", before(), runs)).containsExactly(Change.Kind.EDUCATION_NEW);
        assertThat(after(
                        "jobcenter", before(runs), education("kok", "ACTIVE", TODAY.minusYears(1), TODAY.plusDays(90))))
                .isEmpty();
        assertThat(after("jobcenter", before(runs), education("Kok", "COMPLETED", TODAY.minusYears(1), TODAY)))
                .containsExactly(Change.Kind.EDUCATION_COMPLETED);
        assertThat(after("jobcenter", before(runs), education("Kok", "BROKEN_OFF", TODAY.minusYears(1), null)))
                .containsExactly(Change.Kind.EDUCATION_BROKEN_OFF);
        assertThat(after("jobcenter", before(runs), runs, education(null, "ACTIVE", TODAY.minusYears(1), null)))
                .containsExactly(Change.Kind.EDUCATION_NEW);
    }

    /** Each month would be news. */
    @Test
    void theHoursOfAnotherMonthAreNoChange() {
        Fact january = new Fact.PaidHours(YearMonth.of(2026, 1), new BigDecimal("20.00"), null);

        assertThat(after(
                        "jobcenter",
                        before(january),
                        january,
                        new Fact.PaidHours(YearMonth.of(2026, 2), new BigDecimal("37.00"), null)))
                .isEmpty();
    }

    @Test
    void aNewDisagreementCountsAndSoDoesAMove() {
        Fact home = tenancy("1-2-3", TODAY.minusYears(1), "eksempelvej 1");

        assertThat(after("bolig", before(home), home, tenancy("1-2-4", TODAY, "proevevej 9")))
                .containsExactlyInAnyOrder(Change.Kind.MOVED, Change.Kind.DISAGREEMENT_NEW);
    }

    @Test
    void whatWasTakenBackIsSaidWithoutWhatItHeld() {
        home.answers(amina, "social", openCase("S-1", TODAY));
        HouseholdView then = home.merged();
        home.withdraws(amina, Department.SOCIAL);

        List<Change> changes = Changes.between(then, home.merged());

        assertThat(changes).extracting(Change::kind).containsExactly(Change.Kind.CONSENT_WITHDRAWN);
        assertThat(changes).extracting(Change::department).containsExactly(Department.SOCIAL);
    }

    @Test
    void aRegisterThatIsFreshAgainIsNoChange() {
        Fact kept = openCase("S-1", TODAY);
        home.silent(amina, "social", Husstand.TONIGHT, Husstand.TONIGHT.minusSeconds(9), kept);
        HouseholdView then = home.merged();
        home.answers(amina, "social", kept);

        assertThat(Changes.between(then, home.merged())).isEmpty();
    }

    @Test
    void anotherSpellingIsNoChange() {
        Fact.Case before = openCase("J-1", TODAY);
        Fact.Case after = new Fact.Case(
                before.key(),
                before.number(),
                before.subject(),
                before.kind(),
                before.status(),
                true,
                before.opened(),
                null,
                "YDELSER",
                "Mia  Test",
                before.workerTitle(),
                null,
                null);

        assertThat(after("jobcenter", before(before), after)).isEmpty();
    }
}
