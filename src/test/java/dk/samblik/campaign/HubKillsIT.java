package dk.samblik.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import dk.samblik.demo.social.SocialFault;
import dk.samblik.household.CivilClock;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Another process of the hub is killed at a random moment of its night, or asked to stop, or stands still. Once its lease is over, this one goes on from what
 * was committed, and what is there in the end is what an undisturbed night leaves.
 */
class HubKillsIT {

    private static final Campaign CAMPAIGN = Campaign.named("hub-kills");
    private static final WorldSize TWENTY = new WorldSize(60, 20, WorldSize.Stories.NONE);
    private static final int LATEST_MILLIS = 1500;
    private static final Duration SLOW = Duration.ofMillis(400);
    private static final Duration STANDS_STILL = Duration.ofSeconds(3);

    private static final String SETTLED = """
            select count(*) from run_item where state not in ('PENDING', 'CLAIMED')
            """;

    private static Hub hub;
    private static Nights nights;
    private static Ground ground;
    private static Dump undisturbed;
    private static LocalDate day;

    private final Random random = CAMPAIGN.random("kills");

    @BeforeAll
    static void anUndisturbedNight() {
        hub = Hub.start(TWENTY, Nights.settings(4));
        nights = new Nights(hub);
        ground = new Ground(hub.database().superuser());
        undisturbedAnew();
    }

    /** What a night leaves depends on its date; a campaign can last beyond midnight. */
    private static void undisturbedAnew() {
        day = today();
        nights.night();
        undisturbed = Dump.of(hub);
    }

    private static LocalDate today() {
        return hub.bean(CivilClock.class).today();
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @Test
    void aNightThatIsKilledIsGoneOnWithAndEndsAsIfNothingHadHappened() throws Exception {
        assertThat(harmed("kills of the hub", CAMPAIGN.tier(2, 300), HubKillsIT::kill))
                .isEmpty();
    }

    /** As an operating system asks a service to: it ends by itself, what is published stands, and the next one goes on. */
    @Test
    void aNightThatIsAskedToStopIsGoneOnWithAndEndsAsIfNothingHadHappened() throws Exception {
        assertThat(harmedMidway("hubs asked to stop", CAMPAIGN.tier(1, 20), other -> {
                    other.destroy();
                    assertThat(other.waitFor(1, TimeUnit.MINUTES)).as("it ends").isTrue();
                }))
                .isEmpty();
    }

    /** As a virtual machine does that is moved: when it goes on, its run is another's, and nothing it writes is taken. */
    @Test
    void aHolderThatStoodStillBeyondItsLeaseWritesNothingMore() throws Exception {
        assertThat(harmedMidway("hubs that stood still", CAMPAIGN.tier(1, 100), other -> {
                    signal("-STOP", other);
                    endLeases();
                    CompletableFuture<Void> taken = CompletableFuture.runAsync(nights::tick);
                    // It may hold a lock; then the other one waits until it goes on, or until the database ends its
                    // session
                    Awaitility.await().pollDelay(STANDS_STILL).until(() -> true);
                    signal("-CONT", other);
                    taken.get(2, TimeUnit.MINUTES);
                    assertThat(other.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
                }))
                .isEmpty();
    }

    /** What becomes of the other process. */
    private interface End {
        void of(Process other) throws Exception;
    }

    private static void kill(Process other) throws InterruptedException {
        other.destroyForcibly().waitFor();
    }

    private static void signal(String name, Process other) throws Exception {
        new ProcessBuilder("kill", name, String.valueOf(other.pid())).start().waitFor();
    }

    private static void endLeases() {
        hub.owner()
                .sql("update run set lease_until = requested_at where lease_until is not null")
                .update();
    }

    private List<String> harmed(String what, int times, End end) throws Exception {
        return harmed(what, times, () -> ended(what, random.nextBoolean() ? 0 : someSettled(), end));
    }

    /** In the middle of a night: a register answers slowly, so that it lasts, and some households are settled. */
    private List<String> harmedMidway(String what, int times, End end) throws Exception {
        return harmed(what, times, () -> {
            hub.social().slowness(SLOW);
            hub.social().fault(SocialFault.SLOW);
            return ended(what, 1 + random.nextInt(TWENTY.open() / 2), end);
        });
    }

    private int someSettled() {
        return 1 + random.nextInt(TWENTY.open() - 1);
    }

    private static List<String> harmed(String what, int times, Callable<String> night) throws Exception {
        List<String> harmed = new ArrayList<>();
        for (int time = 1; time <= times; time++) {
            ground.restore();
            if (!today().equals(day)) {
                nights.deliverAnew();
                undisturbedAnew();
                ground.restore();
            }
            nights.deliverAnew();
            String moment = night.call();
            harmed.addAll(Dump.torn(hub.owner()));
            endLeases();
            nights.tick();
            if (!today().equals(day)) {
                time--;
                continue;
            }
            for (String difference : undisturbed.differences(Dump.of(hub))) {
                harmed.add("time " + time + " " + moment + ": " + difference);
            }
        }
        CAMPAIGN.figure(what, times);
        CAMPAIGN.figure("lines that differ after " + what, harmed.size());
        return harmed;
    }

    /** Ends a night with so many households settled or, where that is none, some milliseconds after it was asked for. */
    private String ended(String what, int settled, End end) throws Exception {
        int millis = settled == 0 ? random.nextInt(LATEST_MILLIS) : random.nextInt(20);
        Process other = otherHub();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofMinutes(2))
                .until(() -> number("select count(*) from run") > 0 && number(SETTLED) >= settled);
        TimeUnit.MILLISECONDS.sleep(millis);
        boolean open = number("select count(*) from run where state in ('QUEUED', 'RUNNING')") > 0;
        long done = number(SETTLED);
        end.of(other);
        hub.social().fault(SocialFault.NONE);
        CAMPAIGN.count(what + " while its night was open", open ? 1 : 0);
        CAMPAIGN.count(
                what + " between the first household and the last", open && done > 0 && done < TWENTY.open() ? 1 : 0);
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
        command.addAll(List.of("run", "nightly", "--wait"));
        File said = Path.of("target", "campaign-other-hub.log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
    }
}
