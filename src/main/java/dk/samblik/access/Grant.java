package dk.samblik.access;

import dk.samblik.household.HouseholdId;
import java.util.Set;

/**
 * Proof that a row of the access log is committed for these households. Only {@link AccessLog} makes one; the vault opens
 * content against nothing else. Lives for one request or one chunk and is never stored.
 */
public final class Grant {

    private final Set<HouseholdId> households;
    private final long seq;

    Grant(Set<HouseholdId> households, long seq) {
        this.households = Set.copyOf(households);
        this.seq = seq;
    }

    /** Whether the committed row names this household. */
    public boolean covers(HouseholdId household) {
        return households.contains(household);
    }

    /** The number of the last committed row behind this grant. */
    public long seq() {
        return seq;
    }
}
