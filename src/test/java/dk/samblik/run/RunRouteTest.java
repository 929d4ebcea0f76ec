package dk.samblik.run;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stages 10 to 50: a run is always closed, a fault of ours is written on it, and one chunk does not stop the next. */
class RunRouteTest {

    private static final CivilClock CLOCK = new CivilClock(Clock.systemUTC());
    private static final RunSettings SETTINGS = new RunSettings(
            1,
            1,
            Duration.ofSeconds(20),
            Duration.ofMillis(1),
            Duration.ofMinutes(1),
            Path.of("routes"),
            Path.of("mappings"));

    private final TestDatabase database = TestDatabase.fresh();
    private final RightOfWay rightOfWay = new RightOfWay();
    private final WorkItems items = new WorkItems(database.pipeline(), SETTINGS, CLOCK, rightOfWay);
    private final Runs runs =
            new Runs(database.pipeline(), SETTINGS, CLOCK, new Progress(SETTINGS, CLOCK), rightOfWay, items);
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<Object> published = new CopyOnWriteArrayList<>();
    private final Map<String, Supplier<Object>> registers = new java.util.LinkedHashMap<>();
    private final List<String> swept = new CopyOnWriteArrayList<>();
    private int together = 1;
    private boolean populationFails;
    private int noted;
    private int told;

    /** Stands for the consent gate: hands out what is claimed, one ahead as Camel's splitter asks for it. */
    public final class Gate {
        public void open(Run run) {}

        public Iterator<Portion> chunks(Run run) {
            return new Iterator<>() {
                private List<HouseholdId> next = claim(run);

                @Override
                public boolean hasNext() {
                    return !next.isEmpty();
                }

                @Override
                public Portion next() {
                    List<HouseholdId> claimed = next;
                    next = claim(run);
                    return () -> claimed;
                }
            };
        }

        private List<HouseholdId> claim(Run run) {
            return Stream.generate(() -> items.claim(run))
                    .limit(together)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /** The neighbours of the routes under test, by the names the routes know. */
    public final class Neighbours {
        public List<String> doors() {
            return registers.keySet().stream()
                    .map(name -> "direct:register-" + name)
                    .toList();
        }

        public void load() {
            if (populationFails) {
                throw new IllegalArgumentException("a value that must not be kept");
            }
        }

        public void settle() {}

        public void afterRun() {
            noted++;
        }

        public void tell() {
            told++;
        }

        public void afterNight(Run run) {
            swept.addAll(database.pipeline()
                    .sql()
                    .sql("select state from run where ended_at is not null")
                    .query(String.class)
                    .list());
        }

        public void publish(List<?> answers) {
            published.add(answers);
            database.pipeline()
                    .sql()
                    .sql("update run_item set state = 'UPDATED' where household_id = (select household_id"
                            + " from run_item where state = 'CLAIMED' order by household_id limit 1)")
                    .update();
        }
    }

    @BeforeEach
    void loadRoutes() throws Exception {
        Neighbours neighbours = new Neighbours();
        Map.of(
                        "runs",
                        runs,
                        "nightly",
                        new Nightly(runs, database.pipeline(), CLOCK, "0 0 3 * * ?"),
                        "consentGate",
                        new Gate(),
                        "registers",
                        neighbours,
                        "population",
                        neighbours,
                        "unattributed",
                        neighbours,
                        "sweep",
                        neighbours,
                        "noting",
                        neighbours,
                        "digest",
                        neighbours,
                        "publish",
                        neighbours)
                .forEach(camel.getRegistry()::bind);
        Properties settings = new Properties();
        settings.put("samblik.run.nightly", "0 0 3 * * ?");
        settings.put("samblik.run.look", "3600000");
        settings.put("samblik.notice.mail.at", "0 0 7 * * ?");
        new GatherThreads().beforeApplicationStart(camel);
        camel.getPropertiesComponent().setInitialProperties(settings);
        for (String file :
                List.of("10-run", "15-population", "20-consent-gate", "30-gather", "50-publish", "60-notice")) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.resolveResource(camel, "file:routes/" + file + ".camel.yaml"));
        }
        AdviceWith.adviceWith(camel, "nightly-run", route -> route.replaceFromWith("direct:three-at-night"));
        AdviceWith.adviceWith(camel, "daily-notice", route -> route.replaceFromWith("direct:seven-in-the-morning"));
        for (int i = 1; i <= 3; i++) {
            database.web()
                    .sql()
                    .sql("""
                            insert into household (household_id, number, area, project_code, enrolled)
                            values (:id, :number, 'Mosebakken', 'FREMSKUDT', date '2026-01-01')
                            """)
                    .param("id", UUID.randomUUID())
                    .param("number", "H-000" + i)
                    .update();
        }
    }

