package dk.samblik.team;

import dk.samblik.household.Department;
import dk.samblik.view.Alert;
import dk.samblik.view.CalendarEntry;
import dk.samblik.view.Change;
import dk.samblik.view.HouseholdRow;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Lane;
import dk.samblik.view.LaneState;
import dk.samblik.view.Member;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A household without names and without what other departments say: tenancy, and the hours that somebody is busy. */
final class HousingOnly {

    private static final Set<Alert.Kind> ALERTS =
            EnumSet.of(Alert.Kind.EVICTION, Alert.Kind.TENANCY_TERMINATED, Alert.Kind.CONSENT_ENDING);
    private static final Set<Change.Kind> CHANGES = EnumSet.of(
            Change.Kind.EVICTION_SET,
            Change.Kind.TENANCY_TERMINATED,
            Change.Kind.ARREARS_STARTED,
            Change.Kind.ARREARS_ENDED,
            Change.Kind.CONSENT_WITHDRAWN,
            Change.Kind.CONSENT_ENDED);

    private HousingOnly() {}

    static HouseholdView of(HouseholdView view) {
        return new HouseholdView(
                view.frame(),
                view.consent(),
                view.alerts().stream()
                        .filter(alert -> ALERTS.contains(alert.kind()))
                        .toList(),
                view.members().stream().map(HousingOnly::nameless).toList(),
                view.lanes().stream().map(HousingOnly::of).toList(),
                view.calendar().stream().map(HousingOnly::busy).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                view.homes(),
                List.of(),
                List.of(),
                view.sources().stream()
                        .filter(source -> source.source() == Department.HOUSING)
                        .toList(),
                view.notCovered().stream()
                        .filter(item -> item.source() == Department.HOUSING)
                        .toList(),
                view.addressesHidden());
    }

    static HouseholdRow of(HouseholdRow row) {
        boolean housing = row.worstIn() == Department.HOUSING;
        return new HouseholdRow(
                row.household(),
                row.number(),
                List.of(),
                row.coordinator(),
                row.coordinatorName(),
                row.compared(),
                row.changes().stream().filter(HousingOnly::tells).toList(),
                row.next() == null ? null : busy(row.next()),
                row.meeting(),
                row.consent(),
                row.withdrawn(),
                housing ? row.worst() : LaneState.FRESH,
                housing ? row.worstIn() : null,
                row.version());
    }

    static boolean tells(Change change) {
        return CHANGES.contains(change.kind());
    }

    private static Member nameless(Member member) {
        return new Member(
                member.id(),
                null,
                null,
                member.ordinal(),
                member.kind(),
                null,
                null,
                member.relation(),
                member.protectedAddress(),
                null,
                null,
                List.of(),
                member.consent(),
                member.consentUntil());
    }

    private static Lane of(Lane lane) {
        if (lane.department() == Department.HOUSING) {
            return lane;
        }
        LaneState state = Seeing.ofConsent(lane.state()) ? lane.state() : LaneState.ROLE_HIDDEN;
        Lane.Note note = new Lane.Note(null, null, null, null, null, lane.note().withdrawn(), 0);
        return new Lane(
                lane.department(),
                lane.title(),
                state,
                note,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                0);
    }

    /** The household's own meeting is everybody's; of other dates the time and that it is taken. */
    private static CalendarEntry busy(CalendarEntry entry) {
        if (entry.kind() == CalendarEntry.Kind.MEETING) {
            return entry;
        }
        return new CalendarEntry(
                entry.date(),
                entry.start(),
                entry.end(),
                CalendarEntry.Kind.APPOINTMENT,
                null,
                null,
                null,
                null,
                null,
                null,
                entry.clash(),
                entry.sameDay(),
                false,
                null);
    }
}
