package dk.samblik.consent;

import dk.samblik.household.Cpr;
import dk.samblik.population.Person;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose word is needed for one person, as the desk knows them. {@code key} names the grantor in forms and drafts
 * and tells nobody who it is; {@code signer} is the same for one person in all they sign. {@code who} is null where the register does not have the grantor; {@code number} where it
 * does not even name one, and then nobody at the desk can say yes for the grantor.
 */
record DeskGrantor(
        String key,
        String signer,
        Requirement requirement,
        @Nullable Cpr number,
        @Nullable Person who,
        boolean member) {

    Capacity capacity() {
        return requirement.capacity();
    }

    /**
     * What the grantor is called. Null where the name may not be told: of somebody outside the household whose name is
     * protected, or whom the register does not know.
     */
    @Nullable
    String name() {
        if (who == null || (!member && who.protectedAddress())) {
            return null;
        }
        return DeskMember.nameOf(who);
    }

    @Override
    public String toString() {
        return "DeskGrantor[" + capacity() + "]";
    }
}
