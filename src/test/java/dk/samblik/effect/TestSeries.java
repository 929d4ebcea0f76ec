package dk.samblik.effect;

import dk.samblik.access.Vault;
import dk.samblik.storage.Database;

/** Makes what takes people out of the series, for tests elsewhere. */
public final class TestSeries {

    private TestSeries() {}

    public static ErasedSeries erased(Database effect, Vault vault) {
        return new ErasedSeries(effect, vault);
    }
}
