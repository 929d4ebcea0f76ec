package dk.samblik.consent;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.CurrentRequest;
import dk.samblik.access.Grant;
import dk.samblik.access.HouseholdAccess;
import dk.samblik.access.LookRows;
import dk.samblik.access.Viewer;
import dk.samblik.household.HouseholdId;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** How the desk's pages come to show anything: first the right, then the log, then the content; never in another order. */
@Component
class DeskLook {

    private final Desk desk;
    private final CurrentRequest request;
    private final HouseholdAccess access;
    private final LookRows rows;
    private final AccessLog log;
    private final Standings standings;

    DeskLook(
            Desk desk,
            CurrentRequest request,
            HouseholdAccess access,
            LookRows rows,
            AccessLog log,
            Standings standings) {
        this.desk = desk;
        this.request = request;
        this.access = access;
        this.rows = rows;
        this.log = log;
        this.standings = standings;
    }

    /** One household that was looked at, and the committed row that lets it be shown. */
    record Look(Viewer viewer, Grant grant, String requestId, DeskHousehold household) {}

    /** One household, by the id in the address. */
    Look at(String written) {
        Viewer viewer = desk.viewer();
        HouseholdId household = access.requireAtDesk(viewer, written);
        Grant grant = grant(Access.Action.VIEW, viewer, List.of(household));
        return new Look(
                viewer,
                grant,
                request.id(),
                standings.read(grant, List.of(household)).get(0));
    }

    /** Everything this viewer follows; each household is a look of its own in the log. */
    List<DeskHousehold> followed() {
        Viewer viewer = desk.viewer();
        Collection<HouseholdId> households = standings.followed(viewer);
        if (households.isEmpty()) {
            return List.of();
        }
        return standings.read(grant(Access.Action.SEARCH, viewer, households), households);
    }

    private Grant grant(Access.Action action, Viewer viewer, Collection<HouseholdId> households) {
        return log.record(rows.of(action, viewer, HouseholdAccess.DESK_PURPOSE, households));
    }
}
