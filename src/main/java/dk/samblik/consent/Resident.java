package dk.samblik.consent;

import dk.samblik.household.PersonId;
import dk.samblik.population.Person;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose part in a household can be changed at the desk. {@code key} names them in a form and tells nobody who it is.
 * {@code id} and {@code now} are null for somebody the register has at the address and nobody has settled; {@code person} is
 * null where the register does not have them. {@code left}: the register says they live with the others no more. {@code
 * named}: whether the page may say who it is.
 */
record Resident(
        String key,
        @Nullable PersonId id,
        @Nullable Participation now,
        @Nullable Person person,
        boolean adult,
        boolean left,
        boolean named) {

    boolean takesPart() {
        return now == Participation.PARTICIPANT;
    }

    @Override
    public String toString() {
        return "Resident[" + now + "]";
    }
}
