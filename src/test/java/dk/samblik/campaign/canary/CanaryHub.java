package dk.samblik.campaign.canary;

import dk.samblik.Samblik;
import dk.samblik.access.Viewer;
import dk.samblik.consent.Import;
import dk.samblik.consent.Withdrawal;
import dk.samblik.consent.Withdrawn;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.run.Refreshes;
import dk.samblik.run.Runs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The hub in a process of its own, as it is shipped, with orders taken a line each from standard input. */
final class CanaryHub {

    static final String ANSWER = "canary-answer ";

    private final ConfigurableApplicationContext hub;

    private CanaryHub(ConfigurableApplicationContext hub) {
        this.hub = hub;
    }

    public static void main(String[] settings) throws IOException {
        CanaryHub canary = new CanaryHub(SpringApplication.run(Samblik.class, settings));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ", 2);
            System.out.println(ANSWER + canary.done(words[0], words.length > 1 ? words[1] : ""));
        }
        canary.hub.close();
    }

    private String done(String order, String about) {
        try {
            return switch (order) {
                case "import" -> imported(Path.of(about));
                case "night" ->
                    hub.getBean(Runs.class)
                            .requestNightly("canary", "TEST")
                            .value()
                            .toString();
                case "refresh" ->
                    hub.getBean(Refreshes.class)
                            .request(new HouseholdId(UUID.fromString(about)), "canary")
                            .value()
                            .toString();
                case "withdraw" ->
                    String.valueOf(hub.getBean(Withdrawal.class)
                            .withdraw(
                                    new PersonId(UUID.fromString(about)),
                                    new Withdrawn.Everything(),
                                    Viewer.HUB,
                                    "canary")
                            .isPresent());
                default -> "unknown";
            };
        } catch (RuntimeException fault) {
            return fault.getClass().getSimpleName();
        }
    }

    private String imported(Path folder) {
        Import desk = hub.getBean(Import.class);
        boolean households = desk.households(folder.resolve("households.json")).taken();
        boolean consents = desk.consents(folder.resolve("consents.json")).taken();
        return String.valueOf(households
                && consents
                && desk.teams(folder.resolve("teams.json")).taken());
    }
}
