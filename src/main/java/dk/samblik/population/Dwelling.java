package dk.samblik.population;

import dk.samblik.household.Cpr;
import java.util.List;
import java.util.Set;

/**
 * A register household as a draw may know it: the key of an address and who lives there by number and nothing else of
 * them. {@code address} has no text. Lives in memory for one draw.
 */
public record Dwelling(Address address, List<Resident> residents) {

    public Dwelling {
        residents = List.copyOf(residents);
    }

    /**
     * Somebody who lives there: the number in force first and all earlier ones, whether of age today, whether name and
     * address are protected, and whether the status is 01.
     */
    public record Resident(Cpr cpr, Set<Cpr> numbers, boolean adult, boolean protectedAddress, boolean active) {

        public Resident {
            numbers = Set.copyOf(numbers);
        }

        @Override
        public String toString() {
            return "Resident[masked]";
        }
    }

    @Override
    public String toString() {
        return "Dwelling[masked]";
    }
}
