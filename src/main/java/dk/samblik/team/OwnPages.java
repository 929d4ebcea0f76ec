package dk.samblik.team;

import dk.samblik.access.SeeOther;
import dk.samblik.household.HouseholdId;
import dk.samblik.view.HouseholdView;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.ModelAndView;

/** What the pages have in common on which a team writes what is its own of a household. */
final class OwnPages {

    /** In the address of a page that tells that something was just done. */
    static final String SAVED = "gemt";

    /** What no page was ever opened on. */
    private static final int NONE = -1;

    private OwnPages() {}

    /** The number a page was opened on; -1, which never was one, for anything else. */
    static int number(@Nullable String written) {
        try {
            return written == null ? NONE : Integer.parseInt(written.strip());
        } catch (NumberFormatException noNumber) {
            return NONE;
        }
    }

    /** A household of which no consent is in force has nothing to write about. */
    static ModelAndView empty(HouseholdView view) {
        ExtendedModelMap model = new ExtendedModelMap();
        return new ModelAndView(HouseholdPage.empty(view, model), model);
    }

    /** Shows the page again, with what was done. */
    static ModelAndView saved(HouseholdId household, String page, String done) {
        return new ModelAndView(SeeOther.at("/husstande/" + household + "/" + page + "?" + done));
    }
}
