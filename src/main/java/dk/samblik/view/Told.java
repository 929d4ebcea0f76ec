package dk.samblik.view;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What may be counted of one household today: who takes part, the facts that consents in force cover, and for what days each
 * register has told of each person at all. For figures, not for showing.
 */
public record Told(Frame frame, List<Member> members, List<Sourced<? extends Fact>> facts, List<Spoken> spoken) {

    public Told {
        members = List.copyOf(members);
        facts = List.copyOf(facts);
        spoken = List.copyOf(spoken);
    }

    /**
     * A register has told of a person, for these kinds and these days, both ends among them. {@code mapping} is by which
     * rules it was read; empty where it had nothing.
     */
    public record Spoken(
            PersonId person,
            String register,
            Department source,
            Set<Category> kinds,
            LocalDate from,
            LocalDate until,
            String mapping) {
        public Spoken {
            kinds = Set.copyOf(kinds);
        }
    }
}
