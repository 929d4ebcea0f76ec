package dk.samblik.consent;

import dk.samblik.household.Cpr;
import dk.samblik.household.PersonId;
import dk.samblik.population.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody at the desk noted of who must consent for a person, where the population register does not tell: custody holders
 * of a child, or an adult's guardian; what it was seen in and on which day, who noted it (the subject) and when.
 */
record CustodyNote(
        UUID id,
        PersonId person,
        Capacity capacity,
        Set<Cpr> holders,
        SeenIn seenIn,
        LocalDate seenOn,
        String by,
        Instant at) {

    private static final Set<String> GONE = Set.of("70", "90");

    /** What it was seen in. */
    enum SeenIn {
        FAMILY_COURT,
        COURT,
        CERTIFICATE,
        CPR_OFFICE
    }

    CustodyNote {
        holders = Set.copyOf(holders);
        if (holders.isEmpty() || holders.size() > 2 || (capacity == Capacity.GUARDIAN && holders.size() > 1)) {
            throw new IllegalArgumentException("one or two have custody, and one is guardian");
        }
    }

    /**
     * In what capacity the register leaves open on this day who must consent for somebody, or names somebody who is dead or has
     * disappeared; {@code SELF} where it leaves nothing open. {@code others} as the register knows them.
     */
    static Capacity open(Person person, Map<Cpr, Person> others, LocalDate today) {
        if (person.adultOn(today)) {
            return person.guardianships().stream().anyMatch(one -> one.guardian() == null)
                    ? Capacity.GUARDIAN
                    : Capacity.SELF;
        }
        boolean gone = person.custodyHolders().stream()
                .map(others::get)
                .anyMatch(holder -> holder != null && GONE.contains(holder.status()));
        return person.custodyUnknown() || person.custodyHolders().isEmpty() || gone
                ? Capacity.CUSTODY_HOLDER
                : Capacity.SELF;
    }

    /** The person as the register has them, with what was noted in the place of what it leaves open. */
    Person with(Person person) {
        boolean guardian = capacity == Capacity.GUARDIAN;
        return new Person(
                person.cpr(),
                person.numbers(),
                person.status(),
                person.statusSince(),
                person.born(),
                person.firstName(),
                person.surname(),
                person.address(),
                person.protectedAddress(),
                person.spouse(),
                person.mother(),
                person.father(),
                guardian ? person.custodyHolders() : holders,
                guardian && person.custodyUnknown(),
                person.guardianships().stream()
                        .map(one -> guardian && one.guardian() == null
                                ? new Person.Guardianship(
                                        one.since(), holders.iterator().next())
                                : one)
                        .toList(),
                person.movedIn());
    }

    @Override
    public String toString() {
        return "CustodyNote[" + id + "]";
    }
}
