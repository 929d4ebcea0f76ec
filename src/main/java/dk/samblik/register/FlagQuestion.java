package dk.samblik.register;

import dk.samblik.household.Cpr;
import dk.samblik.household.Department;
import java.util.Set;

/** Who of these people has an open case with one of these departments? Made by {@link OpenCases} against a logged look. */
record FlagQuestion(Set<Department> departments, Set<Cpr> people, Heard heard) {

    FlagQuestion {
        departments = Set.copyOf(departments);
        people = Set.copyOf(people);
    }

    @Override
    public String toString() {
        return "FlagQuestion[" + people.size() + " people]";
    }
}
