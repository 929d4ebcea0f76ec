package dk.samblik.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Looks at the keys of a hub, and at what people sign in by, without making or changing anything. */
public final class KeysLook {

    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final AccessSettings settings;
    private final List<String> wrong = new ArrayList<>();

    private KeysLook(AccessSettings settings) {
        this.settings = settings;
    }

    /** What is wrong and what to do, a sentence each that names files and never a key; empty where all is well. */
    public static List<String> wrong(Environment environment) {
        KeysLook look = new KeysLook(Binder.get(environment).bindOrCreate("samblik.access", AccessSettings.class));
        try {
            look.keystore();
            look.alone(
                    look.settings.keystore(),
                    look.settings.masterKey(),
                    look.settings.checkpoints().key());
            look.secondPlace();
        } catch (IOException unreadable) {
            look.wrong.add("The keys cannot be read. Give their folder to the hub: " + look.settings.keystore());
        } catch (KeystoreRefused refused) {
            look.wrong.add(refused.getMessage());
        }
        if (!environment.matchesProfiles("demo")) {
            look.signIn(environment);
        }
        return List.copyOf(look.wrong);
    }

    private void signIn(Environment environment) {
        try {
            Objects.requireNonNull(Provider.registration(
                    Binder.get(environment).bindOrCreate("samblik.access.sign-in", SignInSettings.class)));
        } catch (IllegalStateException refused) {
            wrong.add(String.valueOf(refused.getMessage()));
        }
    }

    /** Every key must be opened by the master key; neither is there before the first start. */
    private void keystore() throws IOException {
        if (!Files.exists(settings.keystore())) {
            return;
        }
        if (!Files.exists(settings.masterKey())) {
            wrong.add("The keystore is there and its master key is not. Put it back at " + settings.masterKey()
                    + "; without it nothing can be read.");
            return;
        }
        Path file = settings.keystore().toAbsolutePath();
        Map<String, byte[]> keys = new KeystoreFile(
                        file, new ErasureJournal(file, settings.checkpoints().folder()))
                .read();
        KeyWrap wrap = new KeyWrap(MasterKeyFile.in(settings.masterKey()).aead());
        if (!keys.entrySet().stream().allMatch(key -> wrap.opens(key.getKey(), key.getValue()))) {
            wrong.add("The master key does not open the keystore. Name the file that belongs to it in"
                    + " samblik.access.master-key.");
        }
    }

    private void alone(Path... files) throws IOException {
        for (Path file : files) {
            if (Files.exists(file)
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                wrong.add(file + " can be read by others than the hub. Say chmod 600 " + file + ".");
            }
        }
    }

    /** The folder is made by the hub where it is missing; what it is made in must be the hub's to write. */
    private void secondPlace() {
        Path place = settings.checkpoints().folder().toAbsolutePath();
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        if (!Files.isWritable(place)) {
            wrong.add("The access log's second place cannot be written. Mount it and give it to the hub: " + place);
        }
    }
}
