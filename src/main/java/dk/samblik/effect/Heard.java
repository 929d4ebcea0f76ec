package dk.samblik.effect;

import dk.samblik.effect.formula.Known;
import dk.samblik.effect.formula.Spell;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import dk.samblik.view.Sourced;
import dk.samblik.view.Told;
import dk.samblik.view.Told.Spoken;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the registers have told of a household, asked for by person, kind and fact. */
record Heard(Told told) {

    /** The facts of one kind about one person. */
    <F extends Fact> List<F> facts(Class<F> kind, PersonId person) {
        return told.facts().stream()
                .filter(one -> one.person().equals(person) && kind.isInstance(one.fact()))
                .map(one -> kind.cast(one.fact()))
                .toList();
    }

    /** The facts of one kind about anybody, with where they come from. */
    <F extends Fact> Stream<Sourced<? extends Fact>> facts(Class<F> kind) {
        return told.facts().stream().filter(one -> kind.isInstance(one.fact()));
    }

    /** The days that every source has spoken for that this person's consent lets be asked for the kind; none without one. */
    Known known(PersonId person, Category kind, @Nullable Department source) {
        return meet(
                spoken(kind, source).filter(one -> one.person().equals(person)).toList());
    }

    /** The days that every source has spoken for, of everybody who consents to the kind. */
    Known known(Category kind, @Nullable Department source) {
        return meet(spoken(kind, source).toList());
    }

    /** By which rules the sources of this kind were read. */
    List<String> sources(Category kind, @Nullable Department source) {
        return spoken(kind, source)
                .map(one -> one.mapping().isEmpty() ? one.register() : one.mapping())
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Spoken> spoken(Category kind, @Nullable Department source) {
        return told.spoken().stream()
                .filter(one -> one.kinds().contains(kind))
                .filter(one -> source == null ? one.source() != Department.POPULATION : one.source() == source);
    }

    private static Known meet(Collection<Spoken> spoken) {
        if (spoken.isEmpty()) {
            return Known.nothing();
        }
        LocalDate from =
                spoken.stream().map(Spoken::from).max(Comparator.naturalOrder()).orElseThrow();
        LocalDate until = spoken.stream()
                .map(Spoken::until)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return until.isBefore(from) ? Known.nothing() : new Known(List.of(new Spell(from, until)));
    }
}
