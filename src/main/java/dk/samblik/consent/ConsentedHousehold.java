package dk.samblik.consent;

import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import java.util.List;

/** A household that is open, with the members who may be asked about. Made by {@link ConsentGate} only. */
public final class ConsentedHousehold {

    private final HouseholdId id;
    private final List<ConsentedPerson> persons;

    ConsentedHousehold(HouseholdId id, List<ConsentedPerson> persons) {
        this.id = id;
        this.persons = List.copyOf(persons);
    }

    public HouseholdId id() {
        return id;
    }

    public List<ConsentedPerson> persons() {
        return persons;
    }

    /** The members about whom this department may be asked; empty when it must not be called. */
    public List<ConsentedPerson> personsFor(Department source) {
        return persons.stream().filter(person -> person.allows(source)).toList();
    }

    @Override
    public String toString() {
        return "ConsentedHousehold[" + id + ", " + persons.size() + " persons]";
    }
}
