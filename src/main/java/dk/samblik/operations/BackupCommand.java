package dk.samblik.operations;

import dk.samblik.access.KeystoreBackup;
import dk.samblik.access.KeystoreRefused;
import dk.samblik.household.CivilClock;
import dk.samblik.retention.BackupSettings;
import dk.samblik.retention.Backups;
import dk.samblik.storage.DatabaseCopy;
import dk.samblik.storage.StorageRefused;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Copies database and keystore apart from each other, and ends copies that are too old. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = "backup",
        description =
                "Copies the database, and the keystore sealed to the data owner, while the hub goes on; deletes copies"
                        + " that are too old.")
class BackupCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private final DatabaseCopy database;
    private final KeystoreBackup keystore;
    private final Backups backups;
    private final BackupSettings places;
    private final CivilClock clock;

    BackupCommand(
            DatabaseCopy database, KeystoreBackup keystore, Backups backups, BackupSettings places, CivilClock clock) {
        this.database = database;
        this.keystore = keystore;
        this.backups = backups;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try {
            return backup();
        } catch (KeystoreRefused | StorageRefused refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            return ExitCode.REFUSED;
        }
    }

    /** The keystore first: a copy that nobody can open shall not be found out about at the restore. */
    private int backup() {
        String id = backups.next();
        keystore.mark(id, clock.now());
        keystore.write(places.keystore(id), places.ownerKey(), id);
        long rows = database.write(places.database(id), id);
        // Households that came while the database was copied have their keys in this one.
        keystore.write(places.keystore(id), places.ownerKey(), id);
        say(id + ": " + rows + " rows");
        say(backups.end() + " old copies deleted");
        return ExitCode.DONE;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
