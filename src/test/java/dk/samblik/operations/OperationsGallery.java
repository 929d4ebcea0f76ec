package dk.samblik.operations;

import dk.samblik.access.Viewer;
import dk.samblik.alarm.AlarmLine;
import dk.samblik.api.WebhookLog;
import dk.samblik.household.CivilClock;
import dk.samblik.household.RunId;
import dk.samblik.run.Fates;
import dk.samblik.run.RouteStates.RouteState;
import dk.samblik.run.Run;
import dk.samblik.run.RunSummary;
import dk.samblik.team.Badge;
import dk.samblik.team.PageFrame;
import dk.samblik.team.TeamSettings;
import dk.samblik.team.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages of operations, drawn from invented runs. */
@TestComponent
@Controller
public class OperationsGallery {

    private static final Instant BEGAN = Instant.parse("2026-03-12T04:00:00Z");

    private final MessageSource messages;
    private final CivilClock clock;

    OperationsGallery(MessageSource messages, CivilClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/galleri/drift")
    String all(Model model, Locale locale) {
        Words words = frame(model, locale);
        return all(model, words, new LogLine(words.say("operations.log.written", words.exact(BEGAN)), null, null));
    }

    @GetMapping("/galleri/drift/log")
    String logNotVouchedFor(Model model, Locale locale) {
        Words words = frame(model, locale);
        String since = words.exact(BEGAN);
        return all(
                model,
                words,
                new LogLine(
                        words.say("operations.log.written", since),
                        words.say("operations.log.NOT_OURS"),
                        words.say("operations.log.closes", since, words.exact(BEGAN.plusSeconds(14_400)))));
    }

    private String all(Model model, Words words, LogLine log) {
        RunSummary night = run(1, RunSummary.State.DONE_WITH_GAPS, 0);
        model.addAttribute(
                "operations",
                new OperationsScreen(
                        words,
                        clock.now(),
                        log,
                        Optional.of(night),
                        sources(words),
                        List.of(route("nightly-run", "STARTED", 0), route("ask-social", "STOPPED", 2)),
                        List.of(new QuarantineGroup(
                                "boern-og-unge", "indsats", "Q03", "fra", "3f2a91c4", 43, BEGAN, clock.now())),
                        List.of(night, run(2, RunSummary.State.FAILED, 3), run(3, RunSummary.State.DONE, 0)),
                        webhooks()));
        model.addAttribute("alarms", log.alert() == null ? List.of() : alarms(words));
        return "operations/operations";
    }

    @GetMapping("/galleri/drift/koersel")
    String one(Model model, Locale locale) {
        model.addAttribute("operations", OperationsScreen.ofRun(frame(model, locale), clock.now()));
        model.addAttribute("run", run(2, RunSummary.State.FAILED, 3));
        return "operations/run";
    }

    @GetMapping("/galleri/drift/ny")
    String confirm(Model model, Locale locale) {
        frame(model, locale);
        return "operations/run-now";
    }

    private List<AlarmLine> alarms(Words words) {
        return List.of(
                new AlarmLine(
                        Badge.error(words.say("alarm.lasts")),
                        words.say("alarm.kind.SOURCE_SILENT"),
                        "social",
                        words.exact(BEGAN),
                        null,
                        words.say("alarm.do.SOURCE_SILENT")),
                new AlarmLine(
                        Badge.neutral(words.say("alarm.over")),
                        words.say("alarm.kind.NIGHT_MISSING"),
                        "",
                        words.exact(BEGAN.plusSeconds(3_600)),
                        words.exact(BEGAN.plusSeconds(7_200)),
                        null));
    }

    private WebhookLog.State webhooks() {
        UUID message = new UUID(0, 7);
        return new WebhookLog.State(
                List.of(
                        new WebhookLog.Endpoint("fagsystem", false, 412, 1, 0),
                        new WebhookLog.Endpoint("journal", true, 3, 0, 2)),
                List.of(
                        new WebhookLog.Delivery(message, "journal", "consent.withdrawn", BEGAN, "GONE", 1, "HTTP_410"),
                        new WebhookLog.Delivery(message, "fagsystem", "source.stale", BEGAN, "PENDING", 2, "NO_ANSWER"),
                        new WebhookLog.Delivery(
                                message, "fagsystem", "view.published", BEGAN, "DELIVERED", 1, "HTTP_204")),
                1);
    }

    private Words frame(Model model, Locale locale) {
        Words words = new Words(messages, locale, clock);
        Viewer ivan = new Viewer("ivan", "Ivan Test", Viewer.Role.IT, "Fjordsted Kommune", Set.of());
        model.addAttribute("words", words);
        model.addAttribute(
                "frame",
                new PageFrame(
                        new TeamSettings("Eksempel Kommune", "12 34 56 78"),
                        ivan,
                        true,
                        "/drift",
                        List.of(new PageFrame.Item("layout.operations", "/drift", true))));
        return words;
    }

    private static List<SourceLine> sources(Words words) {
        return List.of(
                new SourceLine(
                        "jobcenter",
                        "Jobcenter",
                        Badge.success(words.say("operations.source.ANSWERS")),
                        null,
                        BEGAN,
                        BEGAN,
                        "20260312",
                        "TRAILER",
                        0,
                        4),
                new SourceLine(
                        "social",
                        "Social, sundhed og omsorg",
                        Badge.error(words.say("operations.source.DOWN")),
                        "TIMEOUT",
                        BEGAN.minus(Duration.ofDays(2)),
                        null,
                        null,
                        null,
                        18,
                        0));
    }

    private static RouteState route(String id, String state, long failed) {
        return new RouteState(
                id,
                "Opens a run over every enrolled household at night.",
                "10-run.camel.yaml",
                state,
                60,
                failed,
                0,
                0,
                Duration.ofMillis(912));
    }

    private static RunSummary run(int number, RunSummary.State state, long lost) {
        return new RunSummary(
                new RunId(new UUID(number * 0x1234_5678_0000_0000L, number)),
                Run.Kind.NIGHTLY,
                state,
                "samblik",
                null,
                LocalDate.of(2026, 3, 12),
                BEGAN,
                BEGAN,
                BEGAN.plusSeconds(751),
                "1a2b3c4d5e6f7a8b",
                "3f2a91c47be05d18",
                state == RunSummary.State.FAILED ? "IllegalStateException" : null,
                Map.of("UPDATED", 41, "UNCHANGED", 17, "KEPT", 2),
                List.of(
                        new RunSummary.Register(
                                "jobcenter", "DONE", null, 120, 120, new Fates(400, 4, 8, 0), 412 + lost, 20_311, 41),
                        new RunSummary.Register("social", "DOWN", "TIMEOUT", 120, 0, Fates.NONE, 0, 0, 0)));
    }
}
