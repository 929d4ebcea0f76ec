package dk.samblik.register;

import dk.samblik.consent.Chunk;
import dk.samblik.household.CivilClock;
import dk.samblik.run.GatherThreads;
import dk.samblik.run.Progress;
import dk.samblik.run.RunSettings;
import dk.samblik.run.Switches;
import dk.samblik.run.TestProgress;
import dk.samblik.run.TestSwitches;
import dk.samblik.storage.Login;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.DefaultRoutesCollector;
import org.apache.camel.main.RoutesConfigurer;

/**
 * The routes from gather to publish with every register behind them, the real beans of this package, and plain ones at the
 * two ends: what would be mapped, kept and published is held for the test to look at.
 */
final class RegisterLine implements AutoCloseable {

    private static final List<String> ROUTES = List.of(
            "30-gather",
            "40-register",
            "41-ask-jdbc",
            "42-ask-csv",
            "43-ask-rest",
            "45-jobcenter",
            "45-boern-og-unge",
            "45-social",
            "45-folkeregister",
            "50-publish",
            "71-flag-jdbc",
            "72-flag-csv",
            "73-flag-rest",
            "90-retry");

    final Progress progress;
    final Switches switches;
    final List<Map<String, Object>> headers = new CopyOnWriteArrayList<>();
    final List<Object> published = new CopyOnWriteArrayList<>();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final RegisterDatabases databases;
    private volatile boolean mapperBroken;

    RegisterLine(Path mappings, Map<String, RegisterSettings.Connection> connections, TestDatabase database) {
        CivilClock clock = new CivilClock(Clock.systemUTC());
        RunSettings folders = RegisterTests.mappings(mappings);
        RegisterSettings settings = new RegisterSettings(connections);
        Registers registers = new Registers(folders, settings);
        progress = TestProgress.of(folders, clock);
        switches = TestSwitches.on(database, clock);
        databases = new RegisterDatabases(registers, settings);
        databases.beforeApplicationStart(camel);
        new GatherThreads().beforeApplicationStart(camel);
        camel.getRegistry().bind("registers", registers);
        camel.getRegistry().bind("outages", new Outages(registers, settings, clock, progress, switches));
        Deliveries deliveries = new Deliveries(registers, settings, new DeliveryLog(database.pipeline(), clock), clock);
        camel.getRegistry().bind("deliveries", deliveries);
        camel.getRegistry()
                .bind(
                        "openCases",
                        new OpenCases(
                                registers,
                                deliveries,
                                new RestFlags(settings, switches),
                                switches,
                                clock,
                                camel.createProducerTemplate()));
        camel.getRegistry().bind("jdbcQuestions", new JdbcQuestions(registers, clock, switches));
        camel.getRegistry().bind("restAsk", new RestAsk(registers, settings, clock, switches));
        camel.getRegistry().bind("mapper", new Ends());
        camel.getRegistry().bind("keepLastGood", new Ends());
        camel.getRegistry().bind("populationFacts", new Ends());
        camel.getRegistry().bind("publish", new Ends());
        start();
    }

    private void start() {
        try {
            camel.setMessageHistory(false);
            camel.getTypeConverterRegistry().addTypeConverters(new CutReader());
            RoutesConfigurer routes = new RoutesConfigurer(camel);
            routes.setRoutesCollector(new DefaultRoutesCollector());
            routes.setRoutesIncludePattern(
                    ROUTES.stream().map("file:routes/%s.camel.yaml"::formatted).collect(Collectors.joining(",")));
            routes.configureRoutes(camel);
            camel.start();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What stands before and after the registers in these tests. */
    public final class Ends {
        public Object map(Exchange exchange, Reading reading) {
            headers.add(new HashMap<>(exchange.getMessage().getHeaders()));
            if (mapperBroken) {
                throw new IllegalArgumentException("our fault");
            }
            return reading;
        }

        public Object keep(Missed missed) {
            return missed;
        }

        public Object answer(Chunk chunk) {
            return chunk;
        }

        public void publish(List<Object> answers) {
            published.addAll(answers);
        }
    }

    void breakMapper() {
        mapperBroken = true;
    }

    /** Asks every register about the chunk and gives what would be published, by register. */
    Map<String, Object> gather(Chunk chunk) {
        published.clear();
        camel.createProducerTemplate().sendBody("direct:gather", chunk);
        Map<String, Object> byRegister = new LinkedHashMap<>();
        for (Object answer : published) {
            if (answer instanceof Reading reading) {
                byRegister.put(reading.register(), reading);
            } else if (answer instanceof Missed missed) {
                byRegister.put(missed.register(), missed);
            } else {
                byRegister.put(answer.getClass().getSimpleName(), answer);
            }
        }
        return byRegister;
    }

    /** Asks one register. */
    Object ask(String register, Chunk chunk) {
        return camel.createProducerTemplate().requestBody("direct:register-" + register, chunk);
    }

    @Override
    public void close() {
        camel.stop();
        databases.destroy();
    }

    /** A database of a school, as small as can be. */
    static RegisterSettings.Connection school(Login login, Duration limit) {
        return new RegisterSettings.Connection(
                null, login.url(), login.user(), login.password(), null, null, limit, Duration.ofMillis(25));
    }

    /** The mapping files of the three registers, the database's cut down to a school. */
    static Path mappings(Path folder) throws IOException {
        for (String name : List.of("jobcenter.yaml", "social.yaml")) {
            Files.copy(Path.of("mappings").resolve(name), folder.resolve(name));
        }
        Files.writeString(folder.resolve("boern-og-unge.yaml"), """
                register: boern-og-unge
                title: Skolen
                answers-for: CHILDREN
                source: jdbc
                stale-after: PT26H
                records:
                  - gives: enrolment
                    from: elev
                    query: |
                      select e.cpr, e.skole, e.note, e.fra, e.klokken, e.timer from skole.elev e
                       where e.cpr = any (cast(:?members as bpchar[])) and e.fra >= cast(:?back as date)
                         and e.fra <= cast(:?night as date) and (e.venter is null or pg_sleep(e.venter) is not null)
                       order by e.fra
                    member: [cpr]
                    fields: { institution: { from: skole }, from: { from: fra }, start: { from: klokken }, hours: { from: timer } }
                  - gives: absence
                    from: fravaer
                    query: select e.cpr, count(*) as dage from skole.elev e where e.cpr = any (cast(:?members as bpchar[])) group by e.cpr
                    member: [cpr]
                    fields: { sick: { from: dage } }
                """);
        return folder;
    }
}
