package dk.samblik.consent;

import dk.samblik.access.Grant;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many facts the hub holds about people: what a withdrawal takes away, told before it does. */
public interface FactsHeld {

    /** So many facts of one kind about a person from one department; {@code category} null where no consent names it. */
    record Held(
            PersonId person, Department source, @Nullable Category category, int facts) {}

    /** What is held about a household as it stands now, against a grant for it; nothing is an empty list. */
    List<Held> of(Grant grant, HouseholdId household);
}
