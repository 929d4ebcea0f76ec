package dk.samblik.access;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys, each wrapped by the master key, in one file outside the database. A key that is destroyed is gone for good: what
 * was sealed with it can be read by nobody, wherever a copy of it lies.
 */
final class Keystore {

    private static final int KEPT_OPEN = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(Keystore.class);

    private final ErasureJournal journal;
    private final KeystoreFile file;
    private final KeyWrap wrap;
    private final Map<String, Aead> open = new LeastRecent<>(KEPT_OPEN);
    private Map<String, byte[]> wrapped = new HashMap<>();
    private Set<String> erased = Set.of();
    private String stamp = "";
    private boolean copied = true;

    private Keystore(Path file, ErasureJournal journal, KeyWrap wrap) {
        this.journal = journal;
        this.file = new KeystoreFile(file, journal);
        this.wrap = wrap;
    }

    /** Whether the database already holds anything that only these keys can read. */
    enum Sealed {
        NOTHING,
        SOMETHING
    }

    /**
     * Opens the file, or makes it when nothing was sealed yet; refuses when it should be there and is not. The erasure
     * journal lies beside it, and a copy of that in the second place.
     */
    static Keystore open(Path path, Path secondPlace, MasterKey masterKey, Sealed sealed) {
        Path file = path.toAbsolutePath();
        Keystore keystore = new Keystore(file, new ErasureJournal(file, secondPlace), new KeyWrap(masterKey.aead()));
        keystore.exclusively(() -> {
            if (sealed == Sealed.SOMETHING && keystore.wrapped.isEmpty()) {
                throw new KeystoreRefused("The database holds households, but their keys are not in " + path
                        + ". Restore the keystore from its backup, or name its place in samblik.access.keystore."
                        + " Without it nothing can be read.");
            }
            if (keystore.file.holdsErased()) {
                keystore.file.rewrite(keystore.wrapped);
            }
        });
        keystore.copyJournal();
        return keystore;
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Does the work on the file's present state while other processes wait, and remembers the state it left. */
    private synchronized void exclusively(Work work) {
        try {
            file.exclusively(() -> {
                if (!file.stamp().equals(stamp)) {
                    wrapped = file.read();
                    erased = file.erased();
                    open.keySet().retainAll(wrapped.keySet());
                }
                work.run();
                stamp = file.stamp();
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The keystore cannot be read or written", e);
        }
    }

    /** Makes the keys that are missing, all on disk when this returns. Destroyed ones are passed over, never made again. */
    synchronized void admit(Collection<String> names) {
        if (wrapped.keySet().containsAll(names)) {
            return;
        }
        exclusively(() -> {
            Map<String, byte[]> made = new LinkedHashMap<>();
            for (String name : names) {
                if (!wrapped.containsKey(name) && !erased.contains(name)) {
                    made.put(name, wrap.make(name, PredefinedAeadParameters.AES256_GCM));
                }
            }
            add(made);
        });
    }

    private void add(Map<String, byte[]> made) throws IOException {
        file.append(made);
        wrapped.putAll(made);
    }

    /** The key of this name, if there is one. */
    synchronized Optional<Aead> find(String name) {
        Aead ready = open.get(name);
        if (ready != null) {
            return Optional.of(ready);
        }
        if (!wrapped.containsKey(name)) {
            exclusively(() -> {});
        }
        byte[] key = wrapped.get(name);
        if (key == null) {
            return Optional.empty();
        }
        Aead unwrapped = wrap.unwrap(name, key, Aead.class);
        open.put(name, unwrapped);
        return Optional.of(unwrapped);
    }

    /** The hash key of this name, made the first time; refuses one that was destroyed. */
    synchronized PrfSet prf(String name) {
        exclusively(() -> {
            if (erased.contains(name)) {
                throw new SealBroken("the key is gone");
            }
            if (!wrapped.containsKey(name)) {
                add(Map.of(name, wrap.make(name, PredefinedPrfParameters.HMAC_SHA256_PRF)));
            }
        });
        byte[] key = Objects.requireNonNull(wrapped.get(name), "made above");
        return wrap.unwrap(name, key, PrfSet.class);
    }

    /** Destroys these keys; on disk when this returns. A crash in between is made good at the next start. */
    synchronized void destroy(Collection<String> names) {
        Set<String> gone = Set.copyOf(names);
        exclusively(() -> {
            file.journal(gone, Instant.now().toString());
            erased = file.erased();
            wrapped.keySet().removeAll(gone);
            open.keySet().removeAll(gone);
            file.rewrite(wrapped);
        });
        copyJournal();
    }

    /** Writes lines to the erasure journal; on disk here when this returns, and in the second place unless that is out. */
    synchronized void journal(List<String> lines) {
        exclusively(() -> journal.add(lines));
        copyJournal();
    }

    /** Brings the second place in step; answers whether it is. One that is out must not keep anybody from withdrawing. */
    synchronized boolean copyJournal() {
        try {
            file.exclusively(journal::copy);
            copied = true;
        } catch (IOException out) {
            if (copied) {
                LOG.error(
                        "The erasure journal cannot be copied to its second place: {}",
                        out.getClass().getSimpleName());
            }
            copied = false;
        }
        return copied;
    }

    /** The keys that are there now, wrapped, as they stand in the file. */
    synchronized byte[] content() {
        byte[][] content = new byte[1][];
        exclusively(() -> content[0] = file.content());
        return content[0];
    }
}
