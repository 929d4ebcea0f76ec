package dk.samblik.consent;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import java.util.EnumSet;
import java.util.Set;

/** What stays of a consent when part of it is taken back. */
record Rest(Set<Department> sources, Set<Category> categories) {

    static Rest of(Consent consent, Withdrawn what) {
        Set<Department> sources = EnumSet.noneOf(Department.class);
        sources.addAll(consent.sources());
        Set<Category> categories = EnumSet.noneOf(Category.class);
        categories.addAll(consent.categories());
        if (what instanceof Withdrawn.Source one) {
            sources.remove(one.source());
        } else if (what instanceof Withdrawn.Kind one) {
            categories.remove(one.category());
        } else if (what instanceof Withdrawn.Everything
                || what instanceof Withdrawn.Mistake
                || what.equals(new Withdrawn.Recipient(ConsentEntry.TEAM))) {
            sources.clear();
        }
        return new Rest(sources, categories);
    }

    boolean nothing() {
        return sources.isEmpty() || categories.isEmpty();
    }
}
