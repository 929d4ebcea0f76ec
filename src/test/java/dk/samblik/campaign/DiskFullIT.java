package dk.samblik.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import dk.samblik.storage.CrashServer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The disk of the database is full, at a moment of a night that depends on how much was left. Once there is room again the
 * hub, which went on running, closes the night by itself, and the next one leaves what undisturbed nights leave. In the full
 * tier only: a server that is out of room may take minutes to begin again.
 */
@EnabledIfSystemProperty(named = "samblik.campaign", matches = "full")
@ExtendWith(OutputCaptureExtension.class)
class DiskFullIT {

    private static final Campaign CAMPAIGN = Campaign.named("disk-full");
    private static final WorldSize TWENTY = new WorldSize(60, 20, WorldSize.Stories.NONE);
    private static final Path DISK = Path.of("target", "small-disk").toAbsolutePath();
    private static final String SIZE = "size=500m";
    private static final int MOST_LEFT = 1 << 17;
    private static final int TRUSTED_MILLIS = 600;
    private static final int LOOK_MILLIS = 100;

    private static CrashServer server;
    private static Hub hub;
    private static Nights nights;
    private static Ground ground;
    private static Dump undisturbed;

    private final Random random = CAMPAIGN.random("room");

    @BeforeAll
    static void twoUndisturbedNightsOnASmallDisk() throws Exception {
        Files.createDirectories(DISK);
        assumeThat(done("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", DISK.toString()))
                .as("a disk of its own may be made here")
                .isTrue();
        server = CrashServer.start(DISK.resolve("server"));
        Map<String, Object> settings = Nights.settings(7);
        settings.putAll(server.settings());
        hub = Hub.start(TWENTY, settings);
        nights = new Nights(hub);
        ground = new Ground(server.superuser());
        nights.night();
        nights.night();
        undisturbed = dump();
    }

    @AfterAll
    static void close() throws Exception {
        if (hub != null) {
            hub.close();
        }
        if (server != null) {
            server.close();
            done("umount", DISK.toString());
        }
    }

    private static boolean done(String... command) throws Exception {
        return new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static Dump dump() {
        return Dump.of(hub, JdbcClient.create(server.superuser()));
    }

    @Test
    void aNightOnADiskThatIsFullHarmsNothing(CapturedOutput log) throws Exception {
        List<String> harmed = new ArrayList<>();
        int sizes = CAMPAIGN.tier(2, 20);
        for (int size = 1; size <= sizes; size++) {
            ground.restore();
            nights.deliverAnew();
            int left = random.nextBoolean() ? 0 : random.nextInt(MOST_LEFT);
            nightWithLittleRoom(left);
            harmed.addAll(Dump.torn(JdbcClient.create(server.superuser())));
            nights.tick();
            if (nights.open()) {
                harmed.add(left + " bytes left: the night was left open");
            }
            nights.night();
            undisturbed.differences(dump()).forEach(harmed::add);
        }
        CAMPAIGN.figure("sizes of what was left on the disk", sizes);
        CAMPAIGN.figure("lines that differ after a full disk", harmed.size());

        assertThat(harmed).isEmpty();
        assertThat(log).as("what failed").contains("DataAccessResourceFailureException");
        assertThat(log.getAll())
                .as("and no message of it, Camel's own log included")
                .doesNotContain("No space left", "could not extend", "StatementCallback", "SQL [");
    }

    private static void nightWithLittleRoom(int left) throws Exception {
        Path filler = DISK.resolve("filler");
        fill(filler, left);
        CompletableFuture<Void> night = CompletableFuture.runAsync(nights::disturbedNight);
        while (!night.isDone()) {
            roomOnceItStopped(filler);
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        night.join();
        CAMPAIGN.count("nights that met the full disk", met() ? 1 : 0);
        Files.deleteIfExists(filler);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(DiskFullIT::answersAgain);
        TimeUnit.MILLISECONDS.sleep(TRUSTED_MILLIS);
    }

    /**
     * A server that could not write its log stops, and cannot begin again for want of room. Whoever is on call makes room and
     * begins it: else the hub would wait ten seconds for a connection at every statement that is left of the night, and the
     * campaign for minutes.
     */
    private static void roomOnceItStopped(Path filler) throws IOException {
        if (!server.lives()) {
            CAMPAIGN.count("servers that stopped on the full disk", 1);
            Files.deleteIfExists(filler);
            server.startAgain();
        }
    }

    private static boolean met() {
        try {
            return nights.open()
                    || hub.bean(Runs.class)
                            .lastNight()
                            .filter(night -> night.state() != RunSummary.State.DONE)
                            .isPresent();
        } catch (DataAccessException serverIsGone) {
            return true;
        }
    }

    private static boolean answersAgain() throws IOException {
        roomOnceItStopped(DISK.resolve("filler"));
        try {
            return JdbcClient.create(server.superuser())
                    .sql("select true")
                    .query(Boolean.class)
                    .single();
        } catch (DataAccessException notYet) {
            return false;
        }
    }

    private static void fill(Path filler, int left) throws IOException {
        byte[] block = new byte[1 << 16];
        try (RandomAccessFile file = new RandomAccessFile(filler.toFile(), "rw")) {
            long much = DISK.toFile().getUsableSpace() - left;
            for (long written = 0; written < much; written += block.length) {
                file.write(block, 0, (int) Math.min(block.length, much - written));
            }
        } catch (IOException full) {
            // the server wrote something meanwhile: less is left than was meant, or nothing
        }
    }
}
