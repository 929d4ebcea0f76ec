package dk.samblik.effect.formula;

import static dk.samblik.effect.formula.HandWorked.ALL;
import static dk.samblik.effect.formula.HandWorked.NONE;
import static dk.samblik.effect.formula.HandWorked.SPRING;
import static dk.samblik.effect.formula.HandWorked.day;
import static dk.samblik.effect.formula.HandWorked.row;
import static dk.samblik.effect.formula.HandWorked.rows;
import static dk.samblik.effect.formula.HandWorked.spell;
import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.effect.formula.Employment.Worked;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** E1 to E6 and the periods of domain 9, worked by hand: [9] are its own check values; the comment over a row is its arithmetic. */
class WorkFormulasTest {

    @TestFactory
    Stream<DynamicTest> employment() {
        Employment six = worked("0", "0", "37", "80.17", "160.33", "200");
        Employment edge = worked("80.165", "80.164", "80.17", "80.16", "0.004", "0.005");
        Education none = Education.of(List.of(), ALL, SPRING);
        return rows(
                // 4 months above 0 of 6: 4/6 = 66,666…
                row("[9] E1 of six months", "66.67", six.any().percent()),
                // 80,17, 160,33 and 200 reach 80,17: 3/6
                row(
                        "[9] E2 of six months",
                        "50.00",
                        six.atLeast(Employment.HALF_TIME).percent()),
                // (0 + 0 + 37 + 80,17 + 160,33 + 160,33)/6 = 437,83/6 = 72,9716…
                row(
                        "[9] E3 of six months",
                        "72.97",
                        six.mean(Employment.FULL_TIME).value()),
                // 80,165 → 80,17 counts; 80,164 → 80,16 does not; 80,17 counts; 80,16, 0,00, 0,01 do not: 2/6
                row(
                        "E2 rounds before it compares",
                        "33.33",
                        edge.atLeast(Employment.HALF_TIME).percent()),
                // 0,004 → 0,00 is no work; 0,005 → 0,01 is: 5/6 = 83,333…
                row("E1 rounds before it compares", "83.33", edge.any().percent()),
                // 160,33 capped at 160,33 and 160,34 too: (160,33 + 160,33)/6 = 53,4433…
                row(
                        "E3 caps at 160,33",
                        "53.44",
                        worked("160.33", "160.34").mean(Employment.FULL_TIME).value()),
                // two jobs in January, 40,08 + 40,09 = 80,17: one month of six
                row(
                        "E2 adds the jobs of a month",
                        "16.67",
                        twoJobs().atLeast(Employment.HALF_TIME).percent()),
                // nobody worked and everything is told: 0/6
                row("E1 of nobody working", "0.00", worked().any().percent()),
                // February to June are told: 28 + 31 + 30 + 31 + 30 = 150 of 181 days = 82,9 %; 0 of 5 months
                row("E1 with a month missing", "0.00", told("2025-02-01").any().percent()),
                // March to June: 122/181 = 67,4 % < 80
                row("E1 with two months missing", NONE, told("2025-03-01").any().percent()),
                // 15 January on: January is half told and so is not; 150/181 = 82,9 %; 0 of 5 months
                row("E1 of a half told month", "0.00", told("2025-01-15").any().percent()),
                // four of six months with hours: 4/6 = 66,666…, and no education
                row("E5 by work alone", "66.67", six.attached(none).percent()),
                // February has 15 days of education (1 to 15), so five of six: 83,333…
                row(
                        "E5 by 15 days of education",
                        "83.33",
                        six.attached(educated("2025-02-01", "2025-02-15")).percent()),
                // 14 days are not enough: 4/6
                row(
                        "E5 not by 14 days",
                        "66.67",
                        six.attached(educated("2025-02-01", "2025-02-14")).percent()),
                // E5 is told by both sources only: education from 15 January on leaves February to June: 4/5
                row(
                        "E5 of the months both tell",
                        "80.00",
                        six.attached(educatedFrom("2025-01-15")).percent()),
                // 31 days of 181 = 17,127…
                row(
                        "E4 of one month",
                        "17.13",
                        educated("2025-03-01", "2025-03-31").share().percent()),
                // 1 to 20 March and 11 to 31 March are 31 days together: 31/181
                row("E4 counts a day once", "17.13", overlapping().share().percent()),
                // nothing told at all
                row(
                        "E4 of silence",
                        NONE,
                        Education.of(List.of(), Known.nothing(), SPRING).share().percent()),
                // 29 days of February 2024 over the 182 days of January to June 2024 = 15,934…
                row("E4 over a leap day", "15.93", leap().share().percent()),
                // parents with 4/6 and 0/6: 4/6 is 2/3, which is enough
                row(
                        "HH_E5 at exactly two thirds",
                        "1.00",
                        Employment.household(List.of(six.attached(none), idle(none)))
                                .value()),
                // 3/6 and 0/6: neither reaches 2/3, both are told
                row(
                        "HH_E5 below two thirds",
                        "0.00",
                        Employment.household(List.of(half(none), idle(none))).value()),
                // 0/6 and one who is not told: nobody can know
                row(
                        "HH_E5 of a parent not told",
                        NONE,
                        Employment.household(List.of(idle(none), Measured.nothing(181)))
                                .value()),
                // 4/6 and one who is not told: one is enough
                row(
                        "HH_E5 of one who is enough",
                        "1.00",
                        Employment.household(List.of(six.attached(none), Measured.nothing(181)))
                                .value()),
                row("HH_E5 of no parents", NONE, Employment.household(List.of()).value()));
    }

