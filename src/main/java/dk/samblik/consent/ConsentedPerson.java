package dk.samblik.consent;

import dk.samblik.household.Category;
import dk.samblik.household.Cpr;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.population.Person;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A person who may be asked about, and what may be asked. Made by {@link ConsentGate} only. */
public final class ConsentedPerson {

    private final PersonId id;
    private final Person person;
    private final Map<Department, Scope> scopes;
    private final String consent;
    private final LocalDate admitted;

    /** {@code consent} names the version relied on; {@code admitted} is the day the gate let the person through. */
    ConsentedPerson(PersonId id, Person person, Map<Department, Scope> scopes, String consent, LocalDate admitted) {
        this.id = id;
        this.person = person;
        this.scopes = Map.copyOf(scopes);
        this.consent = consent;
        this.admitted = admitted;
    }

    /** What a consent in force allows from one department: kinds of information, and how far back. */
    public record Scope(Set<Category> categories, Period back) {
        public Scope {
            categories = Set.copyOf(categories);
        }

        /** What both allow; the shorter period, as counted from a day. */
        Scope common(Scope other, LocalDate day) {
            if (equals(other)) {
                return this;
            }
            Set<Category> both =
                    categories.stream().filter(other.categories::contains).collect(Collectors.toSet());
            return new Scope(both, day.minus(back).isAfter(day.minus(other.back)) ? back : other.back);
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

    /** Every kind of information that may be asked of some department. */
    Set<Category> categories() {
        return scopes.values().stream()
                .flatMap(scope -> scope.categories().stream())
                .collect(Collectors.toSet());
    }

    String consent() {
        return consent;
    }

    LocalDate admitted() {
        return admitted;
    }

    /** The same person with what both this and the other scopes allow; empty when that is nothing. */
    Optional<ConsentedPerson> within(Map<Department, Scope> others) {
        Map<Department, Scope> both = new EnumMap<>(Department.class);
        scopes.forEach((source, scope) -> {
            Scope other = others.get(source);
            Scope common = other == null ? null : scope.common(other, admitted);
            if (common != null && !common.categories().isEmpty()) {
                both.put(source, common);
            }
        });
        return both.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConsentedPerson(id, person, both, consent, admitted));
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
