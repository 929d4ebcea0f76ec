package dk.samblik.campaign;

import dk.samblik.campaign.files.Disturbance;
import dk.samblik.campaign.files.FaultyFiles;
import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A hub of twenty households of which any operation can be made to fail: on its database, on files, towards registers. */
final class FaultedHub implements AutoCloseable {

    private static final WorldSize TWENTY = new WorldSize(60, 20, WorldSize.Stories.NONE);

    private final Campaign campaign;
    private final Countdown database = new Countdown();
    private final Countdown files = new Countdown();
    private final Countdown lines = new Countdown();
    private final Proxy social = Proxy.open();
    private final Proxy bu = Proxy.open();
    private final Hub hub;
    private final FaultLoop loop;

    /** Starts it and lets it have two nights that nothing disturbs. */
    FaultedHub(Campaign campaign) throws IOException {
        this.campaign = campaign;
        Path keys = Files.createTempDirectory("keys").resolve("keystore");
        hub = Hub.start(TWENTY, settings(keys), new FaultyDatabase(database));
        social.towards("127.0.0.1", hub.social().url().getPort());
        String server = hub.database().url().substring("jdbc:".length());
        bu.towards("127.0.0.1", URI.create(server).getPort());
        social.spoil(new FaultyLine(lines, "social"));
        bu.spoil(new FaultyLine(lines, "boern-og-unge"));
        Beginning beginning =
                new Beginning(new Ground(hub.database().superuser()), new KeysAtFirst(hub, keys), new Nights(hub));
        loop = new FaultLoop(campaign, beginning);
        FaultyFiles.disturb(new FaultyFolders(files));
    }

    /** One worker, so that the operations of a night come in the same order each time. */
    private Map<String, Object> settings(Path keys) {
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

    /** The faults of its database that did harm: every {@code quick}-th operation in the quick tier, all in the full one. */
    List<String> harmedByDatabase(Fault fault, int quick) {
        return loop.through("database", database, fault, campaign.tier(quick, 1));
    }

    /** As the other, of its files. */
    List<String> harmedByFiles(Fault fault, int quick) {
        return loop.through("files", files, fault, campaign.tier(quick, 1));
    }

    /** As the other, of what is said to registers. */
    List<String> harmedByLines(Fault fault, int quick) {
        return loop.through("lines to registers", lines, fault, campaign.tier(quick, 1));
    }

    @Override
    public void close() {
        FaultyFiles.disturb(Disturbance.NONE);
        hub.close();
        social.close();
        bu.close();
    }
}
