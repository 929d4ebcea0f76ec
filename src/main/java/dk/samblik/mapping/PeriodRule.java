package dk.samblik.mapping;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has ended too long ago is not shown, and what ends before it starts is wrong. */
final class PeriodRule {

    private static final Verdict TOO_OLD = new Verdict.Filtered("ended before the period of the consent");

    private PeriodRule() {}

    /** From when to when something lasts, and by which component of the fact its end is known. */
    private record Span(@Nullable LocalDate start, @Nullable LocalDate end, String endIs) {}

    /** Why the fact is not shown, if so. */
    static Optional<Verdict> against(Fact fact, LocalDate back, RecordMapping mapping) {
        Span span = span(fact);
        if (span == null) {
            return Optional.empty();
        }
        if (span.start() != null && span.end() != null && span.end().isBefore(span.start())) {
            return Optional.of(new Verdict.Refused(Rejection.Reason.Q04, mapping.column(span.endIs())));
        }
        LocalDate last = span.end() == null ? closedWithoutDate(fact) : span.end();
        return last != null && last.isBefore(back) ? Optional.of(TOO_OLD) : Optional.empty();
    }

    /** A case that is closed nobody knows when counts as closed the day it was opened; an education that is over alike. */
    private static @Nullable LocalDate closedWithoutDate(Fact fact) {
        if (fact instanceof Fact.Education that
                && !"ACTIVE".equals(that.status().canonical())) {
            return that.from();
        }
        return fact instanceof Fact.Case that && !that.open() ? that.opened() : null;
    }

    private static @Nullable Span span(Fact fact) {
        if (fact instanceof Fact.Case that) {
            return new Span(that.opened(), that.closed(), "closed");
        } else if (fact instanceof Fact.Worker that) {
            return new Span(that.from(), that.until(), "until");
        } else if (fact instanceof Fact.Measure that) {
            return new Span(that.from(), that.until(), "until");
        } else if (fact instanceof Fact.Benefit that) {
            return new Span(that.from(), that.until(), "until");
        } else if (fact instanceof Fact.PaidHours that) {
            return month(that.month());
        } else if (fact instanceof Fact.Absence that) {
            return month(that.month());
        } else if (fact instanceof Fact.CareHours that) {
            return month(that.month());
        } else if (fact instanceof Fact.Education that) {
            return new Span(that.from(), that.until(), "until");
        } else if (fact instanceof Fact.Enrolment that) {
            return new Span(that.from(), that.until(), "until");
        } else if (fact instanceof Fact.Tenancy that) {
            return new Span(that.from(), that.until(), "until");
        } else if (fact instanceof Fact.Classification that) {
            return new Span(that.since(), that.until(), "until");
        } else if (fact instanceof Fact.Appointment that) {
            return new Span(null, that.date(), "date");
        } else if (fact instanceof Fact.Deadline that) {
            return new Span(null, that.met(), "met");
        }
        return null;
    }

    private static Span month(YearMonth month) {
        return new Span(month.atDay(1), month.atEndOfMonth(), "month");
    }
}
