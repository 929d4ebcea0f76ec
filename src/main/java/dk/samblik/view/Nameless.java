package dk.samblik.view;

import dk.samblik.mapping.Fact;

/** A fact without the person who works on it, where a consent covers the fact and not the caseworkers. */
final class Nameless {

    private Nameless() {}

    static Fact of(Fact fact) {
        if (fact instanceof Fact.Case c) {
            return new Fact.Case(
                    c.key(),
                    c.number(),
                    c.subject(),
                    c.kind(),
                    c.status(),
                    c.open(),
                    c.opened(),
                    c.closed(),
                    c.unit(),
                    null,
                    null,
                    null,
                    null);
        }
        if (fact instanceof Fact.Appointment a) {
            return new Fact.Appointment(
                    a.key(), a.kind(), a.date(), a.start(), a.end(), a.form(), a.place(), a.status(), null);
        }
        return fact;
    }
}
