package dk.samblik.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.campaign.Meaning.Fault;
import dk.samblik.campaign.Meaning.None;
import dk.samblik.campaign.Standing.Fresh;
import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import dk.samblik.demo.bolig.TenancyFile;
import dk.samblik.demo.plan.DeliveryFault;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.run.Refreshes;
import dk.samblik.run.RunSummary;
import dk.samblik.run.RunSummary.State;
import dk.samblik.run.Runs;
import dk.samblik.view.LaneState;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Every register fails in every shape, in a night and in a refresh: what the others hold stays byte for byte, its own stays
 * too and says how old it is, every row has one fate, and when it is over all is as before.
 */
class SourcesIT {

    private static final WorldSize SIZE = new WorldSize(60, 20, WorldSize.Stories.NONE);
    private static final Set<LaneState> SHOWN =
            Set.of(LaneState.FRESH, LaneState.NOTHING_FOUND, LaneState.PARTLY_QUARANTINED);

    private static final int SAMPLE = 11;
    private static final int AWAY_MILLIS = 700;
    private static final Campaign CAMPAIGN = Campaign.named("sources");
    private static final Proxy BU = Proxy.open();
    private static final Proxy SOCIAL = Proxy.open();
    private static Hub hub;
    private static List<Source> sources;
    private static UUID refreshed;

    /** One register failing in one shape, under one trigger. */
    private record Cell(Source source, Shape shape, boolean night) {
        @Override
        public String toString() {
            return source.register() + ", " + shape + ", " + (night ? "night" : "refresh");
        }
    }

    @BeforeAll
    static void runTwoGoodNights() throws Exception {
        hub = Hub.start(
                SIZE,
                Map.of(
                        "samblik.run.chunk", "8",
                        "samblik.register.social.url", "http://127.0.0.1:" + SOCIAL.port() + "/api/v2",
                        "samblik.register.social.limit", "3s",
                        "samblik.register.boern-og-unge.url",
                                "jdbc:postgresql://127.0.0.1:" + BU.port() + "/{database}",
                        "samblik.register.boern-og-unge.limit", "3s"));
        SOCIAL.towards("127.0.0.1", hub.social().url().getPort());
        BU.towards("127.0.0.1", buPort());
        yesterdayThenToday();
        LocalDate today = hub.world().night();
        sources = List.of(
                new JobcenterSource(hub.registers().jobcenterFolder(), today),
                new BoligSource(hub.registers().boligFolder(), TenancyFile.monday(today)),
                new BuSource(BU),
                new SocialSource(SOCIAL),
                new PopulationSource(hub.registers().cprFolder(), hub.world().town()));
        refreshed = hub.owner()
                .sql(
                        "select household_id from section group by 1 order by count(distinct register) desc, count(*) desc, 1 limit 1")
                .query(UUID.class)
                .single();
    }

    private static int buPort() throws Exception {
        try (var connection = hub.bu().getConnection()) {
            return URI.create(connection.getMetaData().getURL().substring("jdbc:".length()))
                    .getPort();
        }
    }

    /** Lets the hub accept the deliveries before the newest first, so that it can tell when one comes again. */
    private static void yesterdayThenToday() throws Exception {
        LocalDate today = hub.world().night();
        Path bolig = hub.registers().boligFolder();
        new TenancyFile(hub.world().bolig(), today).write(bolig, today.minusWeeks(1), DeliveryFault.NONE);
        String monday = TenancyFile.monday(today).format(DateTimeFormatter.BASIC_ISO_DATE);
        Path newest = bolig.resolve("BOLIG_LEJEMAAL_" + monday + ".csv");
        Path ready = hub.registers()
                .jobcenterFolder()
                .resolve("JC_KLAR_" + today.format(DateTimeFormatter.BASIC_ISO_DATE) + ".txt");
        Path newestAside = Files.move(newest, bolig.resolve("aside"));
        Path readyAside = Files.move(ready, ready.resolveSibling("aside"));
        assertThat(hub.night().state()).isEqualTo(State.DONE);
        Files.move(newestAside, newest);
        Files.move(readyAside, ready);
        assertThat(hub.night().state()).isEqualTo(State.DONE);
    }

