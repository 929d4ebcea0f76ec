package dk.samblik.access;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The key that signs checkpoints now (Ed25519). Its id is the beginning of the public key's SHA-256. */
record CheckpointKey(String id, PrivateKey key) {

    private static final String ED25519 = "Ed25519";
    private static final int ID_BYTES = 8;

    /** A new pair; the public half is told by its X.509 encoding. */
    static KeyPair pair() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance(ED25519).generateKeyPair();
    }

    static String id(PublicKey key) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
    }

    static PublicKey known(String written) throws GeneralSecurityException {
        return KeyFactory.getInstance(ED25519)
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(written)));
    }

    /** Reads what {@link #written} wrote. */
    static CheckpointKey read(String written) throws GeneralSecurityException {
        String[] parts = written.strip().split(" ", 2);
        if (parts.length < 2) {
            throw new GeneralSecurityException("no key");
        }
        return new CheckpointKey(
                parts[0],
                KeyFactory.getInstance(ED25519)
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts[1]))));
    }

    /** Id and key as one line. */
    String written() {
        return id + " " + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n";
    }

    byte[] sign(byte[] statement) {
        try {
            Signature signature = Signature.getInstance(ED25519);
            signature.initSign(key);
            signature.update(statement);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new SealBroken("nothing can be signed");
        }
    }

    /** Whether the owner of this public key signed the checkpoint. */
    static boolean signed(PublicKey key, Checkpoint checkpoint) {
        try {
            Signature signature = Signature.getInstance(ED25519);
            signature.initVerify(key);
            signature.update(checkpoint.signed());
            return signature.verify(checkpoint.signatureBytes());
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "CheckpointKey[" + id + "]";
    }
}
