package dk.samblik.team;

import dk.samblik.access.Viewer;
import dk.samblik.household.Department;
import dk.samblik.view.Change;
import dk.samblik.view.HouseholdRow;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.LaneState;

/**
 * How much a viewer's role lets see of a household (domain reference, 7.3). The coordinator and the municipality's own
 * members see what the consent lets the team see; a member from outside, as from the housing association, sees the
 * tenancy, and of the rest that it is there. Somebody whose organisation is not the authority's is from outside.
 */
enum Seeing {
    ALL,
    HOUSING_ONLY;

    static Seeing of(Viewer viewer, TeamSettings settings) {
        boolean own = viewer.organisation().equals(settings.authority());
        return own || viewer.role() == Viewer.Role.COORDINATOR ? ALL : HOUSING_ONLY;
    }

    /** The view as this one may see it. */
    HouseholdView of(HouseholdView view) {
        return this == ALL ? view : HousingOnly.of(view);
    }

    /** A row of the start page as this one may see it. */
    HouseholdRow of(HouseholdRow row) {
        return this == ALL ? row : HousingOnly.of(row);
    }

    /** Whether a change may be told. */
    boolean sees(Change change) {
        return this == ALL || HousingOnly.tells(change);
    }

    /** Whether figures of a department may be seen. */
    boolean sees(Department department) {
        return this == ALL || department == Department.HOUSING;
    }

    /** Whether a state says something about a person's dealings with a department, or only about the consent. */
    static boolean ofConsent(LaneState state) {
        return state == LaneState.NOT_IN_SCOPE || state == LaneState.WITHDRAWN;
    }
}
