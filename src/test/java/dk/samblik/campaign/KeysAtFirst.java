package dk.samblik.campaign;

import dk.samblik.access.Vault;
import dk.samblik.demo.Hub;
import dk.samblik.household.HouseholdId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of keys as it was before any household had one, put back as often as wanted. */
final class KeysAtFirst {

    private final Hub hub;
    private final Path file;
    private final byte[] first;

    KeysAtFirst(Hub hub, Path file) throws IOException {
        this.hub = hub;
        this.file = file;
        this.first = Files.readAllBytes(file);
    }

    /** Puts it back, and lets the hub look for a key it does not know, so that it reads the file anew. */
    void restore() {
        try {
            Files.write(file, first);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hub.bean(Vault.class).holds(HouseholdId.random());
    }
}
