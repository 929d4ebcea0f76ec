package dk.samblik.view;

import dk.samblik.mapping.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether something still runs on a day; an end counts as its last day. */
final class Current {

    private Current() {}

    static boolean on(LocalDate day, @Nullable LocalDate from, @Nullable LocalDate until) {
        return (from == null || !from.isAfter(day)) && (until == null || !until.isBefore(day));
    }

    static boolean on(LocalDate day, Fact.Measure measure) {
        return !"ENDED".equals(measure.status().canonical()) && on(day, null, measure.until());
    }

    static boolean on(LocalDate day, Fact.Tenancy tenancy) {
        return on(day, tenancy.from(), tenancy.until());
    }

    /** Whether the fact means that its department is at work with the person on that day. */
    static boolean involves(LocalDate day, Fact fact) {
        if (fact instanceof Fact.Case c) {
            return c.open();
        }
        if (fact instanceof Fact.Measure m) {
            return on(day, m);
        }
        if (fact instanceof Fact.Benefit b) {
            return on(day, b.from(), b.until());
        }
        if (fact instanceof Fact.Classification c) {
            return on(day, c.since(), c.until());
        }
        if (fact instanceof Fact.Enrolment e) {
            return on(day, e.from(), e.until());
        }
        return fact instanceof Fact.Anonymous || fact instanceof Fact.Tenancy t && on(day, t);
    }
}
