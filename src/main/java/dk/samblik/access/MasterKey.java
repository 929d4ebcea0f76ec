package dk.samblik.access;

import com.google.crypto.tink.Aead;

/**
 * The key that wraps every other key. By default it lies in a file of its own; a key service (KMS) takes its place as a
 * bean of this type.
 */
@FunctionalInterface
public interface MasterKey {

    /** Wraps and unwraps; the hub never sees more of the key than this. */
    Aead aead();
}
