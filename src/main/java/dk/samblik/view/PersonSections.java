package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is stored about one member: one section a register. What {@link Merge} is fed with. */
public record PersonSections(PersonId person, List<Section> sections) {

    public PersonSections {
        sections = List.copyOf(sections);
    }

    /** The same, with somebody protected in the home; what tells of it is then taken out by the merge. */
    PersonSections inProtectedHome() {
        return new PersonSections(
                person, sections.stream().map(Section::inProtectedHome).toList());
    }

    /** How the last asking ended. */
    public enum Outcome {
        ANSWERED,
        NOTHING,
        NOT_ACCESSIBLE,
        UNAVAILABLE
    }

    /** Facts of one register about one person, and how fresh they are. {@code facts} may outlive a failed asking. */
    public record Section(
            String register,
            Department source,
            Outcome outcome,
            List<Fact> facts,
            Instant asked,
            @Nullable Instant answered,
            @Nullable Instant asOf,
            @Nullable Instant staleSince,
            @Nullable String reason,
            @Nullable String mapping,
            int quarantined) {
        public Section {
            facts = List.copyOf(facts);
        }

        private Section inProtectedHome() {
            return new Section(
                    register,
                    source,
                    outcome,
                    facts.stream().map(Placeless::inProtectedHome).toList(),
                    asked,
                    answered,
                    asOf,
                    staleSince,
                    reason,
                    mapping,
                    quarantined);
        }

        Provenance provenance() {
            return new Provenance(register, source, asOf, answered, mapping == null ? "" : mapping);
        }
    }
}
