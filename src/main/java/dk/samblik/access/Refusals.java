package dk.samblik.access;

import dk.samblik.household.HouseholdId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every refused try is in the access log before it is answered. */
@Component
class Refusals {

    private static final String PURPOSE = "household-work";

    private final AccessLog log;
    private final CurrentRequest request;

    Refusals(AccessLog log, CurrentRequest request) {
        this.log = log;
        this.request = request;
    }

    /** A household that is not this one's to see, or no household at all. */
    void notYours(Viewer viewer, @Nullable HouseholdId household, String purpose) {
        record(viewer, household, purpose, "NOT_YOURS");
    }

    /** A page that is for another role. */
    void otherRole(Viewer viewer) {
        record(viewer, null, PURPOSE, "OTHER_ROLE");
    }

    private void record(Viewer viewer, @Nullable HouseholdId household, String purpose, String outcome) {
        log.record(List.of(new Access(
                Access.Action.DENIED,
                viewer,
                purpose,
                household,
                null,
                null,
                Set.of(),
                List.of(),
                null,
                outcome,
                request.id(),
                null)));
    }
}