    @TestFactory
    Stream<DynamicTest> benefitWeeks() {
        Period winter = new Period(YearMonth.of(2020, 7), YearMonth.of(2020, 12));
        return rows(
                // weeks 1 to 26 of 2025 have their Thursday in the half-year: 26; all of them paid
                row("E6 of a benefit throughout", "100.00", weeks(SPRING, spell("2024-06-01", null))),
                // Wednesday 12 March alone: week 11: 1/26 = 3,846…
                row("E6 of one day", "3.85", weeks(SPRING, spell("2025-03-12", "2025-03-12"))),
                // Sunday 16 and Monday 17 March: weeks 11 and 12: 2/26 = 7,692…
                row("E6 of a Sunday and a Monday", "7.69", weeks(SPRING, spell("2025-03-16", "2025-03-17"))),
                // two benefits in week 11: still one week
                row(
                        "E6 counts a week once",
                        "3.85",
                        weeks(SPRING, spell("2025-03-10", "2025-03-11"), spell("2025-03-12", "2025-03-14"))),
                // Monday 30 December 2024 is in week 1 of 2025, whose Thursday is 2 January: 1/26
                row("E6 of a week over New Year", "3.85", weeks(SPRING, spell("2024-12-30", "2024-12-30"))),
                // 29 December 2024 is a Sunday of week 52 of 2024: 0/26
                row("E6 of the week before", "0.00", weeks(SPRING, spell("2024-12-29", "2024-12-29"))),
                // July to December 2020 holds weeks 27 (Thursday 2 July) to 53 (Thursday 31 December): 27; week 53
                // paid: 1/27 = 3,703…
                row("E6 of week 53", "3.70", weeks(winter, spell("2021-01-03", "2021-01-03"))),
                // of nothing: no benefit, all told
                row("E6 of no benefit", "0.00", weeks(SPRING)),
                // told from Monday 10 February: weeks 7 to 26, 20 of 26 = 76,9 % < 80
                row("E6 of 20 weeks told", NONE, weeksFrom("2025-02-10")),
                // told from Monday 3 February: weeks 6 to 26, 21 of 26 = 80,8 %; 0/21
                row("E6 of 21 weeks told", "0.00", weeksFrom("2025-02-03")));
    }

