package dk.samblik.access;

import dk.samblik.household.Category;
import dk.samblik.household.HouseholdId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every refused try is in the access log before it is answered. */
@Component
class Refusals {

    private final AccessLog log;
    private final CurrentRequest request;

    Refusals(AccessLog log, CurrentRequest request) {
        this.log = log;
        this.request = request;
    }

    /** Notes that somebody was refused: a household, or kinds of information, or a page; {@code null} and empty where none is meant. */
    void note(Viewer viewer, @Nullable HouseholdId household, Set<Category> categories, String purpose, String reason) {
        log.record(List.of(new Access(
                Access.Action.DENIED,
                viewer,
                purpose,
                household,
                null,
                null,
                categories,
                List.of(),
                null,
                reason,
                request.id(),
                null)));
    }
}
