package dk.samblik.effect.formula;

import static dk.samblik.effect.formula.HandWorked.ALL;
import static dk.samblik.effect.formula.HandWorked.NONE;
import static dk.samblik.effect.formula.HandWorked.SPRING;
import static dk.samblik.effect.formula.HandWorked.day;
import static dk.samblik.effect.formula.HandWorked.row;
import static dk.samblik.effect.formula.HandWorked.rows;
import static dk.samblik.effect.formula.HandWorked.spell;

import dk.samblik.effect.formula.Coordination.Agreement;
import dk.samblik.effect.formula.Coordination.Appointment;
import dk.samblik.effect.formula.Coordination.Case;
import dk.samblik.effect.formula.Housing.Threat;
import dk.samblik.effect.formula.Progress.Direction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** C1 to C6, H1, W1 and P1 of domain 9, worked by hand: [9] are its own check values; the comment over a row is its arithmetic. */
class HouseholdFormulasTest {

    @TestFactory
    Stream<DynamicTest> coordination() {
        List<Case> cases = List.of(
                new Case("EMPLOYMENT", "1", day("2025-01-01"), null, "a"),
                new Case("EMPLOYMENT", "2", day("2025-01-31"), null, "a"),
                new Case("CHILDREN", "1", day("2024-01-01"), day("2025-02-01"), "b"),
                new Case("SOCIAL", "1", day("2024-01-01"), day("2025-01-31"), "c"),
                new Case("SOCIAL", "2", day("2025-02-01"), null, null));
        LocalDate end = day("2025-01-31");
        return rows(
                // open on 31 January: both of employment and the children's, which closes the day after: 2 departments
                row("C1", "2", Coordination.departments(cases, end)),
                row("C2", "3", Coordination.cases(cases, end)),
                // a, a, b
                row("C3", "2", Coordination.caseworkers(cases, end)),
                // on 28 February: employment twice and a case of social services without a caseworker
                row("C3 of a case nobody is named in", "1", Coordination.caseworkers(cases, day("2025-02-28"))),
                row("C1 before anything was opened", "0", Coordination.departments(cases, day("2023-01-31"))),
                // one that ended on the day, one that began on it, one before: 2
                row(
                        "C4",
                        "2",
                        Coordination.plans(
                                List.of(
                                        spell("2025-01-01", "2025-01-31"),
                                        spell("2025-01-31", null),
                                        spell("2024-01-01", "2025-01-30")),
                                end)),
                // 0, 10 and 31 days; the one that waits is none: the middle is 10
                row(
                        "C5",
                        "10",
                        median(
                                agreed("2025-01-01", "2025-01-01"),
                                agreed("2025-01-01", "2025-01-11"),
                                agreed("2025-01-01", "2025-02-01"),
                                agreed("2025-01-01", null))),
                // 28 February to 1 March 2024 is 2 days over the leap day, and 5: (2 + 5)/2 = 3,5
                row(
                        "C5 of two, over a leap day",
                        "3.5",
                        median(agreed("2024-02-28", "2024-03-01"), agreed("2024-01-01", "2024-01-06"))),
                row("C5 of none", NONE, median(agreed("2025-01-01", null))),
                // 1 to 15 January, though it was marked as done on the 3rd: 14
                row("C5 of a measure", "14", median(led("2025-01-01", "2025-01-15", "2025-01-03"))),
                row("C5 of a measure of one that is not done", "14", median(led("2025-01-01", "2025-01-15", null))),
                // its start was corrected to the day before it was made
                row("C5 of a measure from before", "0", median(led("2025-01-01", "2024-12-31", "2025-01-11"))),
                // 14 by its measure and 10 done: 24/2
                row(
                        "C5 of both",
                        "12",
                        median(led("2025-01-01", "2025-01-15", null), agreed("2025-01-01", "2025-01-11"))),
                // 1 of 5 = 20 %
                row("C6 of five appointments", "20.00", missed(4, 1)),
                // 4 are too few
                row("C6 of four", NONE, missed(3, 1)),
                // 2/7 = 28,571…
                row("C6 of seven", "28.57", missed(5, 2)));
    }

