package dk.samblik.oversight;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.CurrentRequest;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.Grant;
import dk.samblik.access.Viewer;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whoever reads the log stands in the log: a row for each reading, committed before it. */
@Component
class OwnLooks {

    /** Why the log is read: to see whether the others had a reason. */
    static final String CONTROL = "log-control";

    /** Why it is written out: the person it is about asked. */
    static final String ON_REQUEST = "access-request";

    private final CurrentViewer viewers;
    private final CurrentRequest request;
    private final AccessLog log;

    OwnLooks(CurrentViewer viewers, CurrentRequest request, AccessLog log) {
        this.viewers = viewers;
        this.request = request;
        this.log = log;
    }

    /** A reading about nobody in particular; {@code what} says by which questions, never about whom. */
    Grant note(Access.Action action, String what) {
        return log.record(List.of(row(action, CONTROL, what, null, null)));
    }

    /** A reading about these households, and about one person of theirs where there is one. */
    Grant note(
            Access.Action action,
            String purpose,
            String what,
            Collection<HouseholdId> households,
            @Nullable PersonId person) {
        if (households.isEmpty()) {
            return log.record(List.of(row(action, purpose, what, null, person)));
        }
        return log.record(households.stream()
                .map(household -> row(action, purpose, what, household, person))
                .toList());
    }

    private Access row(
            Access.Action action,
            String purpose,
            String what,
            @Nullable HouseholdId household,
            @Nullable PersonId person) {
        Viewer viewer = viewers.require();
        return new Access(
                action, viewer, purpose, household, person, null, Set.of(), List.of(), null, what, request.id(), null);
    }
}
