package dk.samblik.retention;

import dk.samblik.household.CivilClock;

/** What tests of other packages need of this one. */
public final class TestBackups {

    private TestBackups() {}

    /** Backups in these places, kept as long as is shipped. */
    public static Backups in(BackupSettings places, CivilClock clock) {
        return new Backups(places, RetentionSettings.shipped(), clock);
    }
}
