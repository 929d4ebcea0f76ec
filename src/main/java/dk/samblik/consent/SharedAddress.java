package dk.samblik.consent;

import dk.samblik.consent.PersonStanding.Whereabouts;
import dk.samblik.household.PersonId;
import dk.samblik.population.Address;
import dk.samblik.population.Person;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a household lives, as nobody has written it down: the address most of its adults have stayed at. Who lives
 * elsewhere since a day after joining has moved out; who lived elsewhere from the start has not.
 */
final class SharedAddress {

    private static final LocalDate LONG_AGO = LocalDate.of(1, 1, 1);

    private final Optional<Address> address;

    private SharedAddress(Optional<Address> address) {
        this.address = address;
    }

    /** One member at an address. */
    private record Lives(Address at, boolean adult, boolean hasMoved, LocalDate since) {

        static Stream<Lives> of(Member member, @Nullable Person person, LocalDate today) {
            if (person == null || person.address() == null) {
                return Stream.empty();
            }
            LocalDate since = person.movedIn() == null ? LONG_AGO : person.movedIn();
            return Stream.of(new Lives(person.address(), person.adultOn(today), moved(member, person), since));
        }
    }

    static SharedAddress of(List<Member> members, Map<PersonId, Person> people, LocalDate today) {
        Map<String, List<Lives>> byAddress = members.stream()
                .flatMap(member -> Lives.of(member, people.get(member.id()), today))
                .collect(Collectors.groupingBy(lives -> lives.at().key(), TreeMap::new, Collectors.toList()));
        Comparator<List<Lives>> staying = Comparator.comparingLong(SharedAddress::adultsWhoStayed)
                .thenComparingLong(SharedAddress::whoStayed)
                .thenComparingInt(List::size)
                .thenComparing(SharedAddress::earliest, Comparator.reverseOrder());
        return new SharedAddress(byAddress.values().stream()
                .max(staying)
                .map(there -> there.get(0).at()));
    }

    private static long adultsWhoStayed(List<Lives> there) {
        return there.stream()
                .filter(lives -> lives.adult() && !lives.hasMoved())
                .count();
    }

    private static long whoStayed(List<Lives> there) {
        return there.stream().filter(lives -> !lives.hasMoved()).count();
    }

    private static LocalDate earliest(List<Lives> there) {
        return there.stream().map(Lives::since).min(Comparator.naturalOrder()).orElse(LONG_AGO);
    }

    /** The address, where there is one that others could share. */
    Optional<Address> address() {
        return address;
    }

    /** Whether this member has left the others. */
    Whereabouts of(Member member, Person person) {
        boolean elsewhere = address.map(Address::key)
                .filter(key ->
                        person.address() == null || !person.address().key().equals(key))
                .isPresent();
        boolean abroad = person.status().equals("05")
                || person.status().equals("07")
                || person.status().equals("80");
        return abroad || (elsewhere && person.active() && moved(member, person))
                ? Whereabouts.MOVED_OUT
                : Whereabouts.STAYS;
    }

    private static boolean moved(Member member, Person person) {
        return person.movedIn() != null && person.movedIn().isAfter(member.from());
    }
}
