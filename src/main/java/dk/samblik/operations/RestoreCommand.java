package dk.samblik.operations;

import dk.samblik.access.Erased;
import dk.samblik.access.KeysRestore;
import dk.samblik.access.KeystoreRefused;
import dk.samblik.access.LogVerify;
import dk.samblik.access.Vault;
import dk.samblik.consent.Restoration;
import dk.samblik.household.CivilClock;
import dk.samblik.retention.BackupSettings;
import dk.samblik.storage.DatabaseRestore;
import dk.samblik.storage.StorageRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Puts a backup back while no hub runs: database, keystore and what was withdrawn since, or nothing. Takes the settings and
 * no part of the hub, which would not start without what is put back.
 */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = RestoreCommand.NAME,
        description =
                "Puts a backup back while no hub runs, takes away what was withdrawn since, and verifies the access log."
                        + " Replaces what is stored, so say --yes.")
class RestoreCommand implements Callable<Integer> {

    static final String NAME = "restore";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", description = "the id of the backup, as 'backup' told it")
    private String id;

    @Option(names = "--owner-key", description = "the data owner's private key, where the keystore is put back too")
    private @Nullable Path ownerKey;

    @Option(names = "--yes", description = "replace what is stored now")
    private boolean yes;

    private final Environment environment;

    RestoreCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try {
            BackupSettings places =
                    Binder.get(environment).bindOrCreate("samblik.retention.backup", BackupSettings.class);
            Path copy = places.database(id);
            if (!Files.isRegularFile(copy)) {
                return refused("There is no backup of this id in " + places.database() + ".");
            }
            if (!DatabaseRestore.id(copy).equals(id)) {
                return refused("The file of this name is another backup. Give files their own names back.");
            }
            return restore(copy, places);
        } catch (KeystoreRefused | StorageRefused refused) {
            return refused(refused.getMessage());
        }
    }

    private int restore(Path copy, BackupSettings places) {
        KeysRestore keys = KeysRestore.of(environment);
        List<Erased> since = keys.since(id);
        try (DatabaseRestore database = DatabaseRestore.of(environment)) {
            if (database.holdsHouseholds() && !yes) {
                return refused("Households are stored here now, and would be replaced. Say --yes if that is meant.");
            }
            Optional<String> missing = keystore(keys, places);
            if (missing.isPresent()) {
                return refused(missing.get());
            }
            CivilClock clock = new CivilClock(Clock.systemUTC());
            Vault vault = keys.vault();
            long rows = database.replace(copy, owner -> new Restoration(owner, vault, clock).takeAway(since));
            say(id + ": " + rows + " rows put back, " + since.size() + " later erasures done again");
            return verified(keys.verify(database.audit(), clock, id));
        }
    }

    /** Puts the keystore back where it is gone. What is missing for that, as a sentence. */
    private Optional<String> keystore(KeysRestore keys, BackupSettings places) {
        if (keys.keystoreThere()) {
            say("the keystore is in its place and stays");
            return Optional.empty();
        }
        Optional<Path> sealed = KeysRestore.newest(places.keystore(), id, BackupSettings.KEYSTORE_END);
        if (sealed.isEmpty()) {
            return Optional.of("The keystore is gone, and there is no copy of it from this backup or later in "
                    + places.keystore() + ". Bring one; without it nothing can be read.");
        }
        if (ownerKey == null) {
            return Optional.of(
                    "The keystore is gone. Its copy is sealed to the data owner: ask for the private key and name"
                            + " it with --owner-key.");
        }
        String name = sealed.get().getFileName().toString();
        keys.put(sealed.get(), name.substring(0, name.length() - BackupSettings.KEYSTORE_END.length()), ownerKey);
        say("the keystore is put back from " + name);
        return Optional.empty();
    }

    private int verified(LogVerify.Verdict verdict) {
        say(LogReport.text(verdict));
        if (!verdict.holds()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "The access log that was put back does not hold. Start no hub; tell the data protection officer.");
            return ExitCode.LOG_BROKEN;
        }
        say("The hub may be started. What came after the backup and was not withdrawn has to be recorded again.");
        return ExitCode.DONE;
    }

    private int refused(@Nullable String why) {
        spec.commandLine().getErr().println(why);
        return ExitCode.REFUSED;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
