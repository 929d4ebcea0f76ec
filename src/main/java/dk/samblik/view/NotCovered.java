package dk.samblik.view;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is not asked for about a member: a whole department ({@code categories} empty) or some kinds of information from
 * it. {@code withdrawn} is set where it was agreed once and taken back.
 */
public record NotCovered(
        PersonId person,
        Department source,
        Set<Category> categories,
        @Nullable Instant withdrawn) {
    public NotCovered {
        categories = Set.copyOf(categories);
    }
}
