package dk.samblik.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One operation of a night fails: the first, the second and so on until a night meets no fault. Whatever it was, the hub
 * closes the night by itself, and the next one leaves what two undisturbed nights leave.
 */
class FaultsIT {

    private static final Campaign CAMPAIGN = Campaign.named("faults");
    private static final WorldSize TWENTY = new WorldSize(60, 20, WorldSize.Stories.NONE);

    private static final Countdown DATABASE = new Countdown();

    private static Hub hub;
    private static FaultLoop loop;

    @BeforeAll
    static void twoUndisturbedNights() {
        Map<String, Object> settings = Nights.settings(7);
        settings.put("samblik.run.workers", "1");
        hub = Hub.start(TWENTY, settings, new FaultyDatabase(DATABASE));
        loop = new FaultLoop(
                CAMPAIGN, new Nights(hub), new Ground(hub.database().superuser()));
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void anyOperationOnTheDatabaseMayFail(Fault fault) {
        List<String> harmed = loop.through("database", DATABASE, fault, CAMPAIGN.tier(25, 1));

        assertThat(harmed).isEmpty();
    }
}
