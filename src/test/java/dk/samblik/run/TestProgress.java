package dk.samblik.run;

import dk.samblik.household.CivilClock;

/** Progress for tests of what tells of it. */
public final class TestProgress {

    private TestProgress() {}

    public static Progress of(RunSettings settings, CivilClock clock) {
        return new Progress(settings, clock);
    }
}
