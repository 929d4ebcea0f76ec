package dk.samblik.quarantine;

import dk.samblik.access.TestAccess;
import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.run.TestSwitches;
import dk.samblik.storage.Database;
import dk.samblik.storage.TestDatabase;

/** What tests of other packages need of this one. */
public final class TestQuarantine {

    private TestQuarantine() {}

    public static Quarantine quarantine(Database pipeline, CivilClock clock, Vault vault) {
        return new Quarantine(pipeline, clock, vault);
    }

    public static Replays replays(TestDatabase database, CivilClock clock) {
        return new Replays(database.pipeline(), database.ops(), TestSwitches.actions(database), clock);
    }

    /** Looks that are logged in this database; {@code audit} may be one that cannot be written. */
    public static Steward steward(TestDatabase database, CivilClock clock, Vault vault, Database audit) {
        return new Steward(database.web(), vault, TestAccess.log(audit), TestAccess.looks(database.web(), clock));
    }

    public static QuarantineGroups groups(TestDatabase database) {
        return new QuarantineGroups(database.ops());
    }
}
