package dk.samblik.access;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Keystore, erasure journal and checkpoints of a hub that is not running, for putting a backup back. */
public final class KeysRestore {

    private final AccessSettings settings;
    private final ErasureJournal journal;

    private KeysRestore(AccessSettings settings) {
        this.settings = settings;
        this.journal = new ErasureJournal(
                settings.keystore().toAbsolutePath(), settings.checkpoints().folder());
    }

    /** Those the settings name. */
    public static KeysRestore of(Environment environment) {
        return new KeysRestore(Binder.get(environment).bindOrCreate("samblik.access", AccessSettings.class));
    }

    /**
     * What was taken away since this backup, by the journal here or in its second place, both put together. Refuses where
     * neither knows of the backup.
     */
    public List<Erased> since(String id) {
        Set<String> since = new LinkedHashSet<>();
        try {
            boolean found = add(journal.lines(), id, since) | add(journal.copiedLines(), id, since);
            if (!found) {
                throw new KeystoreRefused(
                        "The erasure journal is not there, or does not know of this backup. Nothing was put"
                                + " back: who withdrew since would come back. Put " + ErasureJournal.NAME
                                + " in its place beside the keystore, or mount its second place (samblik.access.checkpoints.folder).");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The erasure journal cannot be read", e);
        }
        return since.stream().flatMap(line -> Erased.read(line).stream()).toList();
    }

    private static boolean add(List<String> lines, String id, Set<String> since) {
        List<String> after = new ArrayList<>();
        boolean found = false;
        for (String line : lines) {
            if (found) {
                after.add(line);
            }
            found = found || line.startsWith(KeystoreBackup.mark(id));
        }
        since.addAll(after);
        return found;
    }

    /** Whether a keystore lies in its place. */
    public boolean keystoreThere() {
        return Files.exists(settings.keystore());
    }

    /** Puts a sealed copy of the keystore in its place; {@code ownerKey} is the data owner's private key. */
    public void put(Path sealed, String id, Path ownerKey) {
        try {
            byte[] content = OwnerKey.open(ownerKey, Files.readAllBytes(sealed), KeystoreBackup.use(id));
            PrivateFile.replace(settings.keystore(), content);
        } catch (IOException e) {
            throw new UncheckedIOException("The keystore cannot be put back", e);
        }
    }

    /** The vault on what lies there now, less every key that either journal names as destroyed. */
    public Vault vault() {
        if (!Files.exists(settings.masterKey())) {
            throw new KeystoreRefused("The master key is not in " + settings.masterKey()
                    + ". Put it back from where you keep it; without it no key opens.");
        }
        try {
            journal.merge();
        } catch (IOException e) {
            throw new UncheckedIOException("The erasure journal cannot be written", e);
        }
        return new Vault(Keystore.open(
                settings.keystore(),
                settings.checkpoints().folder(),
                MasterKeyFile.in(settings.masterKey()),
                Keystore.Sealed.SOMETHING));
    }

    /**
     * Verifies the access log that was put back by the checkpoints up to its end. Those about rows that came after it are set
     * aside, under the backup's name, so that the hub goes on from the last that still holds.
     */
    public LogVerify.Verdict verify(Database audit, CivilClock clock, String id) {
        try {
            CheckpointFile file = new CheckpointFile(settings.checkpoints());
            file.exclusively(() -> {
                file.setAside(LogHead.read(audit).seq(), "checkpoints-before-restore-" + id + ".jsonl");
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The second place cannot be written; see samblik.access.checkpoints.folder", e);
        }
        return new LogVerify(audit, settings, new CheckpointKeys(settings, clock), clock).verify();
    }

    /** The newest of these sealed copies that is of the backup or later, by the order of their names. */
    public static Optional<Path> newest(Path folder, String id, String end) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(end)
                            && file.getFileName().toString().compareTo(id) >= 0)
                    .max(Path::compareTo);
        } catch (IOException e) {
            throw new UncheckedIOException("The backups cannot be read", e);
        }
    }
}
