package dk.samblik.consent;

import dk.samblik.household.Category;
import dk.samblik.household.Cpr;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.population.Person;
import java.time.Period;
import java.util.Map;
import java.util.Set;

/** A person who may be asked about, and what may be asked. Made by {@link ConsentGate} only. */
public final class ConsentedPerson {

    private final PersonId id;
    private final Person person;
    private final Map<Department, Scope> scopes;

    ConsentedPerson(PersonId id, Person person, Map<Department, Scope> scopes) {
        this.id = id;
        this.person = person;
        this.scopes = Map.copyOf(scopes);
    }

    /** What a consent in force allows from one department: kinds of information, and how far back. */
    public record Scope(Set<Category> categories, Period back) {
        public Scope {
            categories = Set.copyOf(categories);
        }
    }

    public PersonId id() {
        return id;
    }

    /** The person as the population register has it. */
    public Person person() {
        return person;
    }

    /** The number in force now. */
    public Cpr cpr() {
        return person.cpr();
    }

    /** The number in force and all earlier ones: registers lag behind a change of number for weeks. */
    public Set<Cpr> numbers() {
        return person.numbers();
    }

    /** Whether this department may be asked about this person at all. */
    public boolean allows(Department source) {
        return scopes.containsKey(source);
    }

    /** Whether this kind of information may be asked of this department. */
    public boolean allows(Department source, Category category) {
        Scope scope = scopes.get(source);
        return scope != null && scope.categories().contains(category);
    }

    /** How far back records may be read; zero where the department may not be asked. */
    public Period back(Department source) {
        Scope scope = scopes.get(source);
        return scope == null ? Period.ZERO : scope.back();
    }

    /** The departments that may be asked. */
    public Set<Department> sources() {
        return scopes.keySet();
    }

    @Override
    public String toString() {
        return "ConsentedPerson[" + id + "]";
    }
}
