package dk.samblik.view;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which kinds of information a department has to offer at all, so that only those are named as not covered. */
final class Offered {

    private static final Set<Category> WORK =
            EnumSet.of(Category.CASE_OVERVIEW, Category.CASEWORKERS, Category.APPOINTMENTS, Category.MEASURES);

    private static final Map<Department, Set<Category>> OFFERED = Map.of(
            Department.EMPLOYMENT, with(Category.BENEFITS, Category.EMPLOYMENT_HISTORY),
            Department.CHILDREN, with(Category.SCHOOL_ATTENDANCE, Category.DAYCARE_ATTENDANCE),
            Department.SOCIAL, WORK,
            Department.HOUSING, EnumSet.of(Category.TENANCY));

    private static Set<Category> with(Category... more) {
        Set<Category> all = EnumSet.copyOf(WORK);
        all.addAll(List.of(more));
        return all;
    }

    private Offered() {}

    static Set<Category> by(Department source) {
        return OFFERED.getOrDefault(source, Set.of());
    }
}
