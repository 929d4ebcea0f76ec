package dk.samblik.consent;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.CurrentRequest;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.Grant;
import dk.samblik.access.HouseholdAccess;
import dk.samblik.access.LookRows;
import dk.samblik.access.Viewer;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.population.Population;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Who stands at the consent desk, and what is opened there. First the right, then the log, then the content. Only staff of
 * the authority itself: the desk looks in the population register.
 */
@Component
public class Desk {

    private final CurrentViewer viewers;
    private final CurrentRequest request;
    private final HouseholdAccess access;
    private final LookRows rows;
    private final AccessLog log;
    private final Population population;
    private final DeskHouseholds households;
    private final DeskDrafts drafts;
    private final DataController controller;

    Desk(
            CurrentViewer viewers,
            CurrentRequest request,
            HouseholdAccess access,
            LookRows rows,
            AccessLog log,
            Population population,
            DeskHouseholds households,
            DeskDrafts drafts,
            DataController controller) {
        this.viewers = viewers;
        this.request = request;
        this.access = access;
        this.rows = rows;
        this.log = log;
        this.population = population;
        this.households = households;
        this.drafts = drafts;
        this.controller = controller;
    }

    /** A household opened for somebody, with the draft of its recording. */
    record Opened(Viewer viewer, Grant grant, HouseholdAtDesk household, DeskDrafts.Kept kept) {

        DeskDraft draft() {
            return kept.draft();
        }
    }

    /** Whoever makes the request; refused, and the refusal logged, for somebody who is not of the authority. */
    public Viewer viewer() {
        Viewer viewer = viewers.require();
        if (!viewer.atDesk() || !viewer.organisation().equals(controller.name())) {
            note(Access.Action.DENIED, viewer, null, null, "NOT_OF_THE_AUTHORITY");
            throw new AccessDeniedException("the consent desk is the authority's own");
        }
        return viewer;
    }

    /** Opens a household by the id in an address; alike for one of another area, and one there is not. */
    Opened open(String id) {
        Viewer viewer = viewer();
        HouseholdId household = access.requireAtDesk(viewer, id);
        population.load();
        Grant grant = log.record(
                rows.of(Access.Action.VIEW, viewer, HouseholdAccess.DESK_PURPOSE, List.of(household)).stream()
                        .map(row -> row.in(Department.POPULATION))
                        .toList());
        return new Opened(
                viewer,
                grant,
                households.open(grant, household).orElseThrow(() -> access.goneFromDesk(viewer, household)),
                drafts.find(grant, household));
    }

    /** Writes down that somebody searches for an enrolled household, before it is searched; by what, never for what. */
    Viewer search(String by) {
        Viewer viewer = viewer();
        note(Access.Action.SEARCH, viewer, null, null, by);
        return viewer;
    }

    /** As {@link #search} for a look at a register household. */
    Viewer searchRegister() {
        Viewer viewer = viewer();
        note(Access.Action.SEARCH, viewer, null, Department.POPULATION, "REGISTER_HOUSEHOLD");
        return viewer;
    }

    /** Writes down that something was not done, and why. */
    void refused(Viewer viewer, @Nullable HouseholdId household, String why) {
        note(Access.Action.DENIED, viewer, household, null, why);
    }

    private void note(
            Access.Action action,
            Viewer viewer,
            @Nullable HouseholdId household,
            @Nullable Department source,
            String outcome) {
        log.record(List.of(new Access(
                action,
                viewer,
                HouseholdAccess.DESK_PURPOSE,
                household,
                null,
                source,
                Set.of(),
                List.of(),
                null,
                outcome,
                request.id(),
                null)));
    }

    /** Who records in this request. */
    RecordedBy by(Viewer viewer) {
        return new RecordedBy(viewer, HouseholdAccess.DESK_PURPOSE, request.id());
    }
}
