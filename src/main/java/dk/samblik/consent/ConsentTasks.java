package dk.samblik.consent;

import dk.samblik.access.Grant;
import dk.samblik.household.HouseholdId;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** What coordinators have to do about consents, as it stands at this moment; computed at every read. */
@Component
public class ConsentTasks {

    private final Standings standings;

    ConsentTasks(Standings standings) {
        this.standings = standings;
    }

    /** How many tasks these households have, those that the grant covers. */
    public int count(Grant grant, Collection<HouseholdId> households) {
        return standings.read(grant, households).stream()
                .mapToInt(household -> household.tasks().size())
                .sum();
    }
}
