package dk.samblik.register;

import dk.samblik.household.CivilClock;
import dk.samblik.run.TestSwitches;
import dk.samblik.storage.TestDatabase;
import java.nio.file.Path;

/** What is planned to be away, on a database of a test. */
public final class TestOutages {

    private TestOutages() {}

    /** As operators write it and teams read it at this clock. */
    public static PlannedOutages on(TestDatabase database, CivilClock clock) {
        return new PlannedOutages(
                database.web(),
                database.ops(),
                TestSwitches.actions(database),
                new Registers(RegisterTests.mappings(Path.of("mappings")), RegisterTests.folder(Path.of("target"))),
                clock);
    }
}
