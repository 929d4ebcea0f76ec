package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import dk.samblik.view.Frame.Participant;
import dk.samblik.view.Frame.Scope;
import dk.samblik.view.PersonSections.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What may be shown of the sections: only of members with a consent in force, only from departments and of kinds that it
 * covers, each fact once. The order of what went in has left no trace.
 */
final class Shown {

    /** The register of identities; it hangs on taking part, not on a department of its own. */
    static final String POPULATION = "folkeregister";

    private static final Comparator<Section> LATEST =
            Comparator.comparing(Section::asked).thenComparing(Section::toString);

    private final Map<PersonId, Map<String, Section>> sections;
    private final List<Sourced<? extends Fact>> facts;

    private Shown(Map<PersonId, Map<String, Section>> sections, List<Sourced<? extends Fact>> facts) {
        this.sections = sections;
        this.facts = facts;
    }

    static Shown of(Frame frame, List<PersonSections> persons) {
        Map<PersonId, Map<String, Section>> latest = new HashMap<>();
        for (PersonSections person : persons) {
            Map<String, Section> own = latest.computeIfAbsent(person.person(), id -> new HashMap<>());
            person.sections().forEach(section -> own.merge(section.register(), section, Shown::later));
        }
        List<Sourced<? extends Fact>> facts = new ArrayList<>();
        for (Participant participant : frame.participants()) {
            Map<String, Section> own = latest.getOrDefault(participant.id(), Map.of());
            own.values().stream()
                    .sorted(Comparator.comparing(Section::register))
                    .forEach(section -> facts.addAll(allowed(participant, section)));
        }
        return new Shown(latest, facts);
    }

    private static Section later(Section one, Section other) {
        return LATEST.compare(one, other) >= 0 ? one : other;
    }

    private static List<Sourced<? extends Fact>> allowed(Participant participant, Section section) {
        List<Sourced<? extends Fact>> allowed = new ArrayList<>();
        for (Fact fact : new LinkedHashSet<>(section.facts())) {
            allow(participant, section.source(), fact)
                    .ifPresent(kept -> allowed.add(new Sourced<>(participant.id(), kept, section.provenance(), false)));
        }
        return allowed;
    }

    private static Optional<Fact> allow(Participant participant, Department source, Fact fact) {
        if (fact instanceof Fact.Identity) {
            return participant.scopes().isEmpty() ? Optional.empty() : Optional.of(fact);
        }
        Scope scope = participant.scopes().get(source);
        return scope == null ? Optional.empty() : FactCategory.covered(scope.categories(), fact);
    }

    /** The same with every fact changed, for hiding. */
    Shown with(Function<Sourced<? extends Fact>, Sourced<? extends Fact>> change) {
        return new Shown(
                sections, facts.stream().<Sourced<? extends Fact>>map(change).toList());
    }

    /** All facts, grouped by member in the order of the frame. */
    List<Sourced<? extends Fact>> all() {
        return facts;
    }

    /** The facts of one kind; equal ones of a person stand once. */
    @SuppressWarnings("unchecked")
    <F extends Fact> List<Sourced<F>> of(Class<F> kind, Comparator<F> order) {
        return facts.stream()
                .filter(sourced -> kind.isInstance(sourced.fact()))
                .map(sourced -> (Sourced<F>) sourced)
                .distinct()
                .sorted(Comparator.<Sourced<F>, F>comparing(Sourced::fact, order)
                        .thenComparing(sourced -> sourced.person().value())
                        .thenComparing(Sourced::toString))
                .toList();
    }

    /** Who the person is, where that may be shown. */
    Optional<Fact.Identity> identity(PersonId person) {
        return facts.stream()
                .filter(sourced -> sourced.person().equals(person) && sourced.fact() instanceof Fact.Identity)
                .map(sourced -> (Fact.Identity) sourced.fact())
                .findFirst();
    }

    /** The section as stored, whatever of it may be shown. */
    Optional<Section> section(PersonId person, String register) {
        return Optional.ofNullable(sections.getOrDefault(person, Map.of()).get(register));
    }
}
