package dk.samblik.campaign.canary;

import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.demo.enrolment.PlannedConsent;
import dk.samblik.demo.social.SocialFault;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A night that is slow enough for something to happen in the middle of it. */
final class MidNight {

    private final MarkedTown town;
    private final HubProcess hub;
    private final List<Integer> withdrawn = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    MidNight(MarkedTown town, HubProcess hub) {
        this.town = town;
        this.hub = hub;
    }

    /** How the night ended that the process did not live to see. */
    String withdrawThenKill() throws IOException, InterruptedException {
        town.social().slowness(Duration.ofMillis(700));
        town.social().fault(SocialFault.SLOW);
        UUID night = UUID.fromString(hub.order("night"));
        UUID claimed = until(night, "select household_id from run_item where run_id = ? and state = 'CLAIMED' limit 1");
        town.world().desk().households().stream()
                .filter(household -> household.id().equals(claimed))
                .forEach(this::withdraw);
        until(
                night,
                "select household_id from run_item where run_id = ? and state not in ('PENDING', 'CLAIMED') limit 1");
        hub.killAndRestart();
        town.social().fault(SocialFault.NONE);
        return hub.ended(night);
    }

    private UUID until(UUID night, String query) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> hub.database()
                                .owner()
                                .sql(query)
                                .param(night)
                                .query(UUID.class)
                                .optional()
                                .orElse(null),
                        household -> household != null);
    }

    /** Takes back every consent in the household. */
    void withdraw(EnrolledHousehold household) {
        for (PlannedConsent consent : household.inForce()) {
            UUID person = town.world().town().person(consent.subject()).uuid();
            told.add(hub.order("withdraw " + person));
            withdrawn.add(consent.subject());
        }
    }

    /** Whose consents were taken back. */
    List<Integer> withdrawn() {
        return List.copyOf(withdrawn);
    }

    /** What the hub answered to each. */
    List<String> told() {
        return List.copyOf(told);
    }
}
