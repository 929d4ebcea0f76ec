package dk.samblik.demo;

import dk.samblik.Samblik;
import dk.samblik.campaign.Watch;
import dk.samblik.campaign.Watched;
import dk.samblik.consent.Import;
import dk.samblik.demo.bu.BuDatabase;
import dk.samblik.demo.social.SocialApi;
import dk.samblik.household.RunId;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import dk.samblik.storage.Login;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The whole hub as it is shipped, pointed at the simulated registers of one world, on a database of its own. */
public final class Hub implements AutoCloseable {

    /** What more settings may refer to, as <code>${…}</code>: the database of the children's system, the folder of all files. */
    public static final String OWN_BU = "spring.test.own-bu";

    public static final String OWN_FOLDER = "spring.test.own-folder";

    private static final AtomicInteger COUNT = new AtomicInteger();
    static final long SEED = 998;
    private static final String READER_PASSWORD = "reader-of-the-test";

    private final World world;
    private final DemoRegisters registers;
    private final TestDatabase database = TestDatabase.fresh();
    private final Login buOwner;
    private final SocialApi social;
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final Watch watch;
    private ConfigurableApplicationContext context;

    private Hub(WorldSize size, Map<String, Object> more, Watch watch, Consumer<DemoRegisters> laidOut)
            throws IOException, SQLException {
        this.watch = watch;
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Copenhagen"));
        Path folder = Files.createTempDirectory("hub");
        world = World.make(SEED, today, size);
        registers = new DemoRegisters(world, folder);
        registers.writeAll();
        laidOut.accept(registers);
        buOwner = TestDatabase.bare("bu_of_hub_" + COUNT.incrementAndGet());
        registers.createBu(source(buOwner), READER_PASSWORD).logStatements();
        social = registers.startSocial(new SocialApi.Client("samblik", "secret-of-the-test"), 0);
        settings.putAll(database.settings());
        settings.put("samblik.access.keystore", folder.resolve("keys/keystore").toString());
        settings.put("samblik.access.master-key", folder.resolve("keys/master").toString());
        settings.put(
                "samblik.access.checkpoints.key",
                folder.resolve("keys/checkpoint").toString());
        settings.put(
                "samblik.access.checkpoints.folder",
                folder.resolve("checkpoints").toString());
        settings.put(
                "samblik.register.folkeregister.folder", registers.cprFolder().toString());
        settings.put(
                "samblik.register.jobcenter.folder", registers.jobcenterFolder().toString());
        settings.put("samblik.register.bolig.folder", registers.boligFolder().toString());
        settings.put("samblik.register.boern-og-unge.url", buOwner.url());
        settings.put("samblik.register.boern-og-unge.user", BuDatabase.READER);
        settings.put("samblik.register.boern-og-unge.password", READER_PASSWORD);
        settings.put("samblik.register.social.url", social.url().toString());
        settings.put("samblik.register.social.client-id", "samblik");
        settings.put("samblik.register.social.client-secret", "secret-of-the-test");
        settings.put(OWN_BU, buOwner.url().replaceFirst(".*/", ""));
        settings.put(OWN_FOLDER, folder.toString());
        settings.put("samblik.run.nightly", "0 0 3 1 1 ? 2099");
        settings.put("samblik.run.look", "300");
        // What a hub does on its own by the clock would meet a test at any moment; those that want it look themselves
        settings.put("samblik.alarms.look", "1d");
        settings.putAll(more);
        settings.computeIfPresent(
                "samblik.register.boern-og-unge.url",
                (key, url) -> url.toString().replace("{database}", database(buOwner)));
        context = boot();
    }

    private static String database(Login login) {
        return login.url().replaceFirst(".*/", "");
    }

    /** A hub with its desk's files taken in; nothing has run yet. */
    public static Hub start(WorldSize size) {
        return start(size, Map.of());
    }

    /**
     * As {@link #start(WorldSize)} with more settings; {@code {database}} in the address of children and youth stands for
     * the name of its database.
     */
    public static Hub start(WorldSize size, Map<String, Object> more) {
        return start(size, more, new Watch() {}, registers -> {});
    }

    /** As the other, with the files that lie there when the hub first looks changed by the test. */
    static Hub start(WorldSize size, Map<String, Object> more, Consumer<DemoRegisters> laidOut) {
        return start(size, more, new Watch() {}, laidOut);
    }

    /** As the other, with every operation on the hub's own database watched. */
    public static Hub start(WorldSize size, Map<String, Object> more, Watch watch) {
        return start(size, more, watch, registers -> {});
    }

    private static Hub start(WorldSize size, Map<String, Object> more, Watch watch, Consumer<DemoRegisters> laidOut) {
        try {
            Hub hub = new Hub(size, more, watch, laidOut);
            Import desk = hub.bean(Import.class);
            check(desk.households(hub.registers.importFolder().resolve("households.json"))
                    .taken());
            check(desk.consents(hub.registers.importFolder().resolve("consents.json"))
                    .taken());
            check(desk.teams(hub.registers.importFolder().resolve("teams.json")).taken());
            return hub;
        } catch (IOException | SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static void check(boolean taken) {
        if (!taken) {
            throw new IllegalStateException("an import file was refused");
        }
    }

    private ConfigurableApplicationContext boot() {
        return new SpringApplicationBuilder(Samblik.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(Watched.beans(watch)))
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    /** Stops the hub and starts it again where it was, with these settings changed. */
    public void restart(Map<String, Object> changed) {
        context.close();
        settings.putAll(changed);
        context = boot();
    }

    private static DataSource source(Login login) {
        return new DriverManagerDataSource(login.url(), login.user(), login.password());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Whether there is one of these at all. */
    public boolean has(Class<?> type) {
        return context.getBeanNamesForType(type).length > 0;
    }

    public World world() {
        return world;
    }

    public DemoRegisters registers() {
        return registers;
    }

    public SocialApi social() {
        return social;
    }

    public DataSource bu() {
        return source(buOwner);
    }

    /** What the hub was told, for starting another process on the same ground. */
    public Map<String, Object> settings() {
        return Map.copyOf(settings);
    }

    /** The database as its owner sees it, for looking. */
    public JdbcClient owner() {
        return JdbcClient.create(database.owner());
    }

    public TestDatabase database() {
        return database;
    }

    /** Runs a night and waits for its end. */
    public RunSummary night() {
        return await(bean(Runs.class).requestNightly("test", "TEST"));
    }

    /** Waits for the end of a run. */
    public RunSummary await(RunId id) {
        Runs runs = bean(Runs.class);
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> runs.find(id).orElseThrow().state().ended());
        return runs.find(id).orElseThrow();
    }

    @Override
    public void close() {
        context.close();
        social.close();
        database.close();
    }
}
