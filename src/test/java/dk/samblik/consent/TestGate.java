package dk.samblik.consent;

import dk.samblik.access.AccessLog;
import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;

/** What tests of other packages need of this one: a gate that can only ask again, and the desk's withdrawal. */
public final class TestGate {

    private TestGate() {}

    public static ConsentGate rechecking(Database pipeline, CivilClock clock) {
        ConsentSettings settings = ConsentSettings.agreed();
        return new ConsentGate(null, null, new Recheck(pipeline, settings, clock), null, null, settings);
    }

    /** A gate that, besides, puts away at night what belongs to those who left. */
    public static ConsentGate puttingAway(Database pipeline, Vault vault, CivilClock clock) {
        ConsentSettings settings = ConsentSettings.agreed();
        Recheck recheck = new Recheck(pipeline, settings, clock);
        return new ConsentGate(null, null, recheck, new Leavers(pipeline, vault, settings, clock), null, settings);
    }

    /** Takes consents back on this database, as the desk does. */
    public static Withdrawal withdrawal(Database web, Vault vault, AccessLog log, CivilClock clock) {
        return new Withdrawal(web, vault, log, clock);
    }

    /** Does now what the hub does within a minute after whoever took something away. */
    public static void finishErasures(Database web, Vault vault) {
        Erasures.settle(web, vault);
    }

    /** What finds and ends what the desk holds about a person. */
    public static PersonRecords records(Database web, Vault vault, AccessLog log, CivilClock clock) {
        return new PersonRecords(web, vault, log, withdrawal(web, vault, log, clock), clock);
    }
}