    @TestFactory
    Stream<DynamicTest> periods() {
        YearMonth enrolled = YearMonth.of(2025, 3);
        return rows(
                // the six months before March
                row("B", "Period[first=2024-09, last=2025-02]", Period.baseline(enrolled)),
                // 6·1-5 = 1 and 6 months after March
                row("F1", "Period[first=2025-04, last=2025-09]", Period.followUp(enrolled, 1)),
                // 6·6-5 = 31 and 36 months after
                row("F6", "Period[first=2027-10, last=2028-03]", Period.followUp(enrolled, 6)),
                // 47 on the first day
                row("of working age", "true", Employment.concerns(day("1977-05-01"), List.of(), SPRING)),
                // 18 on the first day, and on the second
                row("18 on the first day", "true", Employment.concerns(day("2007-01-01"), List.of(), SPRING)),
                row("18 a day late", "false", Employment.concerns(day("2007-01-02"), List.of(), SPRING)),
                // 67 the day after, and on the last day
                row("67 the day after", "true", Employment.concerns(day("1958-07-01"), List.of(), SPRING)),
                row("67 on the last day", "false", Employment.concerns(day("1958-06-30"), List.of(), SPRING)),
                row(
                        "a pension on one day",
                        "false",
                        Employment.concerns(day("1977-05-01"), List.of(spell("2025-06-30", null)), SPRING)));
    }

    @Test
    void everyWeekIsInOneHalfYear() {
        List<LocalDate> mondays = IntStream.rangeClosed(0, 59)
                .mapToObj(half -> YearMonth.of(2000, 1).plusMonths(6L * half))
                .flatMap(first -> new Period(first, first.plusMonths(5)).weeks().stream())
                .toList();

        assertThat(mondays)
                .containsExactlyElementsOf(mondays.get(0)
                        .datesUntil(mondays.get(mondays.size() - 1).plusDays(1), java.time.Period.ofWeeks(1))
                        .toList());
    }

    private static Employment worked(String... hours) {
        List<Worked> months = IntStream.range(0, hours.length)
                .mapToObj(at -> new Worked(SPRING.first().plusMonths(at), new BigDecimal(hours[at])))
                .toList();
        return Employment.of(months, ALL, SPRING);
    }

    private static Employment twoJobs() {
        Worked one = new Worked(SPRING.first(), new BigDecimal("40.08"));
        return Employment.of(List.of(one, new Worked(SPRING.first(), new BigDecimal("40.09"))), ALL, SPRING);
    }

    private static Employment told(String from) {
        return Employment.of(List.of(), Known.between(day(from), SPRING.until()), SPRING);
    }

    private static Measured idle(Education education) {
        return worked().attached(education);
    }

    private static Measured half(Education education) {
        return worked("37", "37", "37").attached(education);
    }

    private static Education educated(String from, String until) {
        return Education.of(List.of(spell(from, until)), ALL, SPRING);
    }

    private static Education educatedFrom(String told) {
        return Education.of(List.of(), Known.between(day(told), SPRING.until()), SPRING);
    }

    private static Education overlapping() {
        List<Spell> twice = List.of(spell("2025-03-01", "2025-03-20"), spell("2025-03-11", "2025-03-31"));
        return Education.of(twice, ALL, SPRING);
    }

    private static Education leap() {
        Period half = new Period(YearMonth.of(2024, 1), YearMonth.of(2024, 6));
        return Education.of(List.of(spell("2024-02-01", "2024-02-29")), ALL, half);
    }

    private static Optional<BigDecimal> weeks(Period period, Spell... paid) {
        Known known = Known.between(day("2019-12-01"), day("2026-12-31"));
        return BenefitWeeks.share(List.of(paid), known, period).percent();
    }

    private static Optional<BigDecimal> weeksFrom(String told) {
        return BenefitWeeks.share(List.of(), Known.between(day(told), day("2025-12-31")), SPRING)
                .percent();
    }
}
