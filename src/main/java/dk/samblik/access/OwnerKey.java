package dk.samblik.access;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The data owner's key pair (HPKE, RFC 9180). The public half seals copies of the keystore; the private one is with the data
 * owner, away from the hub, and is needed to put such a copy back.
 */
public final class OwnerKey {

    private OwnerKey() {}

    /** Makes a pair: the private half in the file, the public one beside it with {@code .public} after the name. */
    public static Path make(Path file) {
        if (Files.exists(file)) {
            throw new KeystoreRefused("There is a file at " + file + " already. Name a new one.");
        }
        try {
            HybridConfig.register();
            KeysetHandle pair = KeysetHandle.generateNew(HpkeParameters.builder()
                    .setVariant(HpkeParameters.Variant.TINK)
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .build());
            Path shared = file.resolveSibling(file.getFileName() + ".public");
            PrivateFile.replace(
                    file, bytes(TinkJsonProtoKeysetFormat.serializeKeyset(pair, InsecureSecretKeyAccess.get())));
            PrivateFile.replace(
                    shared,
                    bytes(TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(pair.getPublicKeysetHandle())));
            return shared;
        } catch (IOException | GeneralSecurityException e) {
            throw new KeystoreRefused("No key pair can be written to " + file + ".");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Seals for the owner of this public key, for this use only. */
    static byte[] seal(Path shared, byte[] plain, String use) {
        try {
            HybridConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(Files.readString(shared))
                    .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                    .encrypt(plain, bytes(use));
        } catch (IOException | GeneralSecurityException e) {
            throw new KeystoreRefused("There is no public key of the data owner in " + shared
                    + ". Let the data owner say 'samblik owner-key FILE' on a machine of their own, keep FILE,"
                    + " and hand over FILE.public; name that in samblik.operations.backup.owner-key.");
        }
    }

    /** Opens what was sealed for this use. */
    static byte[] open(Path file, byte[] sealed, String use) {
        try {
            HybridConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                    .decrypt(sealed, bytes(use));
        } catch (IOException | GeneralSecurityException e) {
            throw new KeystoreRefused("The data owner's key in " + file + " does not open this backup of the keystore."
                    + " Ask the data owner for the private key it was sealed for.");
        }
    }
}
