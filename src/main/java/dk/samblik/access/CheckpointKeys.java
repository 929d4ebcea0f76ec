package dk.samblik.access;

import dk.samblik.household.CivilClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The keys that sign checkpoints: the private one that signs now, in a file of its own, and beside it the public ones of all
 * times, oldest first. A key that is replaced is destroyed; its public half goes on proving what it signed.
 */
@Component
public class CheckpointKeys {

    private static final String CURE = " Restore it from its backup, or name the right file in"
            + " samblik.access.checkpoints.key; if it is lost, remove what is left of it and say 'samblik log new-key'.";

    private final Path file;
    private final Path list;
    private final CheckpointFile place;
    private final CivilClock clock;

    CheckpointKeys(AccessSettings settings, CivilClock clock) {
        this.file = settings.checkpoints().key();
        this.list = file.resolveSibling(file.getFileName() + ".public");
        this.place = new CheckpointFile(settings.checkpoints());
        this.clock = clock;
    }

    /** A public key: its id, since when it signs, and itself in X.509, base64. */
    public record Known(String id, Instant since, String written) {}

    /** Every key there was, oldest first; the last one signs. Empty before the first checkpoint. */
    public List<Known> all() {
        try {
            List<Known> known = new ArrayList<>();
            if (Files.exists(list)) {
                for (String line : Files.readAllLines(list, StandardCharsets.US_ASCII)) {
                    String[] parts = line.split(" ");
                    if (parts.length == 3) {
                        known.add(new Known(parts[0], Instant.parse(parts[1]), parts[2]));
                    }
                }
            }
            return List.copyOf(known);
        } catch (IOException e) {
            throw new UncheckedIOException("The list of public keys cannot be read", e);
        }
    }

    /** From now on a new key signs; the one before is destroyed. Answers with the new one's id. */
    public String renew() {
        try {
            return place.exclusively(() -> make().id());
        } catch (IOException e) {
            throw new UncheckedIOException("The new key cannot be written", e);
        }
    }

    /** The key that signs, made the first time. The caller holds the lock of the file of checkpoints. */
    CheckpointKey current() throws IOException {
        if (!Files.exists(file)) {
            return make();
        }
        try {
            return CheckpointKey.read(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new KeystoreRefused("The key in " + file + " cannot be read." + CURE);
        }
    }

    /** The public half first: a key that signs is always known. */
    private CheckpointKey make() throws IOException {
        try {
            KeyPair pair = CheckpointKey.pair();
            CheckpointKey made = new CheckpointKey(CheckpointKey.id(pair.getPublic()), pair.getPrivate());
            PrivateFile.folder(PrivateFile.folderOf(file));
            PrivateFile.appendLines(
                    list,
                    made.id() + " " + clock.now() + " "
                            + Base64.getEncoder()
                                    .encodeToString(pair.getPublic().getEncoded()) + "\n");
            PrivateFile.replace(file, made.written().getBytes(StandardCharsets.US_ASCII));
            return made;
        } catch (GeneralSecurityException e) {
            throw new KeystoreRefused("This Java can make no Ed25519 key. Use one that can, 17 or newer.");
        }
    }

    static PublicKey read(Known known) {
        try {
            return CheckpointKey.known(known.written());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new KeystoreRefused(
                    "The list of public keys beside the signing key holds a key that is none." + CURE);
        }
    }
}
