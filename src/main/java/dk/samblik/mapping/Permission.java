package dk.samblik.mapping;

import dk.samblik.household.Category;
import java.time.LocalDate;
import java.util.function.Predicate;

/** What may be shown of one person from one register: which kinds of information, and nothing that ended before a day. */
record Permission(Predicate<Category> category, LocalDate back) {

    boolean allows(Category kind) {
        return category.test(kind);
    }
}
