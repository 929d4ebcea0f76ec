package dk.samblik.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import dk.samblik.storage.CrashServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostgreSQL is killed at a random moment of a night, and started again. The hub, which goes on running, closes the night
 * by itself; the next one leaves what undisturbed nights leave, and no index was harmed.
 */
class ServerKillsIT {

    private static final int TRUSTED_MILLIS = 600;
    private static final Campaign CAMPAIGN = Campaign.named("server-kills");
    private static final WorldSize TWENTY = new WorldSize(60, 20, WorldSize.Stories.NONE);
    private static final int LATEST_MILLIS = 350;

    private static CrashServer server;
    private static Hub hub;
    private static Nights nights;
    private static Ground ground;
    private static Dump undisturbed;

    private final Random random = CAMPAIGN.random("server kills");

    @BeforeAll
    static void twoUndisturbedNights() {
        server = CrashServer.start();
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
    static void close() {
        hub.close();
        server.close();
    }

    private static Dump dump() {
        return Dump.of(hub, JdbcClient.create(server.superuser()));
    }

    @Test
    void aNightInWhichTheDatabaseIsKilledHarmsNothing() throws Exception {
        List<String> harmed = new ArrayList<>();
        int kills = CAMPAIGN.tier(2, 60);
        for (int kill = 1; kill <= kills; kill++) {
            ground.restore();
            nights.deliverAnew();
            int moment = random.nextInt(LATEST_MILLIS);
            nightWithAKill(moment);
            harmed.addAll(Dump.torn(JdbcClient.create(server.superuser())));
            nights.tick();
            if (nights.open()) {
                harmed.add("kill " + kill + " after " + moment + " ms: the night was left open");
            }
            nights.night();
            undisturbed.differences(dump()).forEach(harmed::add);
        }
        CAMPAIGN.figure("kills of PostgreSQL", kills);
        CAMPAIGN.figure("lines that differ after kills of PostgreSQL", harmed.size());

        assertThat(harmed).isEmpty();
        assertThat(indexesThatHold()).isPositive();
    }

    private static void nightWithAKill(int moment) throws Exception {
        CompletableFuture<Void> night = CompletableFuture.runAsync(nights::disturbedNight);
        TimeUnit.MILLISECONDS.sleep(moment);
        CAMPAIGN.count("kills of PostgreSQL while a night ran", night.isDone() ? 0 : 1);
        CAMPAIGN.count("server processes killed", server.kill());
        server.startAgain();
        night.get(2, TimeUnit.MINUTES);
        // A pool trusts a connection for half a second after its last use, and only then asks whether it still lives
        TimeUnit.MILLISECONDS.sleep(TRUSTED_MILLIS);
    }

    /** Every B-tree against its table, every row of the table in it; throws where one does not hold. */
    private static int indexesThatHold() {
        JdbcClient superuser = JdbcClient.create(server.superuser());
        superuser.sql("create extension if not exists amcheck").update();
        List<Boolean> held = superuser.sql("""
                        select bt_index_check(c.oid, true) is not null from pg_class c join pg_index i on i.indexrelid = c.oid
                          join pg_am a on a.oid = c.relam
                         where a.amname = 'btree' and c.relpersistence = 'p' and i.indisvalid
                        """).query(Boolean.class).list();
        CAMPAIGN.figure("indexes checked against their tables", held.size());
        return held.size();
    }
}
