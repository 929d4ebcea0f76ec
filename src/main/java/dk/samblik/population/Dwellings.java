package dk.samblik.population;

import dk.samblik.household.Cpr;
import dk.samblik.population.Dwelling.Resident;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Gathers people into register households while the register is walked through; reads no name. */
final class Dwellings {

    private final Predicate<Address> within;
    private final LocalDate asOf;
    private final LocalDate today;
    private final Map<String, Address> addresses = new HashMap<>();
    private final Map<String, Map<Cpr, Resident>> residents = new HashMap<>();

    Dwellings(Predicate<Address> within, LocalDate asOf, LocalDate today) {
        this.within = within;
        this.asOf = asOf;
        this.today = today;
    }

    void add(Records records, Cpr number, RecordSet set) {
        FixedLine place = records.one(2).orElse(null);
        if (place == null || !Records.atHome(records.status()) || AddressKey.special(place)) {
            return;
        }
        Address address = AddressKey.of(place);
        if (within.test(address)) {
            addresses.putIfAbsent(address.key(), address);
            residents
                    .computeIfAbsent(address.key(), key -> new HashMap<>())
                    .put(number, resident(records, number, set));
        }
    }

    private Resident resident(Records records, Cpr number, RecordSet set) {
        PersonReading reading = new PersonReading(records, asOf, today);
        return new Resident(
                number,
                set.numbers(records, number),
                !reading.born(number).plusYears(18).isAfter(today),
                reading.protectedAddress(),
                records.status().equals("01"));
    }

    List<Dwelling> all() {
        return addresses.entrySet().stream()
                .map(each -> new Dwelling(
                        each.getValue(),
                        List.copyOf(
                                residents.getOrDefault(each.getKey(), Map.of()).values())))
                .toList();
    }
}
