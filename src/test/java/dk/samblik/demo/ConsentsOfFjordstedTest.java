package dk.samblik.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.consent.NightOfConsents;
import dk.samblik.storage.TestDatabase;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The example municipality at the gate: every household and person as its story says. */
class ConsentsOfFjordstedTest {

    @Test
    void theGateOpensWhatTheDeskPlannedAndNothingElse() {
        try (TestDatabase database = TestDatabase.fresh()) {
            Set<String> asked = NightOfConsents.run(
                    database, Fjordsted.REGISTERS.cprFolder(), Fjordsted.REGISTERS.importFolder(), Fjordsted.NIGHT);

            assertThat(asked).isEqualTo(planned());
        }
    }

    /** Household number and person of every consent that must be in force, by the sources it names. */
    private static Set<String> planned() {
        return Fjordsted.WORLD.desk().households().stream()
                .flatMap(household -> household.inForce().stream()
                        .map(consent -> household.number() + " " + person(consent.subject()) + " "
                                + new TreeSet<>(consent.sources())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String person(int id) {
        return Fjordsted.WORLD.town().person(id).uuid().toString();
    }
}
