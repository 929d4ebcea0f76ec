package dk.samblik.access;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Gives the keystore of a hub that is not running a new master key. The file of the master key holds the old key and the new
 * until every key is wrapped by the new one: cut short at any moment, the hub starts, and the change may be said again.
 */
public final class MasterKeyChange {

    private MasterKeyChange() {}

    /** Makes the change; answers with how many keys were wrapped anew. The old master key opens nothing any more. */
    public static int make(Environment environment) {
        AccessSettings settings = Binder.get(environment).bindOrCreate("samblik.access", AccessSettings.class);
        if (!Files.exists(settings.keystore()) || !Files.exists(settings.masterKey())) {
            throw new KeystoreRefused(
                    "There is no keystore with its master key. See samblik.access.keystore and .master-key.");
        }
        try {
            AeadConfig.register();
            return change(settings);
        } catch (GeneralSecurityException e) {
            throw new KeystoreRefused("The master key in " + settings.masterKey() + " does not open the keystore.");
        } catch (IOException e) {
            throw new UncheckedIOException("The keys cannot be read or written", e);
        }
    }

    private static int change(AccessSettings settings) throws IOException, GeneralSecurityException {
        Path place = settings.keystore().toAbsolutePath();
        KeystoreFile keystore = new KeystoreFile(
                place, new ErasureJournal(place, settings.checkpoints().folder()));
        KeysetHandle old = TinkProtoKeysetFormat.parseKeyset(
                Files.readAllBytes(settings.masterKey()), InsecureSecretKeyAccess.get());
        KeysetHandle both = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        Map<String, byte[]> anew = new HashMap<>();
        KeyWrap wrap = new KeyWrap(both.getPrimitive(RegistryConfiguration.get(), Aead.class));
        keystore.exclusively(() -> {
            keystore.read().forEach((name, wrapped) -> anew.put(name, wrap.again(name, wrapped)));
            write(settings.masterKey(), both);
            keystore.rewrite(anew);
        });
        write(
                settings.masterKey(),
                KeysetHandle.newBuilder()
                        .addEntry(KeysetHandle.importKey(both.getPrimary().getKey())
                                .withFixedId(both.getPrimary().getId())
                                .makePrimary())
                        .build());
        return anew.size();
    }

    private static void write(Path file, KeysetHandle keys) throws IOException {
        try {
            PrivateFile.replace(file, TinkProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new KeystoreRefused("The new master key cannot be written to " + file + ".");
        }
    }
}