    @AfterEach
    void close() throws Exception {
        camel.close();
        database.close();
    }

    private void register(String name, Supplier<Object> answer) throws Exception {
        registers.put(name, answer);
        camel.addRoutes(new org.apache.camel.builder.RouteBuilder() {
            @Override
            public void configure() {
                from("direct:register-" + name)
                        .routeId("register-" + name)
                        .process(exchange -> exchange.getMessage()
                                .setBody(registers.get(name).get()));
            }
        });
    }

    private void registerOf(String name, Function<Portion, Object> answer) throws Exception {
        register(name, () -> "");
        camel.addRoutes(new org.apache.camel.builder.RouteBuilder() {
            @Override
            public void configure() {
                from("direct:register-" + name)
                        .routeId("register-" + name)
                        .process(exchange -> exchange.getMessage()
                                .setBody(answer.apply(exchange.getMessage().getBody(Portion.class))));
            }
        });
    }

    private RunSummary night() {
        camel.start();
        camel.createProducerTemplate().sendBody("direct:three-at-night", "");
        return runs.recent(1).get(0);
    }

    @Test
    void aNightAsksEveryRegisterChunkByChunkAndIsClosed() throws Exception {
        register("one", () -> "from one");
        register("two", () -> "from two");

        RunSummary night = night();

        assertThat(night.state()).isEqualTo(RunSummary.State.DONE);
        assertThat(swept)
                .as("what is overdue is swept once the night has ended")
                .containsExactly("DONE");
        assertThat(noted).as("what is new is noted after each run").isEqualTo(1);
        assertThat(published)
                .hasSize(3)
                .allSatisfy(answers -> assertThat((List<Object>) new ArrayList<>((List<?>) answers))
                        .containsExactlyInAnyOrder("from one", "from two"));
    }

    @Test
    void receiversAreToldWhenTheirHourComes() {
        camel.start();

        camel.createProducerTemplate().sendBody("direct:seven-in-the-morning", "");

        assertThat(told).isEqualTo(1);
    }

    @Test
    void aFaultInOneRegistersBranchFailsItsChunkAndNothingHalfIsPublished() throws Exception {
        int[] asked = {0};
        register("one", () -> "from one");
        register("two", () -> {
            if (++asked[0] == 2) {
                throw new IllegalStateException("a fault of ours");
            }
            return "from two";
        });

        RunSummary night = night();

        assertThat(published).hasSize(2);
        assertThat(night.households("FAILED")).isEqualTo(1);
        assertThat(night.households("UPDATED")).isEqualTo(2);
        assertThat(night.state()).isEqualTo(RunSummary.State.DONE_WITH_GAPS);
    }

    /** A chunk is as large as its settings say; here the whole of it is one, and one of its households is poison. */
    @Test
    void aHouseholdThatNobodyForesawHoldsNoOtherOfItsChunk() throws Exception {
        together = 3;
        HouseholdId poison = new HouseholdId(database.pipeline()
                .sql()
                .sql("select household_id from household order by household_id offset 1 limit 1")
                .query(java.util.UUID.class)
                .single());
        registerOf("one", portion -> {
            if (portion.claimed().contains(poison)) {
                throw new IllegalStateException("poison");
            }
            return "from one";
        });

        RunSummary night = night();

        assertThat(published).hasSize(2);
        assertThat(night.households("FAILED")).isEqualTo(1);
        assertThat(night.households("UPDATED")).isEqualTo(2);
    }

    @Test
    void aFaultBeforeTheGateIsWrittenOnTheRunAndTheRunIsClosed() throws Exception {
        populationFails = true;
        register("one", () -> "from one");

        RunSummary night = night();

        assertThat(night.state()).isEqualTo(RunSummary.State.FAILED);
        assertThat(swept).as("a night that failed is swept after, too").containsExactly("FAILED");
        assertThat(night.failure()).isEqualTo("IllegalArgumentException");
        assertThat(published).isEmpty();
    }

    @Test
    void aRefreshAskedForByATeamRunsBesideTheNight() throws Exception {
        register("one", () -> "from one");
        camel.start();
        UUID household = database.web()
                .sql()
                .sql("select household_id from household limit 1")
                .query(UUID.class)
                .single();
        Refreshes refreshes = new Refreshes(
                database.web(), CLOCK, camel.createProducerTemplate(), org.mockito.Mockito.mock(Progress.class));

        RunId refresh = refreshes.request(new HouseholdId(household), "maja");

        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> runs.find(refresh).orElseThrow().state().ended());
        assertThat(runs.find(refresh).orElseThrow().state()).isEqualTo(RunSummary.State.DONE);
        assertThat(published).hasSize(1);
    }
}
