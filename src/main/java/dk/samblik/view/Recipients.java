package dk.samblik.view;

import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Whom the consents in force today name as recipient beside the municipal team. Holds no content, so it needs no grant. */
@Component
public class Recipients {

    private final Database database;
    private final CivilClock clock;

    Recipients(@Qualifier("webDatabase") Database database, CivilClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * For which kinds of information the consents of these households' members name this recipient, by member; members
     * whose consent does not name it are not there. One question, whatever the number of households.
     */
    public Map<PersonId, Set<Category>> naming(String recipient, Collection<HouseholdId> households) {
        Map<PersonId, Set<Category>> named = new HashMap<>();
        database.sql()
                .sql("""
                        select f.person_id, f.categories as agreed, r.categories as shown
                          from consent_in_force f join consent_recipient r using (consent_id, version)
                         where f.household_id = any (cast(:ids as uuid[])) and r.recipient = :recipient
                           and f.valid_from <= :today and f.valid_to >= :today
                        """)
                .param("ids", households.stream().map(HouseholdId::toString).toArray(String[]::new))
                .param("recipient", recipient)
                .param("today", clock.today())
                .query(row -> {
                    Set<Category> both = EnumSet.noneOf(Category.class);
                    both.addAll(
                            Locks.categories((String[]) row.getArray("shown").getArray()));
                    both.retainAll(
                            Locks.categories((String[]) row.getArray("agreed").getArray()));
                    named.computeIfAbsent(
                                    new PersonId(row.getObject("person_id", UUID.class)),
                                    person -> EnumSet.noneOf(Category.class))
                            .addAll(both);
                });
        return named;
    }
}
