package dk.samblik.population;

import dk.samblik.household.Cpr;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as the population register has it now. {@code status} is the register's two digits (01 active with a Danish
 * address). {@code numbers} holds the number in force and all earlier ones. {@code firstName} and {@code surname} are
 * null where record 008 is missing. {@code address} is null where there is none or the road code is special (9900 and
 * up). {@code custodyHolders} is the set of those who have custody of this child, empty for adults; {@code
 * custodyUnknown} says that a holder cannot be told. Source: registers/cpr FORMAT.
 */
public record Person(
        Cpr cpr,
        Set<Cpr> numbers,
        String status,
        @Nullable LocalDate statusSince,
        LocalDate born,
        @Nullable String firstName,
        @Nullable String surname,
        @Nullable Address address,
        boolean protectedAddress,
        @Nullable Cpr spouse,
        @Nullable Cpr mother,
        @Nullable Cpr father,
        Set<Cpr> custodyHolders,
        boolean custodyUnknown,
        List<Guardianship> guardianships,
        @Nullable LocalDate movedIn) {

    public Person {
        numbers = Set.copyOf(numbers);
        custodyHolders = Set.copyOf(custodyHolders);
        guardianships = List.copyOf(guardianships);
    }

    /** Guardianship in force: who, where it is known. Which matters it covers the register does not say. */
    public record Guardianship(
            @Nullable LocalDate since, @Nullable Cpr guardian) {}

    /** Age in whole years on a day; the birthday counts as the new age. */
    public int ageOn(LocalDate day) {
        return (int) java.time.temporal.ChronoUnit.YEARS.between(born, day);
    }

    public boolean adultOn(LocalDate day) {
        return ageOn(day) >= 18;
    }

    /** Whether registers may be asked at all (status 01 or 03). */
    public boolean active() {
        return status.equals("01") || status.equals("03");
    }

    public boolean dead() {
        return status.equals("90");
    }

    @Override
    public String toString() {
        return "Person[masked]";
    }
}
