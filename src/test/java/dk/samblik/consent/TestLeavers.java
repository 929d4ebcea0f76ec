package dk.samblik.consent;

import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.storage.TestDatabase;

/** The end of what is stored of households that left, by the rules as they are shipped. */
public final class TestLeavers {

    private TestLeavers() {}

    public static void clear(TestDatabase database, Vault vault, CivilClock clock) {
        new Leavers(database.pipeline(), vault, ConsentSettings.agreed(), clock).clear();
    }
}
