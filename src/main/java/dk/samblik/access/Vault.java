package dk.samblik.access;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.KeyedHash;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Seals what is stored and, against a grant, opens it again; nothing else in Samblik decrypts. What is sealed for one
 * household and label opens for no other. A household's key is made when it is first needed and destroyed with the
 * household; after that nobody can read what it sealed.
 */
public final class Vault {

    private static final int HASH_BYTES = 32;
    private static final String RECORDS = "records";

    private final Keystore keystore;
    private final PrfSet cprHash;
    private final PrfSet digest;
    private final PrfSet effect;
    private final PrfSet place;
    private final KeyedHash index = KeyedHash.random();

    Vault(Keystore keystore) {
        this.keystore = keystore;
        this.cprHash = keystore.prf("cpr");
        this.digest = keystore.prf("digest");
        this.effect = keystore.prf("effect");
        this.place = keystore.prf("place");
        keystore.admit(List.of(RECORDS));
    }

    /** Seals for this household under this label; opens again only with both. */
    public byte[] seal(HouseholdId household, String label, byte[] plain) {
        keystore.admit(List.of(household.toString()));
        return encrypt(household.toString(), plain, bound(household, label));
    }

    /** Opens what was sealed for this household under this label, against a committed row that names the household. */
    public byte[] open(Grant grant, HouseholdId household, String label, byte[] sealed) {
        if (!grant.covers(household)) {
            throw new NotGranted();
        }
        return decrypt(household.toString(), sealed, bound(household, label));
    }

    /** Makes the keys of many new households in one write. */
    public void admit(Collection<HouseholdId> households) {
        keystore.admit(households.stream().map(HouseholdId::toString).toList());
    }

    /** Whether there is a key for this household: not before the first one is made, nor after it was destroyed. */
    public boolean holds(HouseholdId household) {
        return keystore.find(household.toString()).isPresent();
    }

    /** Seals a document that outlives its household, such as the consent itself. */
    public byte[] sealRecord(String label, byte[] plain) {
        return encrypt(RECORDS, plain, label.getBytes(StandardCharsets.UTF_8));
    }

    /** Opens such a document, against a committed row that names the household it is about. */
    public byte[] openRecord(Grant grant, HouseholdId household, String label, byte[] sealed) {
        if (!grant.covers(household)) {
            throw new NotGranted();
        }
        return decrypt(RECORDS, sealed, label.getBytes(StandardCharsets.UTF_8));
    }

    /** Destroys a household's key: all it sealed is unreadable from now on, copies and backups of the database included. */
    public void destroy(HouseholdId household) {
        destroy(List.of(household));
    }

    /** As {@link #destroy(HouseholdId)} for many, in one write. */
    public void destroy(Collection<HouseholdId> households) {
        keystore.destroy(households.stream().map(HouseholdId::toString).toList());
    }

    /**
     * Writes to the erasure journal what was taken away: outside the database when this returns, and in the second place
     * too, unless that is out; then at the next call, or start.
     */
    public void journal(Collection<Erased> erased) {
        keystore.journal(erased.stream().map(Erased::line).toList());
    }

    /** The keystore behind this, for a backup of it. */
    Keystore keystore() {
        return keystore;
    }

    /** What a number is looked up by in the database: 32 bytes that only the holder of the key can make. */
    public byte[] hash(Cpr cpr) {
        return compute(cprHash, cpr.digits().getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * What somebody is called in the effect figures: 32 bytes under a key of their own, that nothing else in the hub can be
     * looked up by, and another for each {@code role} somebody has there.
     */
    public byte[] pseudonym(String role, UUID id) {
        return compute(effect, (role + "|" + id).getBytes(StandardCharsets.US_ASCII));
    }

    /** Tells whether content of a household changed, without saying what it is. */
    public byte[] digest(HouseholdId household, byte[] content) {
        return compute(digest, joined(household.toString().getBytes(StandardCharsets.US_ASCII), content));
    }

    /** What an address is known again by in the database: 32 bytes that only the holder of the key can make. */
    public byte[] place(String address) {
        return compute(place, address.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What a draw calls its households by: a hash of the address under a key that is this draw's own, made the first time.
     * Nobody can make the same again once {@link #endDraw} has destroyed it; asked after that, it refuses.
     */
    public UnaryOperator<byte[]> keysOfDraw(UUID draw) {
        PrfSet own = keystore.prf(ofDraw(draw));
        return address -> compute(own, address);
    }

    /** Destroys the key of a draw; what its households were called says nothing of anybody any more. */
    public void endDraw(UUID draw) {
        keystore.destroy(List.of(ofDraw(draw)));
    }

    private static String ofDraw(UUID draw) {
        return "draw-" + draw;
    }

    /** What digits are looked up by in memory; another value in every process. */
    public long indexKey(CharSequence digits) {
        return index.of(digits);
    }

    private static byte[] bound(HouseholdId household, String label) {
        return (household + "|" + label).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] encrypt(String key, byte[] plain, byte[] bound) {
        try {
            return key(key).encrypt(plain, bound);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("content could not be sealed");
        }
    }

    private byte[] decrypt(String key, byte[] sealed, byte[] bound) {
        try {
            return key(key).decrypt(sealed, bound);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("sealed content does not open here");
        }
    }

    private Aead key(String name) {
        return keystore.find(name).orElseThrow(() -> new SealBroken("the key is gone"));
    }

    private static byte[] compute(PrfSet prf, byte[] input) {
        try {
            return prf.computePrimary(input, HASH_BYTES);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("nothing can be hashed");
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(first.length + second.length);
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
