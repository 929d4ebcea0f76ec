package dk.samblik.team;

import dk.samblik.access.Information;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Lane;
import dk.samblik.view.LaneState;
import dk.samblik.view.SourceState;
import java.util.List;
import java.util.stream.Stream;

/** The departments' parts of a view that is cut. */
record CutLanes(Cut cut, HouseholdView whole) {

    Lane of(Lane lane) {
        if (whole.members().stream().allMatch(member -> untouched(lane.department(), member.id()))) {
            return lane;
        }
        List<Lane.Contact> contacts =
                lane.contacts().stream().flatMap(this::contact).toList();
        List<SourceState> members = lane.members().stream()
                .filter(member -> cut.answers(lane.department(), member.person()))
                .toList();
        boolean some = !members.isEmpty();
        return new Lane(
                lane.department(),
                lane.title(),
                some ? LaneState.of(members) : hidden(lane.state()),
                some ? lane.note().of(members) : withdrawnOnly(lane.note()),
                contacts,
                cut.of(Information.CASE_OVERVIEW, lane.open()),
                cut.of(Information.CASE_OVERVIEW, lane.closed()),
                cut.of(Information.CASEWORKERS, lane.workers()),
                lane.next().stream()
                        .filter(entry -> cut.all(Information.APPOINTMENTS, entry.person()))
                        .toList(),
                members,
                contacts.size(),
                members.stream().mapToInt(SourceState::facts).sum());
    }

    /** How a register stands for somebody who is cut away says as much of them as its cases would. */
    private static LaneState hidden(LaneState state) {
        return Seeing.ofConsent(state) ? state : LaneState.ROLE_HIDDEN;
    }

    private boolean untouched(Department department, PersonId person) {
        return cut.answers(department, person)
                && (department == Department.HOUSING
                        || cut.all(Information.CASEWORKERS, person) && cut.all(Information.APPOINTMENTS, person));
    }

    private Stream<Lane.Contact> contact(Lane.Contact contact) {
        List<PersonId> persons = contact.persons().stream()
                .filter(person -> cut.all(Information.CASEWORKERS, person))
                .toList();
        return persons.isEmpty()
                ? Stream.empty()
                : Stream.of(new Lane.Contact(
                        persons,
                        contact.name(),
                        contact.role(),
                        contact.primary(),
                        contact.title(),
                        contact.phone(),
                        contact.email(),
                        contact.unit(),
                        contact.from()));
    }

    private static Lane.Note withdrawnOnly(Lane.Note note) {
        return new Lane.Note(null, null, null, null, null, note.withdrawn(), 0);
    }
}
