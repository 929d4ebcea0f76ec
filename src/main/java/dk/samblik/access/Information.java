package dk.samblik.access;

import dk.samblik.household.Category;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What there is to see of a household, by the lines of the {@link Matrix}, with the categories of a consent it stands for. */
public enum Information {
    MEMBERS,
    ADDRESS,
    CASE_OVERVIEW(Category.CASE_OVERVIEW),
    CASEWORKERS(Category.CASEWORKERS),
    APPOINTMENTS(Category.APPOINTMENTS),
    MEASURES(Category.MEASURES),
    BENEFITS(Category.BENEFITS, Category.EMPLOYMENT_HISTORY),
    BENEFIT_AMOUNT,
    ATTENDANCE(Category.SCHOOL_ATTENDANCE, Category.DAYCARE_ATTENDANCE),
    TENANCY(Category.TENANCY),
    WISHES,
    WELLBEING(Category.WELLBEING),
    PROTECTED_ADDRESS,
    CPR;

    private final Set<Category> categories;

    Information(Category... categories) {
        Set<Category> all = EnumSet.noneOf(Category.class);
        all.addAll(List.of(categories));
        this.categories = Set.copyOf(all);
    }

    /** The categories of a consent that it stands for; none for what goes with taking part at all. */
    public Set<Category> categories() {
        return categories;
    }

    /** The line a category of a consent stands in. */
    public static Information of(Category category) {
        return Stream.of(values())
                .filter(one -> one.categories.contains(category))
                .findFirst()
                .orElseThrow();
    }
}
