package dk.samblik.draw;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.CurrentRequest;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.Grant;
import dk.samblik.enrolment.DrawnList.Sealed;
import dk.samblik.household.HouseholdId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Rows of the access log about a draw, under its own purpose and committed before anybody is asked about or shown. They
 * name the draw, and households only once they are drawn: whoever is only counted stands in no log.
 */
@Component
class DrawLooks {

    private final CurrentViewer viewers;
    private final CurrentRequest request;
    private final AccessLog log;
    private final DrawSettings settings;

    DrawLooks(CurrentViewer viewers, CurrentRequest request, AccessLog log, DrawSettings settings) {
        this.viewers = viewers;
        this.request = request;
        this.log = log;
        this.settings = settings;
    }

    /** Notes that the viewer at hand does this with a draw; {@code what} says it in a few words. */
    Grant note(Access.Action action, String number, String what) {
        return log.record(List.of(row(action, number, what, null)));
    }

    /** The same of each of these households; a list with nobody in it is a look too. */
    Grant note(Access.Action action, String number, String what, List<Sealed> drawn) {
        return drawn.isEmpty()
                ? note(action, number, what)
                : log.record(drawn.stream()
                        .map(one -> row(action, number, what, one.logged()))
                        .toList());
    }

    private Access row(Access.Action action, String number, String what, @Nullable HouseholdId household) {
        return new Access(
                action,
                viewers.require(),
                settings.purpose(),
                household,
                null,
                null,
                Set.of(),
                List.of(),
                null,
                "draw " + number + " " + what,
                request.id(),
                null);
    }
}
