package dk.samblik.effect.formula;

import static dk.samblik.effect.formula.HandWorked.NONE;
import static dk.samblik.effect.formula.HandWorked.SPRING;
import static dk.samblik.effect.formula.HandWorked.day;
import static dk.samblik.effect.formula.HandWorked.row;
import static dk.samblik.effect.formula.HandWorked.rows;
import static dk.samblik.effect.formula.HandWorked.spell;

import dk.samblik.effect.formula.DayCare.Visit;
import dk.samblik.effect.formula.School.Days;
import dk.samblik.effect.formula.School.Kind;
import dk.samblik.effect.formula.School.Pupil;
import dk.samblik.effect.formula.School.Quarter;
import dk.samblik.effect.formula.School.Weighted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** S1 to S3, D1 and D2 of domain 9, worked by hand: [9] are its own check values; the comment over a row is its arithmetic. */
class ChildrenFormulasTest {

    @TestFactory
    Stream<DynamicTest> school() {
        Pupil check = pupil(new Days(23, 3, 1, 2, 4));
        return rows(
                // 3/23 = 13,043…
                row("[9] S1 sick", "13.04", check.absence(Kind.SICK).percent()),
                // 1/23 = 4,347…
                row("[9] S1 permitted", "4.35", check.absence(Kind.PERMITTED).percent()),
                // 2/23 = 8,695…
                row("[9] S1 unlawful", "8.70", check.absence(Kind.UNLAWFUL).percent()),
                // 6/23 = 26,086…; the four partial days count 0
                row("[9] S1 total", "26.09", check.absence().percent()),
                // two quarters, (3 + 1)/(40 + 60) = 4/100
                row(
                        "S1 over two quarters",
                        "4.00",
                        pupil(new Days(40, 3, 0, 0, 0), new Days(60, 1, 0, 0, 0))
                                .absence()
                                .percent()),
                // no school day at all: nothing to divide by
                row(
                        "S1 of no school days",
                        NONE,
                        pupil(new Days(0, 0, 0, 0, 0)).absence().percent()),
                // 6/60 = exactly 10 %
                row("S2 at ten per cent", "WARNING", mark(60, 6)),
                // 5/51 = 9,80 %
                row("S2 below ten", "NONE", mark(51, 5)),
                // 9/60 = exactly 15 %
                row("S2 at fifteen", "REPORT", mark(60, 9)),
                // 149/1000 = 14,9 %
                row("S2 just below fifteen", "WARNING", mark(1000, 149)),
                // 9 995/100 000 = 9,995 %, which is 10,00 when rounded and yet below 10
                row("S2 by the exact fraction", "NONE", mark(100_000, 9_995)),
                row("S2 of no school days", "INSUFFICIENT", mark(0, 0)),
                // 10 % for 6 months and 40 % for 3: (10·6 + 40·3)/9 = 180/9 = 20
                row(
                        "S1 of a household",
                        "20.00",
                        School.household(List.of(weighted(10, "6"), weighted(40, "3")))
                                .percent()),
                // 10 % for 6 months and 40 % for 0,5 (enrolled 1 to 15 June): (60 + 20)/6,5 = 12,307…
                row(
                        "S1 of a half month",
                        "12.31",
                        School.household(List.of(weighted(10, "6"), weighted(40, "0.50")))
                                .percent()),
                // enrolled 15 January on: 17/31 + 5 = 5,548…
                row("months from the 15th", "5.55", months("2025-01-15", null)),
                // enrolled 1 to 15 June: 15/30 = 0,5
                row("half a month", "0.50", months("2025-06-01", "2025-06-15")),
                // the whole half-year
                row("all months", "6.00", months("2020-08-01", null)),
                // 10/100 is not more than 10 %, 11/100 is, 0/100 is not: 1/3
                row(
                        "S3 is more than ten per cent",
                        "33.33",
                        School.high(List.of(absent(10), absent(11), absent(0))).percent()),
                // of no pupils
                row("S3 of nobody", NONE, School.high(List.of()).percent()));
    }

