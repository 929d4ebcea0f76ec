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
                MasterKeyFile.in(folder.resolve("master.key")),
                Keystore.Sealed.NOTHING));
    }

    /** A grant as if a committed row named these households. */
    public static Grant grant(HouseholdId... households) {
        return new Grant(Set.of(households), 1);
    }

    /** The people on this database, with no login set up: a subject is its own key. */
    public static Staff staff(Database web) {
        return new Staff(web, signIn(Map.of()), new CivilClock(Clock.systemUTC()));
    }

    /** What a hub with these settings, without their prefix, knows of the municipality's login. */
    static SignInSettings signIn(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("", SignInSettings.class);
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