    @AfterAll
    static void close() {
        hub.close();
        BU.close();
        SOCIAL.close();
    }

    @TestFactory
    Stream<DynamicTest> whatASourceHeldStaysWhenItFails() {
        List<Cell> all = new ArrayList<>();
        for (Source source : sources) {
            for (Shape shape : Shape.values()) {
                if (source.meaning(shape) instanceof None none) {
                    CAMPAIGN.count("shapes without a meaning: " + source.register() + ", " + none.why(), 1);
                } else {
                    all.add(new Cell(source, shape, true));
                    all.add(new Cell(source, shape, false));
                }
            }
        }
        return chosen(all).stream().map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> named(cell)));
    }

    @Test
    void theDatabaseRefusesCountsThatDoNotAddUp() {
        assertThatThrownBy(() -> hub.owner()
                        .sql("update run_register set rows_read = rows_read + 1 where state <> 'OPEN'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** Every connection to it is cut in the middle of a night, and for a moment nobody is at home. */
    @Test
    void aDatabaseThatIsStartedAnewInMidNightIsUsedAgainWithoutARestartOfTheHub() throws Exception {
        Standing before = Standing.of(hub);
        RunId night = hub.bean(Runs.class).requestNightly("test", "TEST");
        Awaitility.await()
                .until(() -> hub.bean(Runs.class).find(night).orElseThrow().state() == State.RUNNING);
        BU.refuse();
        TimeUnit.MILLISECONDS.sleep(AWAY_MILLIS);
        BU.heal();

        hub.await(night);

        nothingWasTakenAway(before, Standing.of(hub));
        allIsAsBefore(hub.night(), before);
    }

    /** In the quick tier a sample, another one each time, in which every register and every shape that is drawn has its cell. */
    private static List<Cell> chosen(List<Cell> all) {
        List<Cell> drawn = new ArrayList<>(all);
        Collections.shuffle(drawn, CAMPAIGN.random("cells"));
        String only = System.getProperty("samblik.cell");
        if (only != null) {
            return drawn.stream()
                    .filter(cell -> cell.toString().startsWith(only))
                    .toList();
        }
        List<Shape> some = new ArrayList<>(Arrays.asList(Shape.values()));
        Collections.shuffle(some, CAMPAIGN.random("shapes"));
        Set<Shape> shapes = new TreeSet<>(some.subList(0, CAMPAIGN.tier(SAMPLE, some.size())));
        Set<String> registers = new TreeSet<>();
        sources.forEach(source -> registers.add(source.register()));
        List<Cell> chosen = new ArrayList<>();
        for (Cell cell : drawn) {
            boolean news =
                    shapes.remove(cell.shape()) | registers.remove(cell.source().register());
            if (news || chosen.size() < CAMPAIGN.tier(0, all.size())) {
                chosen.add(cell);
            }
        }
        return chosen;
    }

    /** Reports number such tests; the message has to say which it was. */
    private static void named(Cell cell) throws Exception {
        try {
            run(cell);
        } catch (AssertionError broken) {
            System.out.println("BROKEN " + cell + ": "
                    + broken.getMessage().lines().limit(12).toList());
            throw new AssertionError(cell + ": " + broken.getMessage(), broken);
        }
    }

    private static void run(Cell cell) throws Exception {
        Fault fault = (Fault) cell.source().meaning(cell.shape());
        Standing before = Standing.of(hub);
        RunSummary failing;
        Standing after;
        fault.on().done();
        try {
            failing = runOnce(cell);
            after = Standing.of(hub);
        } finally {
            fault.off().done();
        }
        RunSummary healing = runOnce(cell);
        count(cell, before, after);
        everyRowHasOneFate(failing);
        nothingWasTakenAway(before, after);
        switch (fault.kept()) {
            case MARKED -> marked(cell, failing, before, after);
            case DATED -> dated(failing, before, after);
            case RUN_FAILED -> assertThat(failing.state()).isEqualTo(State.FAILED);
        }
        allIsAsBefore(healing, before);
    }

    private static RunSummary runOnce(Cell cell) {
        return cell.night()
                ? hub.night()
                : hub.await(hub.bean(Refreshes.class).request(new HouseholdId(refreshed), "test"));
    }

    private static @Nullable UUID asked(Cell cell) {
        return cell.night() ? null : refreshed;
    }

    private static void count(Cell cell, Standing before, Standing after) {
        CAMPAIGN.count("cells", 1);
        CAMPAIGN.count("cells of " + cell.source().register(), 1);
        CAMPAIGN.count("cells of shape " + cell.shape(), 1);
        CAMPAIGN.count("sections compared", before.sectionsInAll());
        CAMPAIGN.count(
                "sections and lines that differ", before.differences(after).size());
    }

    private static void everyRowHasOneFate(RunSummary run) {
        assertThat(run.registers()).allSatisfy(register -> {
            assertThat(register.difference()).as(register.name()).isZero();
            assertThat(register.state()).as(register.name()).isNotEqualTo("OPEN");
        });
    }

    private static void nothingWasTakenAway(Standing before, Standing after) {
        assertThat(before.differences(after)).as("sections and lines").isEmpty();
        assertThat(after.nobodys()).as("rows of nobody").isEqualTo(before.nobodys());
    }

    /** Its sections say since when it does not answer, and keep their date; everybody else's say what they said. */
    private static void marked(Cell cell, RunSummary run, Standing before, Standing after) {
        String register = cell.source().register();
        assertThat(run.state()).isEqualTo(State.DONE_WITH_GAPS);
        List<Fresh> ours = after.fresh(register, asked(cell));
        assertThat(ours).isNotEmpty().allSatisfy(fresh -> {
            assertThat(fresh.outcome()).isEqualTo("UNAVAILABLE");
            assertThat(fresh.staleSince()).isNotNull();
            assertThat(fresh.reason()).isNotNull();
        });
        assertThat(ours.stream().map(Fresh::asOf))
                .isEqualTo(before.fresh(register, asked(cell)).stream()
                        .map(Fresh::asOf)
                        .toList());
        assertThat(others(after, register)).isEqualTo(others(before, register));
        before.states().forEach((source, state) -> {
            String[] key = source.split(" ");
            boolean hit = key[1].equals(register) && (cell.night() || key[0].equals(refreshed.toString()));
            assertThat(after.states().get(source))
                    .as(source)
                    .isEqualTo(hit && SHOWN.contains(state) ? LaneState.STALE : state);
        });
    }

    private static List<Fresh> others(Standing standing, String register) {
        return standing.fresh(SourcesIT::undated).stream()
                .filter(fresh -> !fresh.register().equals(register))
                .toList();
    }

    /** A register asked live has a new date at every asking. */
    private static Fresh undated(Fresh fresh) {
        boolean live = fresh.register().equals("social") || fresh.register().equals("boern-og-unge");
        return live
                ? new Fresh(
                        fresh.person(),
                        fresh.register(),
                        fresh.household(),
                        fresh.outcome(),
                        null,
                        fresh.staleSince(),
                        fresh.reason())
                : fresh;
    }

    private static void dated(RunSummary run, Standing before, Standing after) {
        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(after.fresh(SourcesIT::undated)).isEqualTo(before.fresh(SourcesIT::undated));
        assertThat(after.states()).isEqualTo(before.states());
    }

    private static void allIsAsBefore(RunSummary run, Standing before) {
        Standing healed = Standing.of(hub);
        assertThat(run.state()).isEqualTo(State.DONE);
        nothingWasTakenAway(before, healed);
        assertThat(healed.fresh(SourcesIT::undated)).isEqualTo(before.fresh(SourcesIT::undated));
        assertThat(healed.states()).isEqualTo(before.states());
    }
}
