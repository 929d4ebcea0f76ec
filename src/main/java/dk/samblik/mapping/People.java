package dk.samblik.mapping;

import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.household.Cpr;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.register.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The people of a chunk about whom one register was asked, found by any number they have had. */
final class People {

    private final Map<PersonId, Asked> byId = new LinkedHashMap<>();
    private final Map<Cpr, Asked> byNumber = new HashMap<>();

    /** One of them, with the household and with what may be shown. */
    record Asked(PersonId person, HouseholdId household, Permission permission) {}

    People(Chunk chunk, Department source) {
        for (ConsentedHousehold household : chunk.households()) {
            for (ConsentedPerson person : household.personsFor(source)) {
                Asked asked = new Asked(
                        person.id(),
                        household.id(),
                        new Permission(
                                category -> person.allows(source, category),
                                chunk.run().night().minus(person.back(source))));
                byId.put(person.id(), asked);
                person.numbers().forEach(number -> byNumber.put(number, asked));
            }
        }
    }

    Collection<Asked> all() {
        return byId.values();
    }

    /** Whom the row is about, of those asked for; a row about nobody here is passed over. */
    Set<Asked> of(Row row, List<String> members) {
        Set<Asked> people = new LinkedHashSet<>();
        if (row.person() != null && byId.containsKey(row.person())) {
            people.add(byId.get(row.person()));
        }
        for (String member : members) {
            String written = row.text(member);
            if (written != null) {
                Cpr.read(written)
                        .filter(cpr -> !cpr.replacement())
                        .map(byNumber::get)
                        .ifPresent(people::add);
            }
        }
        return people;
    }
}
