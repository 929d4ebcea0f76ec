package dk.samblik.demo.enrolment;

import dk.samblik.demo.people.Area;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household of the desk. {@code story} tells which acceptance case it stands for (empty: an ordinary one); {@code
 * closedBy} why it must not be open on the night, null where it must.
 */
public record EnrolledHousehold(
        UUID id,
        String number,
        Area area,
        LocalDate enrolled,
        @Nullable LocalDate exit,
        String story,
        @Nullable String closedBy,
        List<Member> members,
        List<PlannedConsent> consents) {

    public EnrolledHousehold {
        members = List.copyOf(members);
        consents = List.copyOf(consents);
    }

    /** Whether the hub must have a view of it. */
    public boolean open() {
        return closedBy == null;
    }

    /** The consents the hub must find in force; none of a closed household. */
    public List<PlannedConsent> inForce() {
        return open()
                ? consents.stream()
                        .filter(consent -> consent.force() == PlannedConsent.Force.IN_FORCE)
                        .toList()
                : List.of();
    }
}
