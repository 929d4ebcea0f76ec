package dk.samblik.quarantine;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;

/** What tests of other packages need of this one. */
public final class TestQuarantine {

    private TestQuarantine() {}

    public static Quarantine quarantine(Database pipeline, CivilClock clock) {
        return new Quarantine(pipeline, clock);
    }
}