    @TestFactory
    Stream<DynamicTest> dayCare() {
        YearMonth april = YearMonth.of(2025, 4);
        return rows(
                // April 2025 has 22 weekdays; Maundy Thursday 17, Good Friday 18, Easter Monday 21: 19; closed on the
                // 30th: 18
                row(
                        "weekdays less holidays and closing days",
                        "18",
                        DayCare.expected(
                                List.of(spell("2024-01-01", null)),
                                Set.of(day("2025-04-30")),
                                new Period(april, april))),
                // May 2025 has 22 weekdays; Ascension is the 29th: 21. From the 15th: 12 weekdays less one
                row(
                        "half a month of expected days",
                        "11",
                        DayCare.expected(
                                List.of(spell("2025-05-15", null)),
                                Set.of(),
                                new Period(YearMonth.of(2025, 5), YearMonth.of(2025, 5)))),
                // store bededag, 5 May 2023, was a holiday; 26 April 2024 is not: 22 weekdays less Easter Monday 1
                // April
                row(
                        "no prayer day in 2024",
                        "21",
                        DayCare.expected(
                                List.of(spell("2024-01-01", null)),
                                Set.of(),
                                new Period(YearMonth.of(2024, 4), YearMonth.of(2024, 4)))),
                // 14/18 = 77,777…; the child's own two days of holiday stay among the 18
                row(
                        "D1",
                        "77.78",
                        DayCare.attendance(new DayCare.Days(18, 14, 2), 30, 30).percent()),
                // nothing expected
                row(
                        "D1 of a closed month",
                        NONE,
                        DayCare.attendance(new DayCare.Days(0, 0, 0), 30, 30).percent()),
                // 24 of 31 days told = 77,4 %
                row(
                        "D1 of 24 days told",
                        NONE,
                        DayCare.attendance(new DayCare.Days(18, 14, 2), 24, 31).percent()),
                // 20 days of 8 hours in the 30 days of April: 160·7/30 = 37,333…
                row("D2", "37.33", hours(20, 0)),
                // 16 days of 8 hours and 4 without check-out, each the median 8: the same 160 hours; 4/20 = 20 % is not
                // more than 20
                row("D2 with 20 % missing", "37.33", hours(16, 4)),
                // 15 and 5: 25 %
                row("D2 with 25 % missing", NONE, hours(15, 5)),
                // 8 days in 15 days of place (16 to 30 April): 64·7/15 = 29,866…
                row(
                        "D2 of half a month",
                        "29.87",
                        DayCare.hours(visits(16, 8, 0), List.of(spell("2025-04-16", null)), april)
                                .weekly()
                                .value()),
                // nobody came and nothing is missing: 0·7/30
                row("D2 of no visits", "0.00", hours(0, 0)));
    }

    private static Pupil pupil(Days... days) {
        return new Pupil(List.of(days), 181, 181);
    }

    private static Object mark(int schoolDays, int unlawful) {
        return Quarter.of(new Days(schoolDays, 0, 0, unlawful, 0), false).mark();
    }

    private static Measured absent(int of100) {
        return pupil(new Days(100, of100, 0, 0, 0)).absence();
    }

    private static Weighted weighted(int of100, String months) {
        return new Weighted(absent(of100), new BigDecimal(months));
    }

    private static BigDecimal months(String from, @Nullable String until) {
        return School.months(List.of(spell(from, until)), SPRING);
    }

    private static Optional<BigDecimal> hours(int whole, int missing) {
        return DayCare.hours(visits(1, whole, missing), List.of(spell("2024-01-01", null)), YearMonth.of(2025, 4))
                .weekly()
                .value();
    }

    /** Days in April 2025 from this one on, eight hours each, the last ones without a check-out. */
    private static List<Visit> visits(int first, int whole, int missing) {
        return IntStream.range(0, whole + missing)
                .mapToObj(at -> new Visit(
                        LocalDate.of(2025, 4, first + at), LocalTime.of(8, 0), at < whole ? LocalTime.of(16, 0) : null))
                .toList();
    }
}
