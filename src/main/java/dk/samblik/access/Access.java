package dk.samblik.access;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.household.RunId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line for the access log: who, what, about whom (ids only), for what purpose. {@code viewVersion} is the version
 * shown, null where none is. {@code requestId} joins the line to the request or run it came from.
 */
public record Access(
        Action action,
        Viewer viewer,
        String purpose,
        @Nullable HouseholdId household,
        @Nullable PersonId person,
        @Nullable Department source,
        Set<Category> categories,
        List<String> consents,
        @Nullable Integer viewVersion,
        String outcome,
        String requestId,
        @Nullable RunId run) {

    /** What was done, by the words of the log. */
    public enum Action {
        VIEW,
        DETAIL,
        REVEAL_CPR,
        REVEAL_ADDRESS,
        FETCH,
        EXPORT,
        API,
        SEARCH,
        /** Households counted or drawn by lot; about nobody that is named. */
        DRAW,
        PRINT,
        CONSENT_RECORDED,
        CONSENT_WITHDRAWN,
        HOUSEHOLD_SET_UP,
        MEMBER_CHANGED,
        CUSTODY_NOTED,
        COORDINATOR_SET,
        MEETING_SET,
        WISH_CHANGED,
        AGREEMENT_CHANGED,
        CANDIDATE_CHANGED,
        HOUSEHOLD_ENDED,
        DENIED
    }

    public Access {
        categories = Set.copyOf(categories);
        consents = List.copyOf(consents);
    }

    /** The same about one person of the household, and from one source where it is read there. */
    public Access about(PersonId one, @Nullable Department from) {
        return with(one, from, viewVersion);
    }

    /** The same line, about a look in one register. */
    public Access in(Department register) {
        return with(person, register, viewVersion);
    }

    /** The same line, about an earlier version of the view. */
    public Access atVersion(int version) {
        return with(person, source, version);
    }

    /** The same line, with a word for what came of it. */
    public Access as(String said) {
        return new Access(
                action,
                viewer,
                purpose,
                household,
                person,
                source,
                categories,
                consents,
                viewVersion,
                said,
                requestId,
                run);
    }

    private Access with(@Nullable PersonId one, @Nullable Department from, @Nullable Integer version) {
        return new Access(
                action, viewer, purpose, household, one, from, categories, consents, version, outcome, requestId, run);
    }

    /** Whether somebody is shown something: not the hub's own work, a refusal, or a consent taken back. */
    boolean shown() {
        return viewer.role() != Viewer.Role.HUB && action != Action.DENIED && action != Action.CONSENT_WITHDRAWN;
    }

    /** A line about a whole household. */
    public static Access of(Action action, Viewer viewer, String purpose, HouseholdId household, String requestId) {
        return new Access(
                action, viewer, purpose, household, null, null, Set.of(), List.of(), null, "OK", requestId, null);
    }
}
