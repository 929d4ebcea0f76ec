package dk.samblik.run;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;
import java.nio.file.Path;
import java.time.Duration;

/** What tests of other packages need of this one: the ledger, the work items and the progress of a database. */
public final class TestRun {

    private static final RunSettings SETTINGS = new RunSettings(
            50,
            1,
            Duration.ofSeconds(20),
            Duration.ofMillis(1),
            Duration.ofMinutes(1),
            Path.of("routes"),
            Path.of("mappings"));

    private TestRun() {}

    public static Ledger ledger(Database pipeline) {
        return new Ledger(pipeline);
    }

    public static WorkItems items(Database pipeline, CivilClock clock) {
        return new WorkItems(pipeline, SETTINGS, clock, new RightOfWay());
    }

    public static Progress progress(CivilClock clock) {
        return new Progress(SETTINGS, clock);
    }
}
