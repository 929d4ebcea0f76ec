package dk.samblik.access;

import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What tests of other packages need of this one: a vault with keys of its own, a grant without a log, a log. */
public final class TestAccess {

    private TestAccess() {}

    /** A vault whose keys lie in a new folder under {@code target}. */
    public static Vault vault() {
        Path folder = folder("test-keys");
        return new Vault(Keystore.open(
                folder.resolve("keystore.jsonl"),
                folder.resolve("second"),
                MasterKeyFile.in(folder.resolve("master.key")),
                Keystore.Sealed.NOTHING));
    }

    /** A vault on the keys under this folder, which lie where {@link #places} says. */
    public static Vault vault(Path folder) {
        AccessSettings settings = settings(folder);
        return new Vault(Keystore.open(
                settings.keystore(),
                settings.checkpoints().folder(),
                MasterKeyFile.in(settings.masterKey()),
                Keystore.Sealed.NOTHING));
    }

    /** What a hub is told so that its keys and checkpoints lie under this folder. */
    public static Map<String, String> places(Path folder) {
        AccessSettings settings = settings(folder);
        return Map.of(
                "samblik.access.keystore", settings.keystore().toString(),
                "samblik.access.master-key", settings.masterKey().toString(),
                "samblik.access.checkpoints.key", settings.checkpoints().key().toString(),
                "samblik.access.checkpoints.folder",
                        settings.checkpoints().folder().toString());
    }

    /** A vault on a sealed copy of a keystore, put into a new folder with the master key of an old one, and no journal. */
    public static Vault vaultFrom(Path sealed, String id, Path ownerKey, Path folder, Path masterOf) {
        AccessSettings settings = settings(folder);
        try {
            Files.createDirectories(folder.resolve("keys"));
            Files.write(
                    settings.keystore(), OwnerKey.open(ownerKey, Files.readAllBytes(sealed), KeystoreBackup.use(id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Vault(Keystore.open(
                settings.keystore(),
                settings.checkpoints().folder(),
                MasterKeyFile.in(settings(masterOf).masterKey()),
                Keystore.Sealed.SOMETHING));
    }

    /** What tells a person who looked. */
    public static PersonLog personLog(Database audit) {
        return new PersonLog(audit);
    }

    /** What copies the keystore behind this vault. */
    public static KeystoreBackup backup(Vault vault) {
        return new KeystoreBackup(vault);
    }

    /** A grant as if a committed row named these households. */
    public static Grant grant(HouseholdId... households) {
        return new Grant(Set.of(households), 1);
    }

    /** A grant as if this row of the log were committed and named nobody. */
    public static Grant grantAt(long seq) {
        return new Grant(Set.of(), seq);
    }

    /** The people on this database, with no login set up: a subject is its own key. */
    public static Staff staff(Database web) {
        return new Staff(web, signIn(Map.of()), new CivilClock(Clock.systemUTC()));
    }

    /** What a hub with these settings, without their prefix, knows of the municipality's login. */
    static SignInSettings signIn(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("", SignInSettings.class);
    }

    /** Lines for the log about looks at households of this database. */
    public static LookRows looks(Database web, CivilClock clock) {
        return new LookRows(web, clock, new CurrentRequest());
    }

    /** Somebody who is signed in, whatever the people on this database. */
    public static CurrentViewer signedIn(Database web, Viewer viewer) {
        return new CurrentViewer(staff(web)) {
            @Override
            public Viewer require() {
                return viewer;
            }
        };
    }

    /** Which households somebody follows, by these databases of the web and the audit role. */
    public static HouseholdAccess households(Database web, Database audit, CivilClock clock) {
        return new HouseholdAccess(web, new Refusals(log(audit), new CurrentRequest()), clock);
    }

    /** The copies on paper that a log on this database tells of, which must be that of the audit role. */
    public static Prints prints(Database audit) {
        return new Prints(audit);
    }

    /** A log on this database, which must be that of the audit role. */
    public static AccessLog log(Database audit) {
        return log(audit, settings(folder("test-checkpoints")), new CivilClock(Clock.systemUTC()));
    }

    /** A log whose second place is where the settings say. */
    static AccessLog log(Database audit, AccessSettings settings, CivilClock clock) {
        return new AccessLog(audit, clock, new SecondPlace(clock, settings));
    }

    /** Keys and checkpoints under this folder, all else as it is shipped. */
    static AccessSettings settings(Path folder) {
        return new AccessSettings(
                folder.resolve("keys/keystore.jsonl"),
                folder.resolve("keys/master.key"),
                new CheckpointSettings(
                        folder.resolve("checkpoints"),
                        folder.resolve("keys/checkpoint.key"),
                        Duration.ofMinutes(5),
                        1000,
                        Duration.ofHours(1),
                        Duration.ofHours(4),
                        Period.ofMonths(13)));
    }

    /** A new folder under {@code target}. */
    static Path folder(String name) {
        try {
            Files.createDirectories(Path.of("target"));
            return Files.createTempDirectory(Path.of("target"), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
