package dk.samblik.access;

import dk.samblik.household.Category;
import dk.samblik.household.PersonId;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * {@code maySee(U,P,C,t)} of the domain reference, 7.3, for one reader at one moment: the role by the {@link Matrix} and the
 * recipients of the person's consent. That the reader is active is asked at every request ({@link CurrentViewer}), that the
 * household is one of theirs by {@link HouseholdAccess}, and the purpose stands in the row of the {@link AccessLog} that
 * comes first. What the municipal team may see is cut to its consents in the merge already.
 *
 * @param named by person, the categories for which a consent in force names the reader's organisation; empty for the
 *     municipality's own
 */
public record MaySee(Reader reader, Map<PersonId, Set<Category>> named) {

    public MaySee {
        named = Map.copyOf(named);
    }

    /** How much of this about this person; NO where the role, or the person's consent, does not open it. */
    public Sight of(Information what, PersonId person) {
        Sight sight = Matrix.of(what, reader);
        return sight.onlyIfNamed() && !names(person, what) ? Sight.NO : sight;
    }

    /** Whether the role opens it, so that only the person's consent keeps it from this reader. */
    public boolean forWantOfConsent(Information what, PersonId person) {
        return Matrix.of(what, reader) != Sight.NO && of(what, person) == Sight.NO;
    }

    /** Whether this reader sees all that the consent gives the municipal team. */
    public boolean all() {
        return reader == Reader.COORDINATOR || reader == Reader.MUNICIPAL;
    }

    /** Names go with being a recipient at all. */
    private boolean names(PersonId person, Information what) {
        Set<Category> categories = named.getOrDefault(person, Set.of());
        return what.categories().isEmpty()
                ? !categories.isEmpty()
                : !Collections.disjoint(categories, what.categories());
    }
}
