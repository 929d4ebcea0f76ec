package dk.samblik.consent;

import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A household as the desk's pages show it: its members in the order of a page, and what is to be done. {@code versions}:
 * how many times its view was published; {@code enrolled}: whether it is in the project today.
 */
record DeskHousehold(
        HouseholdId id, String number, int versions, boolean enrolled, List<DeskPerson> persons, List<DeskTask> tasks) {

    DeskHousehold {
        persons = List.copyOf(persons);
        tasks = List.copyOf(tasks);
    }

    /** Those with something to end. */
    public List<DeskPerson> active() {
        return persons.stream().filter(DeskPerson::active).toList();
    }

    /** One of its members; null for a task that is about nobody who may be named. */
    public @Nullable DeskPerson of(DeskTask task) {
        PersonId id = task.person();
        return id == null ? null : person(id).orElse(null);
    }

    /** One of those shown as members, for a page; null for anybody else. */
    public @Nullable DeskPerson named(PersonId id) {
        return person(id).orElse(null);
    }

    Optional<DeskPerson> person(PersonId id) {
        return persons.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return "DeskHousehold[" + id + "]";
    }
}
