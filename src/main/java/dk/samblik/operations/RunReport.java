package dk.samblik.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.samblik.household.RunId;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A run's figures as lines of text: counts, codes and times, never a person. */
public final class RunReport {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunReport() {}

    /** Waits until the run has ended, and shows it meanwhile; the run must exist. */
    static RunSummary await(Runs runs, RunId id, Consumer<RunSummary> shown) {
        RunSummary run = runs.find(id).orElseThrow();
        shown.accept(run);
        while (!run.state().ended()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            run = runs.find(id).orElseThrow();
            shown.accept(run);
        }
        return run;
    }

    /** One run on one line, for a list. */
    static void line(RunSummary run, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s  %-8s %-14s %s  %d/%d households%n",
                run.id(),
                run.kind(),
                run.state(),
                run.requestedAt(),
                run.householdsSettled(),
                run.householdsInAll());
    }

    /** A run for programs: {@code docs/schema/run.json}. {@code codes} are the exit codes that apply, the first one wins. */
    static String json(RunSummary run, List<Integer> codes) {
        return node(run, codes).toString();
    }

    /** A list of runs for programs. */
    static String json(List<RunSummary> runs) {
        ArrayNode list = JSON.createArrayNode();
        runs.forEach(run -> list.add(node(run, List.of())));
        return list.toString();
    }

    /** What a run would ask about, for programs. */
    static String scope(long households, long persons, long sources) {
        return JSON.createObjectNode()
                .put("households", households)
                .put("persons", persons)
                .put("sources", sources)
                .toString();
    }

    private static ObjectNode node(RunSummary run, List<Integer> codes) {
        ObjectNode json = JSON.createObjectNode()
                .put("run", run.id().toString())
                .put("kind", run.kind().name())
                .put("state", run.state().name())
                .put("night", run.night().toString())
                .put("requestedAt", run.requestedAt().toString())
                .put("startedAt", Objects.toString(run.startedAt(), null))
                .put("endedAt", Objects.toString(run.endedAt(), null))
                .put("routes", run.routesHash())
                .put("mappings", run.mappingsHash())
                .put("failure", run.failure());
        ObjectNode households = json.putObject("households");
        new TreeMap<>(run.households()).forEach(households::put);
        ArrayNode registers = json.putArray("registers");
        run.registers().forEach(register -> registers.add(node(register)));
        codes.forEach(json.putArray("exitCodes")::add);
        return json;
    }

    private static ObjectNode node(RunSummary.Register register) {
        return JSON.createObjectNode()
                .put("register", register.name())
                .put("state", register.state())
                .put("reason", register.reason())
                .put("asked", register.asked())
                .put("answered", register.answered())
                .put("read", register.read())
                .put("mapped", register.fates().mapped())
                .put("changed", register.rowsChanged())
                .put("quarantined", register.fates().quarantined())
                .put("filtered", register.fates().filtered())
                .put("duplicate", register.fates().duplicate())
                .put("difference", register.difference());
    }

    /** Writes the figures of an ended run. */
    public static void print(RunSummary run, PrintWriter out) {
        out.printf(Locale.ROOT, "run %s  %s  %s%n", run.id(), run.kind(), run.state());
        out.printf(
                Locale.ROOT,
                "households %d: %d updated, %d unchanged, %d kept, %d closed, %d failed%n",
                run.householdsInAll(),
                run.households("UPDATED"),
                run.households("UNCHANGED"),
                run.households("KEPT"),
                run.households("CLOSED"),
                run.households("FAILED"));
        out.printf(
                Locale.ROOT,
                "%-16s %7s %8s %8s %8s %11s %8s %9s %11s %10s  %s%n",
                "register",
                "asked",
                "answered",
                "read",
                "mapped",
                "quarantined",
                "filtered",
                "duplicate",
                "passed over",
                "difference",
                "state");
        run.registers().forEach(register -> line(register, out));
        if (run.startedAt() != null && run.endedAt() != null) {
            long millis = Duration.between(run.startedAt(), run.endedAt()).toMillis();
            out.printf(Locale.ROOT, "took %.1f s%n", millis / 1000.0);
        }
        out.flush();
    }

    private static void line(RunSummary.Register register, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-16s %7d %8d %8d %8d %11d %8d %9d %11d %10d  %s %s%n",
                register.name(),
                register.asked(),
                register.answered(),
                register.read(),
                register.fates().mapped(),
                register.fates().quarantined(),
                register.fates().filtered(),
                register.fates().duplicate(),
                register.passedOver(),
                register.difference(),
                register.state(),
                Objects.requireNonNullElse(register.reason(), ""));
    }
}
