package dk.samblik.consent;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;

/** A gate that can only ask again, for tests of what comes after it. */
public final class TestGate {

    private TestGate() {}

    public static ConsentGate rechecking(Database pipeline, CivilClock clock) {
        ConsentSettings settings = ConsentSettings.agreed();
        return new ConsentGate(null, null, new Recheck(pipeline, settings, clock), null, null, settings);
    }
}
