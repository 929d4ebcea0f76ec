package dk.samblik.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.campaign.files.Disturbance;
import dk.samblik.campaign.files.FaultyFiles;
import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
    private static final Countdown FILES = new Countdown();
    private static final Countdown LINES = new Countdown();

    private static Proxy social;
    private static Proxy bu;
    private static Hub hub;
    private static FaultLoop loop;

    @BeforeAll
    static void twoUndisturbedNights() throws IOException {
        social = Proxy.open();
        bu = Proxy.open();
        Path keys = Files.createTempDirectory("keys").resolve("keystore");
        hub = Hub.start(TWENTY, settings(keys), new FaultyDatabase(DATABASE));
        social.towards("127.0.0.1", hub.social().url().getPort());
        String server = hub.database().url().substring("jdbc:".length());
        bu.towards("127.0.0.1", URI.create(server).getPort());
        social.spoil(new FaultyLine(LINES, "social"));
        bu.spoil(new FaultyLine(LINES, "boern-og-unge"));
        Beginning beginning =
                new Beginning(new Ground(hub.database().superuser()), new KeysAtFirst(hub, keys), new Nights(hub));
        loop = new FaultLoop(CAMPAIGN, beginning);
        FaultyFiles.disturb(new FaultyFolders(FILES));
    }

    /** One worker, so that the operations of a night come in the same order each time. */
    private static Map<String, Object> settings(Path keys) {
        Map<String, Object> settings = Nights.settings(7);
        settings.put("samblik.run.workers", "1");
        settings.put("samblik.access.keystore", "faulty://" + keys);
        settings.put("samblik.register.folkeregister.folder", "faulty://${" + Hub.OWN_FOLDER + "}/cpr");
        settings.put("samblik.register.jobcenter.folder", "faulty://${" + Hub.OWN_FOLDER + "}/jobcenter");
        settings.put("samblik.register.bolig.folder", "faulty://${" + Hub.OWN_FOLDER + "}/bolig");
        settings.put("samblik.register.social.url", "http://127.0.0.1:" + social.port() + "/api/v2");
        settings.put(
                "samblik.register.boern-og-unge.url",
                "jdbc:postgresql://127.0.0.1:" + bu.port() + "/${" + Hub.OWN_BU + "}");
        return settings;
    }

    @AfterAll
    static void close() {
        FaultyFiles.disturb(Disturbance.NONE);
        hub.close();
        social.close();
        bu.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "ANSWER_LOST", "GAVE_WAY"})
    void anyOperationOnTheDatabaseMayFail(Fault fault) {
        assertThat(loop.through("database", DATABASE, fault, CAMPAIGN.tier(40, 1)))
                .isEmpty();
    }

    /** Steps shorter than a household's transaction is long: what is stored outside it must show. */
    @Test
    void theDatabaseMayBeGoneFromAnyOperationOn() {
        assertThat(loop.through("database", DATABASE, Fault.GONE, CAMPAIGN.tier(6, 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "ANSWER_LOST", "HALF_DONE"})
    void anyOperationOnAFileMayFail(Fault fault) {
        assertThat(loop.through("files", FILES, fault, CAMPAIGN.tier(90, 1))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "ANSWER_LOST"})
    void anythingSaidToARegisterMayBeLost(Fault fault) {
        assertThat(loop.through("lines to registers", LINES, fault, CAMPAIGN.tier(20, 1)))
                .isEmpty();
    }
}
