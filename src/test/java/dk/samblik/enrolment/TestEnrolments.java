package dk.samblik.enrolment;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;

/** Enrolments of a test's own database. */
public final class TestEnrolments {

    private TestEnrolments() {}

    public static Enrolments of(Database web, CivilClock clock) {
        return new Enrolments(web, clock);
    }
}
