package dk.samblik.consent;

import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A household as it lies on the desk: its participants, adults first and then children by age, and how many others have
 * said no or have not been asked.
 */
record HouseholdAtDesk(
        HouseholdId id, String number, String area, List<DeskMember> members, long declined, long notAsked) {

    HouseholdAtDesk {
        members = List.copyOf(members);
    }

    Optional<DeskMember> member(String written) {
        return members.stream()
                .filter(member -> member.id().toString().equals(written))
                .findFirst();
    }

    /** The newest version of everybody's consent, by which it shows whether somebody changed one meanwhile. */
    Map<String, String> references() {
        return members.stream().collect(Collectors.toMap(member -> member.id().toString(), DeskMember::reference));
    }

    Optional<DeskMember> member(PersonId person) {
        return member(person.toString());
    }
}
