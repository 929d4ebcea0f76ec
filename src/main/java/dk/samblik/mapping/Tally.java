package dk.samblik.mapping;

import dk.samblik.household.HouseholdId;
import dk.samblik.run.Fates;
import java.util.HashMap;
import java.util.Map;

/** The one fate of every row in every household: a row about two members has the best that either gives it. */
final class Tally {

    /** From the least to the best. */
    enum Fate {
        DUPLICATE,
        FILTERED,
        QUARANTINED,
        MAPPED
    }

    private final Map<Seen, Fate> fates = new HashMap<>();

    /** A row, by its place in the answer, in a household. */
    private record Seen(int row, HouseholdId household) {}

    void add(int row, HouseholdId household, Fate fate) {
        fates.merge(new Seen(row, household), fate, (one, other) -> one.compareTo(other) < 0 ? other : one);
    }

    Map<HouseholdId, Fates> byHousehold() {
        Map<HouseholdId, Fates> sums = new HashMap<>();
        fates.forEach((seen, fate) -> sums.merge(seen.household(), counted(fate), Fates::plus));
        return sums;
    }

    private static Fates counted(Fate fate) {
        return switch (fate) {
            case MAPPED -> new Fates(1, 0, 0, 0);
            case QUARANTINED -> new Fates(0, 1, 0, 0);
            case FILTERED -> new Fates(0, 0, 1, 0);
            case DUPLICATE -> new Fates(0, 0, 0, 1);
        };
    }
}
