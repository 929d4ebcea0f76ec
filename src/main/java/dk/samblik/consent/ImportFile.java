package dk.samblik.consent;

import dk.samblik.consent.EntryFile.Entry;
import dk.samblik.consent.ImportResult.Remark;
import dk.samblik.household.HouseholdId;
import java.util.List;
import java.util.Set;

/** One file while it is taken, inside one transaction. */
interface ImportFile {

    /** Checks a batch and stores it as long as nothing in the file has been refused. */
    void take(List<Entry> batch, Refusals refusals);

    /** Called once after the last batch of a file without refusals, before it is committed. */
    default void complete() {}

    /** How many entries were new or changed. */
    int stored();

    /** What was taken and should be looked at. */
    default List<Remark> remarks() {
        return List.of();
    }

    /** The households whose rows in force may have to follow. */
    default Set<HouseholdId> touched() {
        return Set.of();
    }
}
