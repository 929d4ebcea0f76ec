package dk.samblik.view;

import dk.samblik.mapping.Fact;

/**
 * A fact without what gives an address away: for a household where somebody is protected, all of it, whoever the fact is
 * about. Facts that hold no place pass as they are.
 */
final class Placeless {

    private Placeless() {}

    static Sourced<? extends Fact> of(Sourced<? extends Fact> sourced) {
        Fact placeless = of(sourced.fact());
        return placeless.equals(sourced.fact())
                ? sourced
                : new Sourced<>(sourced.person(), placeless, sourced.from(), true);
    }

    private static Fact of(Fact fact) {
        if (fact instanceof Fact.Enrolment e) {
            return new Fact.Enrolment("", e.kind(), "", null, e.from(), e.until(), e.compulsory());
        }
        if (fact instanceof Fact.Absence a) {
            return new Fact.Absence(
                    "", a.month(), a.upTo(), a.schoolDays(), a.sick(), a.permitted(), a.unlawful(), a.partial());
        }
        if (fact instanceof Fact.Attendance a) {
            return new Fact.Attendance(
                    "", a.from(), a.upTo(), a.expected(), a.attended(), a.sick(), a.holiday(), a.free(), a.unmarked());
        }
        if (fact instanceof Fact.CareHours h) {
            return new Fact.CareHours("", h.month(), h.days(), h.visits(), h.unnoted(), h.minutes(), h.median());
        }
        if (fact instanceof Fact.Tenancy t) {
            return tenancy(t);
        }
        return ofWork(fact);
    }

    private static Fact ofWork(Fact fact) {
        if (fact instanceof Fact.Measure m) {
            return new Fact.Measure(
                    m.key(),
                    m.kind(),
                    m.law(),
                    m.lawKnown(),
                    null,
                    m.from(),
                    m.until(),
                    m.hoursPerWeek(),
                    m.status(),
                    m.followUp(),
                    m.caseKey());
        }
        if (fact instanceof Fact.Appointment a) {
            return new Fact.Appointment(
                    a.key(), a.kind(), a.date(), a.start(), a.end(), a.form(), null, a.status(), a.workerName());
        }
        if (fact instanceof Fact.Classification c) {
            return new Fact.Classification(c.targetGroup(), c.personCategory(), null, c.since(), c.until());
        }
        return fact instanceof Fact.Identity i ? identity(i) : fact;
    }

    /** A tenancy's dates and arrears stay; its key names the estate. */
    static Fact.Tenancy tenancy(Fact.Tenancy t) {
        return new Fact.Tenancy(
                "",
                t.from(),
                t.until(),
                t.arrears(),
                t.arrearsSince(),
                t.reminderStep(),
                t.terminated(),
                t.eviction(),
                null,
                null,
                null);
    }

    /** An identity as it is with somebody protected in the home; any other fact as it is. */
    static Fact inProtectedHome(Fact fact) {
        return fact instanceof Fact.Identity i
                ? new Fact.Identity(
                        i.firstName(),
                        i.surname(),
                        i.born(),
                        i.status(),
                        i.protectedAddress(),
                        true,
                        i.address(),
                        i.addressKey(),
                        i.custodyMembers())
                : fact;
    }

    private static Fact.Identity identity(Fact.Identity i) {
        return new Fact.Identity(
                i.firstName(),
                i.surname(),
                i.born(),
                i.status(),
                i.protectedAddress(),
                i.protectedHome(),
                null,
                null,
                i.custodyMembers());
    }
}
