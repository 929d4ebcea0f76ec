package dk.samblik.consent;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people are asked about at the desk: which kinds of information each department is read for, and from whom of the
 * household it is sensible to ask. The mapping files read no other; a test holds the two in step.
 */
final class Offer {

    /** In the order of the page. */
    static final List<Department> DEPARTMENTS = List.of(
            Department.EMPLOYMENT, Department.CHILDREN, Department.SOCIAL, Department.HOUSING, Department.POPULATION);

    /** The population register gives names, relations and address, which no kind of information of its own stands for. */
    private static final Map<Department, Set<Category>> KINDS = Map.of(
            Department.EMPLOYMENT,
            EnumSet.of(
                    Category.CASE_OVERVIEW,
                    Category.CASEWORKERS,
                    Category.APPOINTMENTS,
                    Category.MEASURES,
                    Category.BENEFITS,
                    Category.EMPLOYMENT_HISTORY),
            Department.CHILDREN,
            EnumSet.of(
                    Category.CASE_OVERVIEW,
                    Category.CASEWORKERS,
                    Category.APPOINTMENTS,
                    Category.MEASURES,
                    Category.SCHOOL_ATTENDANCE,
                    Category.DAYCARE_ATTENDANCE),
            Department.SOCIAL,
            EnumSet.of(Category.CASE_OVERVIEW, Category.CASEWORKERS, Category.APPOINTMENTS, Category.MEASURES),
            Department.HOUSING,
            EnumSet.of(Category.TENANCY, Category.CASEWORKERS),
            Department.POPULATION,
            Set.of());

    /** Departments that know nobody below working age. */
    private static final Set<Department> NOT_OF_CHILDREN = Set.of(Department.EMPLOYMENT, Department.HOUSING);

    private static final int WORKING_AGE = 15;

    private Offer() {}

    /** The kinds of information these departments are read for. */
    static Set<Category> kinds(Collection<Department> departments) {
        Set<Category> kinds = EnumSet.noneOf(Category.class);
        departments.forEach(department -> kinds.addAll(KINDS.getOrDefault(department, Set.of())));
        return kinds;
    }

    /** Whether it is asked about this person at all: a child under 15 has no case at the job centre and rents nothing. */
    static boolean fits(DeskMember member, Department department, LocalDate today) {
        return !NOT_OF_CHILDREN.contains(department)
                || member.person() == null
                || member.person().ageOn(today) >= WORKING_AGE;
    }
}
