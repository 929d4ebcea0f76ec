package dk.samblik.view;

import static dk.samblik.view.Facts.absence;
import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** What an adult earns hours by and learns, and a child's months, as a page puts them together. */
class WorkInViewTest {

    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);

    private final Husstand home = new Husstand();

    private static Fact.PaidHours paid(YearMonth month, String hours) {
        return new Fact.PaidHours(month, new BigDecimal(hours), null);
    }

    @Test
    void hoursOfTwoEmployersAreAddedAndTheNewestMonthsComeFirst() {
        PersonId karim = home.member("Karim", LocalDate.of(1982, 5, 5));
        home.answers(
                karim,
                "jobcenter",
                paid(FEBRUARY.minusMonths(2), "10.00"),
                paid(FEBRUARY, "20.00"),
                paid(FEBRUARY, "7.50"),
                paid(FEBRUARY.minusMonths(1), "12.00"));

        assertThat(home.merged().incomes().get(0).newestHours(2)).hasToString("{2026-02=27.50, 2026-01=12.00}");
    }

    @Test
    void anEducationThatRunsComesBeforeOneThatIsOver() {
        PersonId karim = home.member("Karim", LocalDate.of(1982, 5, 5));
        home.answers(karim, "jobcenter", education("COMPLETED", 2025), education("ACTIVE", 2024));

        assertThat(home.merged().incomes().get(0).educations())
                .extracting(one -> one.fact().status().canonical())
                .containsExactly("ACTIVE", "COMPLETED");
    }

    @Test
    void theTimelineTellsWhenAnEducationBeganAndHowItEnded() {
        PersonId karim = home.member("Karim", LocalDate.of(1982, 5, 5));
        LocalDate planned = Husstand.TODAY.minusDays(1);
        home.answers(
                karim,
                "jobcenter",
                Facts.education("Kok", "COMPLETED", LocalDate.of(2024, 8, 1), LocalDate.of(2025, 6, 30)),
                Facts.education("Tjener", "BROKEN_OFF", LocalDate.of(2025, 8, 1), LocalDate.of(2025, 9, 1)),
                Facts.education(null, "BROKEN_OFF", LocalDate.of(2025, 10, 1), null),
                Facts.education("Smed", "ACTIVE", LocalDate.of(2025, 11, 1), planned));

        assertThat(home.merged().timeline())
                .extracting(moment -> moment.date() + " " + moment.kind() + " " + moment.text())
                .containsExactly(
                        "2025-11-01 EDUCATION_STARTED Smed",
                        "2025-10-01 EDUCATION_STARTED null",
                        "2025-09-01 EDUCATION_BROKEN_OFF Tjener",
                        "2025-08-01 EDUCATION_STARTED Tjener",
                        "2025-06-30 EDUCATION_COMPLETED Kok",
                        "2024-08-01 EDUCATION_STARTED Kok");
    }

    private static Fact.Education education(String status, int year) {
        return Facts.education(null, status, LocalDate.of(year, 8, 1), null);
    }

    @Test
    void monthsMakeAQuarterSchoolBySchool() {
        PersonId lea = home.member("Lea", LocalDate.of(2018, 1, 1));
        home.answers(
                lea,
                "boern-og-unge",
                absence(FEBRUARY, 20, 3),
                absence(FEBRUARY.plusMonths(1), 7, 0),
                absence(FEBRUARY.minusMonths(3), 19, 1),
                absence(FEBRUARY.minusMonths(5), 21, 5));

        Child child = home.merged().children().get(0);
        assertThat(child.bySchool())
                .extracting(one -> one.days().name() + " " + one.days().schoolDays() + " "
                        + one.days().unlawful())
                .containsExactly("2026-Q1 27 3", "2025-Q4 19 1");
    }

    /** 6.000 minutes and one day of 300 in the middle, by 7 over 60 and 31, are 23,71 hours. */
    @Test
    void hoursOfTheObligatoryOfferAreAWeek() {
        Fact.CareHours most = new Fact.CareHours("Solstrålen", FEBRUARY, 31, 21, 1, 6000, new BigDecimal("300"));
        Fact.CareHours few = new Fact.CareHours("Solstrålen", FEBRUARY, 31, 20, 5, 6000, new BigDecimal("300"));
        Fact.CareHours none = new Fact.CareHours("Solstrålen", FEBRUARY, 28, 0, 0, 0, null);

        assertThat(most.weekly()).contains(new BigDecimal("23.71"));
        assertThat(few.weekly()).isEmpty();
        assertThat(none.weekly()).contains(new BigDecimal("0.00"));
    }
}
