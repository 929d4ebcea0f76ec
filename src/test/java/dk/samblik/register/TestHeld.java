package dk.samblik.register;

import dk.samblik.run.TestSwitches;
import dk.samblik.storage.TestDatabase;

/** Deliveries that wait for somebody, for tests of other packages. */
public final class TestHeld {

    private TestHeld() {}

    public static HeldDeliveries on(TestDatabase database) {
        return new HeldDeliveries(database.ops(), TestSwitches.actions(database));
    }
}
