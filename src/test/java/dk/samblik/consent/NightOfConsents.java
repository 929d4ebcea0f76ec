package dk.samblik.consent;

import dk.samblik.storage.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Takes the files of a desk and tells whom one night asks about. */
public final class NightOfConsents {

    private NightOfConsents() {}

    /** One line a person asked about: number of the household, id of the person, names of the departments. */
    public static Set<String> run(TestDatabase database, Path population, Path desk, LocalDate night) {
        ConsentDesk hub = new ConsentDesk(database, population, night);
        taken(hub.importing.households(desk.resolve("households.json")));
        taken(hub.importing.consents(desk.resolve("consents.json")));
        taken(hub.importing.teams(desk.resolve("teams.json")));
        Set<String> asked = new TreeSet<>();
        hub.night()
                .forEach((household, persons) ->
                        persons.forEach((person, sources) -> asked.add(number(hub, household.value())
                                + " " + person + " "
                                + sources.stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new)))));
        return asked;
    }

    private static void taken(ImportResult result) {
        if (!result.taken()) {
            throw new AssertionError("refused: " + result.refused());
        }
    }

    private static String number(ConsentDesk hub, java.util.UUID household) {
        return hub.owner
                .sql("select number from household where household_id = :id")
                .param("id", household)
                .query(String.class)
                .single();
    }
}
