package dk.samblik.operations;

import dk.samblik.api.WebhookLog;
import dk.samblik.household.RunId;
import dk.samblik.operations.Warnings.Warning;
import dk.samblik.quarantine.QuarantineGroups;
import dk.samblik.run.OperatorActions.OperatorAction;
import dk.samblik.run.RouteStates.RouteState;
import dk.samblik.run.Run;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Switches.Part;
import dk.samblik.team.Badge;
import dk.samblik.team.Words;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the hub stands, in words for whoever looks at it at half past six: ids, counts and codes, never a person. */
record OperationsScreen(
        Words words,
        Instant now,
        LogLine log,
        Optional<RunSummary> night,
        List<SourceLine> sources,
        List<RouteState> routes,
        List<QuarantineGroups.Group> quarantine,
        long discarded,
        List<RunSummary> runs,
        WebhookLog.State webhooks,
        RouteWords names,
        List<OperatorAction> actions,
        List<Warning> warnings) {

    private static final List<String> RESULTS =
            List.of("UPDATED", "UNCHANGED", "KEPT", "CLOSED", "FAILED", "CLAIMED", "PENDING");

    OperationsScreen {
        sources = List.copyOf(sources);
        routes = routes.stream()
                .sorted(Comparator.comparingLong(RouteState::failed)
                        .reversed()
                        .thenComparing(RouteState::file)
                        .thenComparing(RouteState::id))
                .toList();
        quarantine = List.copyOf(quarantine);
        runs = List.copyOf(runs);
        actions = List.copyOf(actions);
        warnings = List.copyOf(warnings);
    }

    /** A screen that shows one run and nothing else. */
    static OperationsScreen ofRun(Words words, Instant now) {
        return new OperationsScreen(
                words,
                now,
                LogLine.NONE,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                WebhookLog.State.NOTHING,
                new RouteWords(words, Map.of()),
                List.of(),
                List.of());
    }

    /** The one sentence: the night that runs, else the last one. */
    public String sentence() {
        return runs.stream()
                .filter(run -> run.kind() == Run.Kind.NIGHTLY && !run.state().ended())
                .findFirst()
                .or(() -> night)
                .map(this::sentence)
                .orElseGet(() -> words.say("operations.sentence.none"));
    }

    /** How a run stands or ended, and what it lacked. */
    public String sentence(RunSummary run) {
        return words.say(
                "operations.sentence." + run.state(),
                words.say("run.kind." + run.kind() + ".the"),
                run.householdsSettled(),
                run.householdsInAll(),
                run.households("UPDATED"),
                gaps(run));
    }

    private String gaps(RunSummary run) {
        List<String> gaps = new ArrayList<>();
        for (RunSummary.Register register : run.registers()) {
            switch (register.state()) {
                case "DOWN" -> gaps.add(words.say("operations.gap.down", register.name()));
                case "PARTLY" -> gaps.add(words.say("operations.gap.partly", register.name()));
                default -> {}
            }
        }
        if (run.households("FAILED") > 0) {
            gaps.add(words.say("operations.gap.households", run.households("FAILED")));
        }
        return words.list(gaps);
    }

    /** The run that the reconciliation on the page is about: the latest that read anything. */
    public @Nullable RunSummary latest() {
        return runs.stream()
                .filter(run ->
                        run.kind() == Run.Kind.NIGHTLY && !run.registers().isEmpty())
                .findFirst()
                .orElse(night.orElse(null));
    }

    /** The first figures of an id: enough to tell runs apart when talking. */
    public String shortId(RunId id) {
        return id.toString().substring(0, 8);
    }

    /** How long a run took, or has taken until now. */
    public String took(RunSummary run) {
        if (run.startedAt() == null) {
            return "";
        }
        Instant until = run.endedAt() == null ? now : run.endedAt();
        return words.took(Duration.between(run.startedAt(), until));
    }

    /** Rows without a fate over all registers; anything but 0 is an error. */
    public long difference(RunSummary run) {
        return run.registers().stream()
                .mapToLong(register -> Math.abs(register.difference()))
                .sum();
    }

    /** The results that households of a run have. */
    public List<String> results(RunSummary run) {
        return RESULTS.stream().filter(result -> run.households(result) > 0).toList();
    }

    public Badge badge(RunSummary run) {
        String text = words.say("run.state." + run.state());
        return switch (run.state()) {
            case QUEUED, RUNNING -> Badge.info(text);
            case DONE -> Badge.success(text);
            case DONE_WITH_GAPS, STOPPED -> Badge.warning(text);
            case FAILED -> Badge.error(text);
        };
    }

    public Badge badge(RunSummary.Register register) {
        String text = words.say("reconcile.state." + register.state());
        return switch (register.state()) {
            case "DONE", "ANSWERED" -> Badge.success(text);
            case "PARTLY" -> Badge.warning(text);
            case "DOWN" -> Badge.error(text);
            default -> Badge.info(text);
        };
    }

    public Badge badge(WebhookLog.Endpoint endpoint) {
        String state = endpoint.stopped() ? "stopped" : endpoint.givenUp() > 0 ? "lacking" : "open";
        String text = words.say("webhooks.endpoint." + state);
        return endpoint.stopped()
                ? Badge.error(text)
                : endpoint.givenUp() > 0 ? Badge.warning(text) : Badge.success(text);
    }

    public Badge badge(WebhookLog.Delivery delivery) {
        String text = words.say("webhooks.state." + delivery.state());
        return switch (delivery.state()) {
            case "DELIVERED" -> Badge.success(text);
            case "PENDING" -> delivery.outcome() == null ? Badge.info(text) : Badge.warning(text);
            default -> Badge.error(text);
        };
    }

    /** Refused rows of the register that a route asks; nothing for one that asks none. */
    public String quarantined(RouteState route) {
        return !route.id().startsWith("ask-")
                ? ""
                : sources.stream()
                        .filter(source -> source.register().equals(Part.register(route.id())))
                        .map(source -> words.number(source.quarantined()))
                        .findFirst()
                        .orElse("");
    }

    /** Since when this process counts. */
    public Instant since() {
        return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    }
}
