package dk.samblik.operations;

import dk.samblik.access.KeystoreBackup;
import dk.samblik.access.KeystoreRefused;
import dk.samblik.access.OwnerKey;
import dk.samblik.household.CivilClock;
import dk.samblik.retention.BackupSettings;
import dk.samblik.retention.Backups;
import dk.samblik.storage.DatabaseCopy;
import dk.samblik.storage.StorageRefused;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies database and keystore apart from each other, and ends copies that are too old. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = "backup",
        description =
                "Copies the database, and the keystore sealed to the data owner, while the hub goes on; deletes copies"
                        + " that are too old. 'backup new-owner-key FILE' makes the data owner's key pair.")
class BackupCommand implements Callable<Integer> {

    private static final String NEW_KEY = "new-owner-key";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", description = "nothing, or new-owner-key")
    private @Nullable String what;

    @Parameters(index = "1", arity = "0..1", description = "for new-owner-key: where the private half is written")
    private @Nullable Path file;

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
        if (what == null ? file != null : !(what.equals(NEW_KEY) && file != null)) {
            spec.commandLine().getErr().println("Say 'backup' or 'backup new-owner-key FILE'.");
            return ExitCode.USAGE;
        }
        try {
            return file == null ? backup() : newOwnerKey(file);
        } catch (KeystoreRefused | StorageRefused refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            return ExitCode.REFUSED;
        }
    }

    private int newOwnerKey(Path to) {
        say("public half for the hub (samblik.retention.backup.owner-key): " + OwnerKey.make(to));
        say("private half, to be kept away from the hub: " + to);
        return ExitCode.DONE;
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
