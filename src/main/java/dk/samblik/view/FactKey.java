package dk.samblik.view;

import dk.samblik.mapping.Fact;
import java.util.List;
import java.util.Locale;

/** What makes a fact the same one at two times: whose, from where, and the register's own key or what stands for it. */
final class FactKey {

    private FactKey() {}

    static List<Object> of(Sourced<? extends Fact> sourced) {
        return List.of(sourced.person(), sourced.from().register(), own(sourced.fact()));
    }

    private static Object own(Fact fact) {
        if (fact instanceof Fact.Case c) {
            return c.key();
        }
        if (fact instanceof Fact.Measure m) {
            return m.key();
        }
        if (fact instanceof Fact.Appointment a) {
            return a.key();
        }
        if (fact instanceof Fact.Deadline d) {
            return d.key();
        }
        if (fact instanceof Fact.Benefit b) {
            return List.of(b.kind().code(), b.from());
        }
        if (fact instanceof Fact.Education e) {
            return List.of(e.name() == null ? "" : e.name().toLowerCase(Locale.ROOT), e.from());
        }
        // The register's key names the institution; hidden and shown must still be the same place.
        return fact instanceof Fact.Enrolment e ? List.of(e.kind().code(), e.from()) : fact;
    }
}
