package dk.samblik.consent;

import dk.samblik.household.PersonId;
import java.util.List;

/** What somebody at the desk asks to end: whose consents of one household, and what of them. */
record Ending(List<PersonId> persons, Withdrawn what) {

    Ending {
        persons = List.copyOf(persons);
        if (persons.isEmpty()) {
            throw new IllegalArgumentException("nobody's consent is nothing to end");
        }
    }

    /** Whether nothing of this consent would be left. */
    boolean whole(Consent consent) {
        return Rest.of(consent, what).nothing();
    }
}
