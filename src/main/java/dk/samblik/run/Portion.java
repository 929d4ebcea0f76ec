package dk.samblik.run;

import dk.samblik.household.HouseholdId;
import java.util.List;

/** What was claimed together and goes through the line together. */
public interface Portion {

    /** The households claimed for it. */
    List<HouseholdId> claimed();

    /** The same, each household by itself. */
    default List<Portion> oneByOne() {
        return claimed().stream()
                .map(household -> (Portion) () -> List.of(household))
                .toList();
    }
}
