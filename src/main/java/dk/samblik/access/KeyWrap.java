package dk.samblik.access;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Makes keys and wraps them by the master key, each bound to its name: a wrapped key put under another name opens nothing. */
record KeyWrap(Aead master) {

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** A new key, wrapped. */
    byte[] make(String name, Parameters parameters) {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    KeysetHandle.generateNew(parameters), master, bytes(name));
        } catch (GeneralSecurityException e) {
            throw new SealBroken("no key could be made or wrapped");
        }
    }

    /** A wrapped key, opened by whatever master key wrapped it and wrapped by the one that does now. */
    byte[] again(String name, byte[] wrapped) {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master, bytes(name)), master, bytes(name));
        } catch (GeneralSecurityException e) {
            throw closed();
        }
    }

    /** Whether the master key opens this key. */
    boolean opens(String name, byte[] wrapped) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master, bytes(name))
                            .size()
                    > 0;
        } catch (GeneralSecurityException closed) {
            return false;
        }
    }

    private static KeystoreRefused closed() {
        return new KeystoreRefused("The master key does not open the keystore. Name the file that belongs to it in"
                + " samblik.access.master-key, or restore both from the same backup.");
    }

    /** The key ready for use. */
    <P> P unwrap(String name, byte[] wrapped, Class<P> kind) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master, bytes(name))
                    .getPrimitive(RegistryConfiguration.get(), kind);
        } catch (GeneralSecurityException e) {
            throw closed();
        }
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
