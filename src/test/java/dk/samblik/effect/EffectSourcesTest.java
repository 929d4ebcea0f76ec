package dk.samblik.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.access.TestAccess;
import dk.samblik.access.Viewer;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.household.Department;
import dk.samblik.mapping.Coded;
import dk.samblik.mapping.Fact;
import dk.samblik.meeting.LedTo;
import dk.samblik.meeting.OwnLine;
import dk.samblik.meeting.OwnLines;
import dk.samblik.view.PublishStory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every figure of work, school, day care and agreements, from what is published to its value, worked by hand. */
class EffectSourcesTest {

    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);

    private final EffectStory effect = new EffectStory();
    private final PublishStory story = effect.story;
    private final ConsentedHousehold home = story.household("Amina", "Lea");
    private final ConsentedPerson amina = home.persons().get(0);
    private final ConsentedPerson lea = home.persons().get(1);
    private final List<Fact> job = new ArrayList<>();
    private final List<Fact> school = new ArrayList<>();

    @AfterEach
    void close() {
        story.close();
    }

    private static Coded code(String canonical) {
        return new Coded(canonical, canonical, canonical, true);
    }

    private void paid(YearMonth month, String hours, String kind) {
        job.add(new Fact.PaidHours(month, new BigDecimal(hours), kind.isEmpty() ? null : code(kind)));
    }

    private void studied(String status, String from, String until) {
        LocalDate end = until.isEmpty() ? null : LocalDate.parse(until);
        job.add(new Fact.Education(null, code(status), LocalDate.parse(from), end));
    }

    private void compute() {
        story.answers("folkeregister", amina, EffectStory.born("Amina", "1985-04-02"))
                .answers("folkeregister", lea, EffectStory.born("Lea", "2017-05-06", amina.id()))
                .answers("jobcenter", amina, job.toArray(Fact[]::new))
                .answers("boern-og-unge", lea, school.toArray(Fact[]::new));
        story.publish(home);
        effect.compute();
    }

    private void value(String indicator, int k, String expected) {
        assertThat(effect.value(indicator, k).map(BigDecimal::toPlainString))
                .as(indicator)
                .isEqualTo(expected.isEmpty() ? Optional.empty() : Optional.of(expected));
    }

    /** Hours 0 (20 of them subsidised), 0, 37, 80,17, 160,33, 40 + 160 in F1, February to July: domain 9, check values. */
    @Test
    void paidHoursBecomeWork() {
        paid(FEBRUARY, "20.00", "SUBSIDISED");
        paid(FEBRUARY.plusMonths(2), "37.00", "ORDINARY");
        paid(FEBRUARY.plusMonths(3), "80.17", "ORDINARY");
        paid(FEBRUARY.plusMonths(4), "160.33", "ORDINARY");
        paid(FEBRUARY.plusMonths(5), "40.00", "ORDINARY");
        paid(FEBRUARY.plusMonths(5), "160.00", "ORDINARY");
        compute();

        value("E1", 1, "66.67");
        value("E2", 1, "50.00");
        value("E3", 1, "72.97");
        value("E4", 1, "0.00");
        value("E5", 1, "66.67");
        // 4 of 6 months are 2/3
        value("HH_E5", 1, "100.00");
        // B began before the consent reaches back
        value("E1", 0, "");
    }

    /**
     * Of February nobody knows whether the hours are ordinary: four of the five other months, 80 %. In July and August the
     * education: 31 of the 181 days of F1. The one that was broken off is dated by nobody.
     */
    @Test
    void whatIsNotKnownIsNotGuessed() {
        paid(FEBRUARY, "20.00", "");
        for (int month = 1; month <= 4; month++) {
            paid(FEBRUARY.plusMonths(month), "10.00", "ORDINARY");
        }
        studied("COMPLETED", "2026-07-01", "2026-08-31");
        studied("BROKEN_OFF", "2026-02-01", "");
        compute();

        value("E1", 1, "80.00");
        value("E4", 1, "17.13");
        value("E5", 1, "100.00");
    }

    @Test
    void whoHasAPensionHasNoOutcomeInWork() {
        paid(FEBRUARY, "20.00", "ORDINARY");
        job.add(new Fact.Benefit(code("DISABILITY_PENSION"), null, LocalDate.of(2020, 1, 1), null));
        compute();

        value("E1", 1, "");
        value("HH_E5", 1, "");
    }

    /** The hours of October are reported by 10 November; a section of the 9th does not tell of them. */
    @Test
    void aMonthIsToldWhenEmployersHaveReportedIt() {
        paid(YearMonth.of(2026, 10), "20.00", "ORDINARY");
        story.later(Duration.ofDays(-7));
        compute();
        assertThat(months("E1")).isEqualTo(8);

        story.later(Duration.ofDays(7));
        compute();
        assertThat(months("E1")).isEqualTo(9);
    }

    private long months(String indicator) {
        return story.owner
                .sql("select count(*) from effect_figure where indicator = :indicator and month >= date '2026-02-01'")
                .param("indicator", indicator)
                .query(Long.class)
                .single();
    }

    /**
     * Enrolled in April: B is October to March, a day of 20 away in each; F1 May to October, 3 in June and 9 in September of 120;
     * of July to September, the last whole quarter, 9 unlawful of 60 are 15 %.
     */
    @Test
    void absenceOfSixMonthsIsComparedWithTheSixBefore() {
        story.owner.sql("update household set enrolled = date '2026-04-01'").update();
        for (int back = 0; back <= 12; back++) {
            YearMonth month = YearMonth.of(2026, 10).minusMonths(back);
            int away = month.isBefore(YearMonth.of(2026, 4)) ? 1 : month.getMonthValue() == 6 ? 3 : 0;
            int unlawful = month.equals(YearMonth.of(2026, 9)) ? 9 : 0;
            school.add(new Fact.Absence("Nordskolen", month, month.atEndOfMonth(), 20, away, 0, unlawful, 0));
        }
        school.add(new Fact.Absence("Nordskolen", YearMonth.of(2026, 11), LocalDate.of(2026, 11, 17), 12, 12, 0, 0, 0));
        compute();

        value("S1", 0, "5.00");
        value("S1", 1, "10.00");
        value("S2", 1, "15.00");
    }

    /** Twenty days of 31 came to 6.000 minutes, one day more unnoted: 6.300 by 7 over 60 and 31 are 23,71 hours in each month. */
    @Test
    void hoursOfTheObligatoryOfferAreCounted() {
        for (int month = 0; month < 6; month++) {
            YearMonth one = FEBRUARY.plusMonths(month);
            school.add(new Fact.CareHours("Solstrålen", one, 31, 21, 1, 6000, new BigDecimal("300")));
        }
        compute();

        value("D2", 1, "23.71");
    }

    @Test
    void tooFewNotedHoursAreNoFigure() {
        for (int month = 0; month < 6; month++) {
            YearMonth one = FEBRUARY.plusMonths(month);
            school.add(new Fact.CareHours("Solstrålen", one, 31, 20, 5, 6000, new BigDecimal("300")));
        }
        compute();

        value("D2", 1, "");
    }

    /** Made on 27 September and done on 15 October; the text is not opened, and an open one is no figure. */
    @Test
    void anAgreementThatIsDoneTookItsDays() {
        Viewer maja =
                new Viewer("maja", "Maja Test", Viewer.Role.COORDINATOR, "Fjordsted Kommune", Set.of("Mosebakken"));
        story.later(Duration.ofDays(-51));
        for (String text : List.of("Ringe til skolen", "Søge plads")) {
            OwnLine.Written written = new OwnLine.Written(Set.of(amina.id()), text, "Maja", null);
            assertThat(effect.lines().keep(home.id(), OwnLine.Kind.AGREEMENT, Optional.empty(), written, maja))
                    .isTrue();
        }
        story.later(Duration.ofDays(18));
        OwnLine first =
                effect.lines().of(TestAccess.grant(home.id()), home.id()).get(0);
        effect.lines().done(home.id(), new OwnLines.Opened(first.id(), first.revision()), true, maja);
        story.later(Duration.ofDays(33));
        compute();

        value("C5", 2, "18.00");
        assertThat(story.owner
                        .sql("select count(*) from effect_figure where indicator = 'C5'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private final Viewer dorte =
            new Viewer("dorte", "Dorte Test", Viewer.Role.TEAM, "Fjordsted Kommune", Set.of("Mosebakken"));

    private OwnLine agreement() {
        return effect.lines().of(TestAccess.grant(home.id()), home.id()).get(0);
    }

    private void agreed() {
        OwnLine.Written written = new OwnLine.Written(Set.of(lea.id()), "Søge praktik", "Dorte", null);
        assertThat(effect.lines().keep(home.id(), OwnLine.Kind.AGREEMENT, Optional.empty(), written, dorte))
                .isTrue();
    }

    private void done() {
        OwnLine line = agreement();
        assertThat(effect.lines().done(home.id(), new OwnLines.Opened(line.id(), line.revision()), true, dorte))
                .isTrue();
    }

    private void ledTo(String key) {
        OwnLine line = agreement();
        LedTo to = new LedTo(amina.id(), Department.EMPLOYMENT, "jobcenter", key);
        assertThat(effect.lines().leads(home.id(), new OwnLines.Opened(line.id(), line.revision()), to, dorte))
                .isTrue();
    }

    private void measure(String key, String status, String from) {
        job.add(new Fact.Measure(
                key, null, null, false, null, LocalDate.parse(from), null, null, code(status), null, null));
    }

    /** The one figure of the agreement there is: its month and its days. */
    private String took() {
        return story.owner
                .sql(
                        "select to_char(month, 'YYYY-MM') || ' ' || numerator::int from effect_figure where indicator = 'C5'")
                .query(String.class)
                .single();
    }

    /**
     * Made on 27 September; the measure begins on 7 October. It counts from its start though nobody marked anything, in the
     * month it is told to begin in, and what is only applied for does not.
     */
    @Test
    void anAgreementThatLedToAMeasureTookTheDaysToItsStart() {
        story.later(Duration.ofDays(-51));
        agreed();
        measure("1", "APPLIED", "2026-10-07");
        story.later(Duration.ofDays(51));
        compute();
        ledTo("1");
        compute();
        value("C5", 2, "");

        job.clear();
        measure("1", "ACTIVE", "2026-10-07");
        compute();
        assertThat(took()).isEqualTo("2026-10 10");

        job.clear();
        measure("1", "ENDED", "2026-09-20");
        compute();
        assertThat(took()).as("corrected to before it was made").isEqualTo("2026-09 0");

        job.clear();
        measure("2", "ACTIVE", "2026-10-07");
        compute();
        assertThat(took()).as("gone from the register: what was known stays").isEqualTo("2026-09 0");
        value("C5", 2, "0.00");
    }

    /** Made on 27 September, done on 15 October; the measure began on 30 September, or begins on 20 November. */
    @Test
    void aMeasureChosenLaterMovesTheFigureAndTheConsentTakesItBack() {
        story.later(Duration.ofDays(-51));
        agreed();
        story.later(Duration.ofDays(18));
        done();
        measure("1", "ACTIVE", "2026-09-30");
        measure("2", "ACTIVE", "2026-11-20");
        story.later(Duration.ofDays(33));
        compute();
        assertThat(took()).isEqualTo("2026-10 18");

        ledTo("2");
        compute();
        assertThat(took()).as("begins in a month that is not over").isEqualTo("2026-10 18");

        ledTo("1");
        compute();
        assertThat(took()).isEqualTo("2026-09 3");

        story.withdraws(amina.id(), Department.EMPLOYMENT);
        compute();
        assertThat(took()).isEqualTo("2026-10 18");
    }
}
