package dk.samblik.effect.formula;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/** Whole calendar months in a row that a figure is about. */
public record Period(YearMonth first, YearMonth last) {

    private static final int MONTHS = 6;

    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a period begins before it ends");
        }
    }

    /** B: the six calendar months before the month of enrolment. */
    public static Period baseline(YearMonth enrolled) {
        return new Period(enrolled.minusMonths(MONTHS), enrolled.minusMonths(1));
    }

    /** F_k: the months 6k-5 to 6k after the month of enrolment; k from 1. */
    public static Period followUp(YearMonth enrolled, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("the first follow-up is number 1");
        }
        return new Period(enrolled.plusMonths(MONTHS * (k - 1L) + 1), enrolled.plusMonths((long) MONTHS * k));
    }

    /** B for 0, else F_k. */
    public static Period at(YearMonth enrolled, int k) {
        return k == 0 ? baseline(enrolled) : followUp(enrolled, k);
    }

    public LocalDate from() {
        return first.atDay(1);
    }

    public LocalDate until() {
        return last.atEndOfMonth();
    }

    public List<LocalDate> days() {
        return from().datesUntil(until().plusDays(1)).toList();
    }

    public List<YearMonth> months() {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    /**
     * The Mondays of its ISO weeks. A week belongs to the period that holds its Thursday, as ISO 8601 has it for years: so
     * each week is in one period and none is lost between two.
     */
    public List<LocalDate> weeks() {
        return from().with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY))
                .datesUntil(until().plusDays(1), java.time.Period.ofWeeks(1))
                .map(thursday -> thursday.minusDays(3))
                .toList();
    }
}
