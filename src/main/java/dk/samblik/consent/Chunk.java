package dk.samblik.consent;

import dk.samblik.access.Grant;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.run.Portion;
import dk.samblik.run.Run;
import java.util.List;

/**
 * Some households of one run that were let through the consent gate together, and the committed log row that covers
 * their fetching. The only thing a register takes. Made by {@link ConsentGate} only.
 */
public final class Chunk implements Portion {

    private final Run run;
    private final List<ConsentedHousehold> households;
    private final Grant grant;

    Chunk(Run run, List<ConsentedHousehold> households, Grant grant) {
        this.run = run;
        this.households = List.copyOf(households);
        this.grant = grant;
    }

    public Run run() {
        return run;
    }

    public List<ConsentedHousehold> households() {
        return households;
    }

    @Override
    public List<HouseholdId> claimed() {
        return households.stream().map(ConsentedHousehold::id).toList();
    }

    @Override
    public List<Portion> oneByOne() {
        return households.stream()
                .map(household -> (Portion) new Chunk(run, List.of(household), grant))
                .toList();
    }

    public Grant grant() {
        return grant;
    }

    /** Everybody in the chunk about whom this department may be asked. */
    public List<ConsentedPerson> personsFor(Department source) {
        return households.stream()
                .flatMap(household -> household.personsFor(source).stream())
                .toList();
    }

    @Override
    public String toString() {
        return "Chunk[" + run.id() + ", " + households.size() + " households]";
    }
}
