package dk.samblik.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Another process of the hub is killed at a random moment of its night. Once its lease is over, this one goes on from what
 * was committed, and what is there in the end is what an undisturbed night leaves.
 */
class HubKillsIT {

    private static final Campaign CAMPAIGN = Campaign.named("hub-kills");
    private static final WorldSize TWENTY = new WorldSize(60, 20, WorldSize.Stories.NONE);
    private static final int LATEST_MILLIS = 1500;

    private static final String SETTLED = """
            select count(*) from run_item where state not in ('PENDING', 'CLAIMED')
            """;

    private static Hub hub;
    private static Nights nights;
    private static Ground ground;
    private static Dump undisturbed;

    private final Random random = CAMPAIGN.random("kills");

    @BeforeAll
    static void anUndisturbedNight() {
        hub = Hub.start(TWENTY, Nights.settings(4));
        nights = new Nights(hub);
        ground = new Ground(hub.database().superuser());
        nights.night();
        undisturbed = Dump.of(hub);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @Test
    void aNightThatIsKilledIsGoneOnWithAndEndsAsIfNothingHadHappened() throws Exception {
        List<String> harmed = new ArrayList<>();
        int kills = CAMPAIGN.tier(4, 60);
        for (int kill = 1; kill <= kills; kill++) {
            ground.restore();
            nights.deliverAnew();
            String moment = killed();
            harmed.addAll(Dump.torn(hub.owner()));
            hub.owner()
                    .sql("update run set lease_until = requested_at where lease_until is not null")
                    .update();
            nights.tick();
            for (String difference : undisturbed.differences(Dump.of(hub))) {
                harmed.add("kill " + kill + " " + moment + ": " + difference);
            }
        }
        CAMPAIGN.figure("kills of the hub", kills);
        CAMPAIGN.figure("lines that differ after kills of the hub", harmed.size());

        assertThat(harmed).isEmpty();
    }

    /** Kills a night, half of the times some milliseconds after it was asked for, else with so many households settled. */
    private String killed() throws Exception {
        int settled = random.nextBoolean() ? 0 : 1 + random.nextInt(TWENTY.open() - 1);
        int millis = settled == 0 ? random.nextInt(LATEST_MILLIS) : random.nextInt(20);
        Process other = otherHub();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofMinutes(2))
                .until(() -> number("select count(*) from run") > 0 && number(SETTLED) >= settled);
        TimeUnit.MILLISECONDS.sleep(millis);
        other.destroyForcibly().waitFor();
        boolean open = number("select count(*) from run where state in ('QUEUED', 'RUNNING')") > 0;
        long done = number(SETTLED);
        CAMPAIGN.count("kills of the hub while its night was open", open ? 1 : 0);
        CAMPAIGN.count(
                "kills of the hub between the first household and the last",
                open && done > 0 && done < TWENTY.open() ? 1 : 0);
        return settled + " settled and " + millis + " ms";
    }

    private static long number(String sql) {
        return hub.owner().sql(sql).query(Long.class).single();
    }

    /** Another process of the hub on the same ground, told to run a night. */
    private static Process otherHub() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dk.samblik.Samblik"));
        Map<String, Object> settings = new HashMap<>(hub.settings());
        settings.put("samblik.run.look", "50");
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        command.addAll(List.of("run", "nightly"));
        File said = Path.of("target", "campaign-other-hub.log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
    }
}
