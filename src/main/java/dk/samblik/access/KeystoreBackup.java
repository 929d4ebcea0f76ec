package dk.samblik.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Copies the keystore, sealed to the data owner, and marks in the erasure journal from where a restore must read it. */
@Component
public class KeystoreBackup {

    private final Keystore keystore;

    KeystoreBackup(Vault vault) {
        this.keystore = vault.keystore();
    }

    /**
     * Marks the journal for a backup that begins after this returns: whatever is taken away after the backup's moment stands
     * behind the mark. Refuses where the second place does not take it.
     */
    public void mark(String id, Instant at) {
        keystore.journal(List.of(mark(id) + at));
        if (!keystore.copyJournal()) {
            throw new KeystoreRefused(
                    "The erasure journal cannot be copied to its second place, so a restore could bring"
                            + " back who withdraws. See that samblik.access.checkpoints.folder is there and can be written.");
        }
    }

    static String mark(String id) {
        return "backup " + id + " ";
    }

    /** Writes a copy of the keystore that only the data owner can open. */
    public void write(Path file, Path ownerKey, String id) {
        try {
            PrivateFile.replace(file, OwnerKey.seal(ownerKey, keystore.content(), use(id)));
        } catch (IOException e) {
            throw new UncheckedIOException("The keystore's backup cannot be written", e);
        }
    }

    /** What a sealed copy is bound to. */
    static String use(String id) {
        return "samblik keystore " + id;
    }
}
