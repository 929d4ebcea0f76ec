package dk.samblik.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import dk.samblik.effect.EffectRound;
import dk.samblik.household.CivilClock;
import dk.samblik.quarantine.QuarantineGroups;
import dk.samblik.register.Registers;
import dk.samblik.run.Refreshes;
import dk.samblik.run.Runs;
import dk.samblik.run.Switches;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import picocli.CommandLine;

/** The commands that need a hub, from the night that is counted beforehand to what is told of it afterwards. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunCommandIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Locale BEFORE = Locale.getDefault();

    private static Hub hub;

    private String said = "";

    @BeforeAll
    static void start() {
        Locale.setDefault(Locale.ENGLISH);
        hub = Hub.start(WorldSize.TINY);
    }

    @AfterAll
    static void stop() {
        Locale.setDefault(BEFORE);
        hub.close();
    }

    private static RunCommand run() {
        return new RunCommand(
                hub.bean(Runs.class),
                hub.bean(Refreshes.class),
                hub.bean(Registers.class),
                hub.database().web(),
                hub.bean(CivilClock.class));
    }

    private int say(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        said = out.toString() + err;
        return exit;
    }

    private JsonNode json() throws IOException {
        return JSON.readTree(said);
    }

    private static long runs() {
        return hub.owner().sql("select count(*) from run").query(Long.class).single();
    }

    @Test
    @Order(1)
    void aDryRunCountsAndBeginsNothing() throws IOException {
        assertThat(say(run(), "nightly", "--dry-run", "--output", "json")).isZero();

        Schema.read("scope", said);
        assertThat(json().path("households").asInt()).isPositive();
        assertThat(json().path("sources").asInt()).isBetween(1, 5);
        assertThat(runs()).isZero();
    }

    @Test
    @Order(2)
    void aNightIsToldOfAsItsSchemaSays() throws IOException {
        int exit = say(run(), "nightly", "--wait", "--quiet", "--output", "json");

        Schema.read("run", said);
        assertThat(json().path("exitCodes").path(0).asInt(-1)).isEqualTo(exit);
        assertThat(json().path("registers")).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    @Order(3)
    void oneRegisterIsAskedAloneAndOneThatIsNotThereIsNone() throws IOException {
        assertThat(say(run(), "nightly", "--source", "bolig", "--wait", "--quiet", "--output", "json"))
                .isIn(ExitCode.DONE, ExitCode.STALE, ExitCode.QUARANTINE);

        assertThat(json().path("registers").findValuesAsText("register"))
                .contains("bolig")
                .doesNotContain("social");

        long before = runs();
        assertThat(say(run(), "nightly", "--source", "none")).isEqualTo(ExitCode.USAGE);
        assertThat(said).contains("jobcenter", "social");
        assertThat(say(run(), "household", "H-none", "--source", "bolig")).isEqualTo(ExitCode.USAGE);
        assertThat(runs()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void whatASchedulerDoesNotTakeForAFailureIsNone() {
        assertThat(night("--quiet", "--quarantine-limit", "0", "--fail-on", "stale"))
                .as("a register of this town always lacks something")
                .isEqualTo(ExitCode.STALE);
        assertThat(night("--quiet", "--quarantine-limit", "0", "--fail-on", "quarantine"))
                .isEqualTo(ExitCode.QUARANTINE);
    }

    private int night(String... options) {
        return say(
                run(),
                Stream.concat(Stream.of("nightly", "--wait"), Stream.of(options))
                        .toArray(String[]::new));
    }

    @Test
    @Order(4)
    void progressIsToldInQuartersToTheErrorStream() {
        assertThat(night("--quarantine-limit", "100", "--fail-on", "quarantine"))
                .isZero();

        assertThat(said).contains("households ").containsPattern("\\d\\d:\\d\\d:\\d\\d jobcenter +100 %");
    }

    @Test
    @Order(5)
    void statusListsRunsAndUnknownWordsAreWrongUsage() throws IOException {
        assertThat(say(run(), "status", "--output", "json")).isZero();
        for (JsonNode each : json()) {
            Schema.read("run", each.toString());
        }
        assertThat(say(run(), "status")).isZero();
        assertThat(said.lines())
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(line -> line.matches(".* (NIGHTLY|SOURCE) .*"));
        assertThat(say(run(), "household", "H-none")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    @Order(6)
    void countsOfConsentsAndOfRowsSetAsideNameNobody() throws IOException {
        assertThat(say(
                        new ConsentCommand(hub.database().web(), hub.bean(CivilClock.class)),
                        "report",
                        "--output",
                        "json"))
                .isZero();
        Schema.read("consent-report", said);
        assertThat(json().fieldNames()).toIterable().anyMatch(name -> name.startsWith("in-force."));
        assertThat(json().elements()).toIterable().allMatch(count -> count.isNull() || count.asInt() >= 5);

        assertThat(say(new QuarantineCommand(hub.bean(QuarantineGroups.class)), "list", "--output", "json"))
                .isZero();
        Schema.read("quarantine", said);
        assertThat(json().path(0).path("reason").asText()).startsWith("Q");
        assertThat(said).doesNotContainPattern("\\d{6}-?\\d{4}");
    }

    private EffectCommand effect() {
        return new EffectCommand(hub.bean(EffectRound.class));
    }

    @Test
    @Order(7)
    void effectFiguresAreComputedInCountsAndNotWhileTheirRouteIsOff() throws IOException {
        assertThat(say(effect(), "release")).isEqualTo(ExitCode.USAGE);
        assertThat(say(effect(), "compute", "--output", "json")).isZero();
        Schema.read("effect", said);
        assertThat(json().path("households").asInt()).isPositive();
        assertThat(say(effect(), "compute", "--output", "json")).isZero();
        assertThat(json().path("released").asInt(-1)).isZero();

        hub.owner().sql("revoke insert on access_log from hub_audit").update();
        try {
            assertThat(say(effect(), "compute")).isEqualTo(ExitCode.NO_LOG);
        } finally {
            hub.owner().sql("grant insert on access_log to hub_audit").update();
        }
        hub.bean(Switches.class).set("monthly-effect", Switches.State.STOPPED, "test");
        assertThat(say(effect(), "compute")).isEqualTo(ExitCode.LOCKED);
    }

    @Test
    @Order(8)
    void aNightThatAnotherProcessIsAtWorkOnIsLeftAlone() {
        long before = runs();
        hub.owner().sql("""
                        insert into run (run_id, kind, reason, requested_by, night, requested_at, state, fence, lease_owner,
                          lease_until, routes_hash, mappings_hash)
                        values (:run, 'NIGHTLY', 'TEST', 'test', current_date, now(), 'RUNNING', nextval('fence'), 'another',
                          now() + interval '1 hour', 'r', 'm')
                        """).params(Map.of("run", UUID.randomUUID())).update();

        assertThat(say(run(), "nightly", "--wait")).isEqualTo(ExitCode.LOCKED);
        assertThat(runs()).isEqualTo(before + 1);
    }
}
