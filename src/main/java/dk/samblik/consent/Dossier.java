package dk.samblik.consent;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the hub has stored about one household: who is in it, the newest version of each consent that is no draft, and the
 * rows in force.
 */
record Dossier(Enrolled household, List<Member> members, Map<PersonId, Consent> consents, List<InForceRow> inForce) {

    Dossier {
        members = List.copyOf(members);
        consents = Map.copyOf(consents);
        inForce = List.copyOf(inForce);
    }

    /** The participants of an enrolled household with an active consent: the only ones whose numbers are opened. */
    List<Member> toBeLookedUp(LocalDate today) {
        return !household.on(today)
                ? List.of()
                : members.stream()
                        .filter(Member::participates)
                        .filter(member -> {
                            Consent consent = consents.get(member.id());
                            return consent != null && consent.status() == Consent.Status.ACTIVE;
                        })
                        .toList();
    }

    /**
     * The participants of an enrolled household whose numbers the consent desk may open: not of those who took their consent
     * back, nor where it was recorded by mistake.
     */
    List<Member> knownAtTheDesk(LocalDate today) {
        return !household.on(today)
                ? List.of()
                : members.stream()
                        .filter(Member::participates)
                        .filter(member -> {
                            Consent consent = consents.get(member.id());
                            return consent == null
                                    || (consent.status() != Consent.Status.WITHDRAWN
                                            && consent.status() != Consent.Status.INVALIDATED);
                        })
                        .toList();
    }

    boolean hasRow(PersonId person, Department source) {
        return inForce.stream().anyMatch(row -> row.person().equals(person) && row.source() == source);
    }

    /** Whether this very version was in force before. */
    boolean rests(Consent consent) {
        return inForce.stream()
                .anyMatch(row -> row.person().equals(consent.person())
                        && row.consent().equals(consent.id())
                        && row.version() == consent.version());
    }

    @Override
    public String toString() {
        return "Dossier[" + household.id() + "]";
    }
}
