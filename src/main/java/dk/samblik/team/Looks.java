package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.Grant;
import dk.samblik.access.HouseholdAccess;
import dk.samblik.access.LookRows;
import dk.samblik.access.Viewer;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Recipients;
import dk.samblik.view.Views;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Opens a household for a page. First the right, then the log, then the content; never in another order. */
@Component
public class Looks {

    private final CurrentViewer viewers;
    private final LookRows rows;
    private final HouseholdAccess access;
    private final AccessLog log;
    private final Views views;
    private final Recipients recipients;

    Looks(
            CurrentViewer viewers,
            LookRows rows,
            HouseholdAccess access,
            AccessLog log,
            Views views,
            Recipients recipients) {
        this.viewers = viewers;
        this.rows = rows;
        this.access = access;
        this.log = log;
        this.views = views;
        this.recipients = recipients;
    }

    /** Who may look at what, before anything is opened. */
    public record Door(Viewer viewer, HouseholdId household, Seeing seeing) {}

    /** What was opened, whole: whoever shows it cuts it by {@code door.seeing}. */
    public record Look(Door door, Grant grant, HouseholdView whole) {}

    /** The household behind this part of an address, as somebody who follows it; refused alike whatever the reason. */
    Door door(String id, PageFrame frame) {
        return door(id, frame.settings());
    }

    /** As the other, where there is no page around it. */
    public Door door(String id, TeamSettings settings) {
        Viewer viewer = viewers.require();
        return door(viewer, access.requireOpen(viewer, id), settings);
    }

    /** As the other, for whoever fetches or changes something: refused with words of its own where the household has left. */
    public Door doorToChange(String id, TeamSettings settings) {
        Viewer viewer = viewers.require();
        return door(viewer, access.requireActive(viewer, id), settings);
    }

    private Door door(Viewer viewer, HouseholdId household, TeamSettings settings) {
        return new Door(viewer, household, Seeing.of(viewer, settings, recipients, List.of(household)));
    }

    /** Opens it, once that it was opened is in the log; {@code categories} where the look is at some kinds only. */
    Look open(Door door, Access.Action action, Set<Category> categories) {
        return open(door, action, categories, StartPage.PURPOSE);
    }

    /** As the other, for a purpose that the reader gave. */
    public Look open(Door door, Access.Action action, Set<Category> categories, String purpose) {
        return read(door, log.record(rows.of(action, door.viewer(), purpose, List.of(door.household()), categories)));
    }

    /** As the other, for readers to whom all of it is open: to others a part would be taken for the whole. */
    public Look openWhole(Door door, Access.Action action, String purpose) {
        if (!door.seeing().all()) {
            throw refuse(door, Set.of());
        }
        return open(door, action, Set.of(), purpose);
    }

    /** As the other, where versions of the view are shown: a row in the log for each. */
    Look open(Door door, Access.Action action, List<Integer> versions) {
        List<Access> row = rows.of(action, door.viewer(), StartPage.PURPOSE, List.of(door.household()));
        return read(
                door,
                log.record(versions.stream()
                        .flatMap(version -> row.stream().map(one -> one.atVersion(version)))
                        .toList()));
    }

    private Look read(Door door, Grant grant) {
        HouseholdView whole = views.read(grant, door.household())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new Look(door, grant, whole);
    }

    /** Proof that one thing about one person of a household that was opened is in the log, with its purpose: then it may be shown. */
    Grant reveal(Look look, Access.Action action, PersonId person, String purpose) {
        Department from = action == Access.Action.REVEAL_ADDRESS ? Department.POPULATION : null;
        return log.record(rows
                .of(action, look.door().viewer(), purpose, List.of(look.door().household()))
                .stream()
                .map(row -> row.about(person, from))
                .toList());
    }

    /** Refuses kinds of information to a role that they are not for; the try is in the log. */
    public RuntimeException refuse(Door door, Set<Category> categories) {
        return access.refuse(door.viewer(), door.household(), categories);
    }
}