    @TestFactory
    Stream<DynamicTest> housingAndWellbeing() {
        return rows(
                row("H1 of a quiet half-year", "1.00", home()),
                // arrears at step 1 are no threat yet
                row("H1 at step 1", "1.00", home(new Threat.Reminder(1, spell("2025-01-01", null)))),
                row("H1 at step 2", "0.00", home(new Threat.Reminder(2, spell("2025-06-30", null)))),
                // step 2 ended the day before the period
                row("H1 after step 2", "1.00", home(new Threat.Reminder(2, spell("2024-11-01", "2024-12-31")))),
                row("H1 of an eviction on the last day", "0.00", home(new Threat.Eviction(day("2025-06-30")))),
                row("H1 of an eviction the day after", "1.00", home(new Threat.Eviction(day("2025-07-01")))),
                row("H1 of a termination", "0.00", home(new Threat.Termination(day("2025-01-01")))),
                // (3 + 2 + 2 + 1 + 3)·4 = 11·4
                row("[9] W1", "44.00", Wellbeing.score(Arrays.asList(3, 2, 2, 1, 3))),
                // (3 + 2 + 2 + 1) = 8, the missing one is 2: 10·4
                row("W1 with one missing", "40.00", Wellbeing.score(Arrays.asList(3, 2, 2, 1, null))),
                // (3 + 3 + 3 + 2) = 11, the missing one is 2,75: 13,75·4 = 55
                row(
                        "W1 with a mean that is no whole number",
                        "55.00",
                        Wellbeing.score(Arrays.asList(3, 3, null, 3, 2))),
                row("W1 with two missing", NONE, Wellbeing.score(Arrays.asList(3, null, 2, 1, null))),
                row("W1 at the bottom", "0.00", Wellbeing.score(Arrays.asList(0, 0, 0, 0, 0))),
                row("W1 at the top", "100.00", Wellbeing.score(Arrays.asList(5, 5, 5, 5, 5))),
                row("50 is low", "true", Wellbeing.low(new BigDecimal("50"))),
                row("52 is not", "false", Wellbeing.low(new BigDecimal("52"))),
                row("44 to 54 is noticeable", "true", Wellbeing.noticeable(new BigDecimal("44"), new BigDecimal("54"))),
                row("44 to 52 is not", "false", Wellbeing.noticeable(new BigDecimal("44"), new BigDecimal("52"))));
    }

    @TestFactory
    Stream<DynamicTest> progress() {
        return rows(
                // 60 to 50 weeks in a hundred: 10 pp fewer, at the threshold
                row("P1 E6 ten fewer", "BETTER", change("60", "50", "10", Direction.DOWN)),
                row("P1 E6 9,99 fewer", "UNCHANGED", change("60", "50.01", "10", Direction.DOWN)),
                row("P1 S1 two more", "WORSE", change("8.70", "10.70", "2", Direction.DOWN)),
                row("P1 D1 five more", "BETTER", change("77.78", "82.78", "5", Direction.UP)),
                row("P1 W1 ten fewer", "WORSE", change("54", "44", "10", Direction.UP)),
                row("P1 without a value before", NONE, change(null, "44", "10", Direction.UP)),
                row(
                        "P1 in all",
                        "Progress[better=2, unchanged=0, worse=1]",
                        Progress.of(List.of(Progress.Change.BETTER, Progress.Change.WORSE, Progress.Change.BETTER))));
    }

    private static Agreement agreed(String made, @Nullable String done) {
        return new Agreement(day(made), null, done == null ? null : day(done));
    }

    private static Agreement led(String made, String began, @Nullable String done) {
        return new Agreement(day(made), day(began), done == null ? null : day(done));
    }

    private static Optional<BigDecimal> median(Agreement... agreements) {
        return Median.of(Coordination.daysToAction(List.of(agreements)));
    }

    private static Optional<BigDecimal> missed(int held, int missed) {
        List<Appointment> all = IntStream.range(0, held + missed)
                .mapToObj(at -> new Appointment(day("2025-03-01").plusDays(at), at < held))
                .toList();
        return Coordination.missed(all, ALL, SPRING).percent();
    }

    private static Optional<BigDecimal> home(Threat... threats) {
        return Housing.stable(List.of(threats), ALL, SPRING).value();
    }

    private static Optional<Progress.Change> change(
            @Nullable String before, String after, String threshold, Direction good) {
        return Progress.of(
                Optional.ofNullable(before).map(BigDecimal::new),
                Optional.of(new BigDecimal(after)),
                new BigDecimal(threshold),
                good);
    }
}
