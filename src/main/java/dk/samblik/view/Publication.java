package dk.samblik.view;

import dk.samblik.household.HouseholdId;
import java.util.Arrays;

/** What is to be written of one household: the draft against what stands, and the digest of the view it makes. */
record Publication(HouseholdId household, Stored stored, Draft draft, byte[] digest) {

    static Publication of(HouseholdId household, Stored stored, Draft draft) {
        return new Publication(household, stored, draft, draft.viewDigest());
    }

    /** Whether the view becomes another than the one that stands. */
    boolean changed() {
        return !draft.nobody() && !Arrays.equals(digest, stored.digest());
    }

    /** The version that is the newest when this is written. */
    int version() {
        return changed() ? stored.version() + 1 : stored.version();
    }
}
