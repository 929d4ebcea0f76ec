package dk.samblik.retention;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.TestDatabase;
import java.nio.file.Path;

/** The sweep after a night on a test's database, by the rules as they are shipped. */
public final class TestSweep {

    private TestSweep() {}

    /** Ends everything that is due by this clock; answers with how many rows that were. */
    public static long over(TestDatabase database, CivilClock clock) {
        RetentionSettings shipped = RetentionSettings.shipped();
        Path none = Path.of("target", "no-backups");
        BackupSettings places = new BackupSettings(none.resolve("database"), none.resolve("keystore"), none);
        Backups backups = new Backups(places, shipped, clock);
        return new Sweep(database.pipeline(), database.web(), database.draw(), shipped, backups, clock, 100).sweep();
    }
}
