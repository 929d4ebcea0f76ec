package dk.samblik.team;

import dk.samblik.access.Information;
import dk.samblik.access.Matrix;
import dk.samblik.access.MaySee;
import dk.samblik.access.Reader;
import dk.samblik.access.Sight;
import dk.samblik.access.Viewer;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.view.Frame;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.LaneState;
import dk.samblik.view.Recipients;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What one reader sees of households, by {@link MaySee}: the one cut that page, sheet, list, changes and refresh go through,
 * and what is said in words of the rest.
 */
public final class Seeing {

    /** What the consent gives the municipal team, whole. */
    static final Seeing ALL = new Seeing(new MaySee(Reader.COORDINATOR, Map.of()), "");

    /** What has a place on the page; of wishes, wellbeing and the like there is nothing to hide yet. */
    private static final Set<Information> ON_THE_PAGE = EnumSet.range(Information.MEMBERS, Information.TENANCY);

    private final MaySee maySee;
    private final String organisation;

    private Seeing(MaySee maySee, String organisation) {
        this.maySee = maySee;
        this.organisation = organisation;
    }

    /** What this viewer sees of these households by today's consents. */
    public static Seeing of(
            Viewer viewer, TeamSettings settings, Recipients recipients, Collection<HouseholdId> households) {
        Reader reader = Reader.of(viewer, settings.authority());
        String recipient = reader.recipient(viewer);
        return of(
                new MaySee(reader, recipient.isEmpty() ? Map.of() : recipients.naming(recipient, households)),
                viewer.organisation());
    }

    static Seeing of(MaySee maySee, String organisation) {
        return new Seeing(maySee, organisation);
    }

    /** Who reads, for what the reader's organisation is called in words. */
    String organisation() {
        return organisation;
    }

    /** The view as this one may see it. */
    public HouseholdView of(HouseholdView view) {
        return maySee.all() ? view : Cut.of(view, maySee::of);
    }

    /** How much of this about this person. */
    Sight of(Information what, PersonId person) {
        return maySee.of(what, person);
    }

    /** Whether this reader's role keeps it closed, whoever it is about. */
    boolean closed(Information what) {
        return Matrix.of(what, maySee.reader()) == Sight.NO;
    }

    /** Whether nothing is cut. */
    public boolean all() {
        return maySee.all();
    }

    /** Whether figures of a department may be seen. */
    public boolean sees(Department department) {
        return maySee.all() || department == Department.HOUSING;
    }

    /** What the consents of this view cover and this reader's role keeps closed for everybody in it. */
    public Set<Information> closedToRole(HouseholdView view) {
        return without(view, (what, person) -> !maySee.forWantOfConsent(what, person));
    }

    /** What this reader's role opens, and the consent of somebody in the view does not. */
    public Set<Information> closedByConsent(HouseholdView view) {
        return without(view, maySee::forWantOfConsent);
    }

    private interface Why {
        boolean closes(Information what, PersonId person);
    }

    private Set<Information> without(HouseholdView view, Why why) {
        Set<Information> found = EnumSet.noneOf(Information.class);
        for (Frame.Participant participant : view.frame().participants()) {
            covered(participant).stream()
                    .filter(what -> maySee.of(what, participant.id()) == Sight.NO && why.closes(what, participant.id()))
                    .forEach(found::add);
        }
        return found;
    }

    /** What a consent covers, whatever there is of it. */
    private static Set<Information> covered(Frame.Participant participant) {
        Set<Information> covered = EnumSet.noneOf(Information.class);
        participant
                .scopes()
                .values()
                .forEach(scope -> scope.categories().stream()
                        .map(Information::of)
                        .filter(ON_THE_PAGE::contains)
                        .forEach(covered::add));
        if (!covered.isEmpty()) {
            covered.addAll(List.of(Information.MEMBERS));
        }
        return covered;
    }

    /** How many departments have an open case, where no more may be told; absent where not even that. */
    OptionalLong departments(HouseholdView whole) {
        List<PersonId> counted = whole.frame().participants().stream()
                .map(Frame.Participant::id)
                .filter(person -> maySee.of(Information.CASE_OVERVIEW, person) == Sight.NUMBER)
                .toList();
        return counted.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(whole.lanes().stream()
                        .filter(lane -> lane.open().stream().anyMatch(one -> counted.contains(one.person())))
                        .count());
    }

    /** Whether a state says something about a person's dealings with a department, or only about the consent. */
    static boolean ofConsent(LaneState state) {
        return state == LaneState.NOT_IN_SCOPE || state == LaneState.WITHDRAWN;
    }
}
