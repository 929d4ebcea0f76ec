package dk.samblik.run;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;
import dk.samblik.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;

/** What tests of other packages need of this one: a night that is open, and its work items. */
public record TestRuns(Runs runs, WorkItems items) {

    /** Runs on this database by this clock, claiming at most {@code chunk} households together. */
    public static TestRuns on(TestDatabase database, CivilClock clock, int chunk) {
        RunSettings settings = new RunSettings(
                chunk,
                1,
                Duration.ofMinutes(1),
                Duration.ofMillis(1),
                Duration.ofMinutes(1),
                Path.of("routes"),
                Path.of("mappings"));
        RightOfWay rightOfWay = new RightOfWay();
        Database pipeline = database.pipeline();
        WorkItems items = new WorkItems(pipeline, settings, clock, rightOfWay);
        return new TestRuns(
                new Runs(pipeline, settings, clock, new Progress(settings, clock), rightOfWay, items), items);
    }

    /** Opens a night over every enrolled household and holds it. */
    public Run night() {
        return runs.openNightly().get(0);
    }

    /** Closes it. */
    public void close(Run run) {
        runs.close(run);
    }
}
