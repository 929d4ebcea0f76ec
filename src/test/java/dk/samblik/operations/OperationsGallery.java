package dk.samblik.operations;

import dk.samblik.access.Viewer;
import dk.samblik.alarm.AlarmLine;
import dk.samblik.api.WebhookLog;
import dk.samblik.consent.FormMistakes;
import dk.samblik.household.CivilClock;
import dk.samblik.household.RunId;
import dk.samblik.quarantine.QuarantineGroups;
import dk.samblik.quarantine.Replays;
import dk.samblik.quarantine.Steward;
import dk.samblik.register.HeldDeliveries.Held;
import dk.samblik.register.PlannedOutages.Planned;
import dk.samblik.run.Fates;
import dk.samblik.run.OperatorActions;
import dk.samblik.run.RoutePicture;
import dk.samblik.run.RouteStates.RouteState;
import dk.samblik.run.Run;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Switches;
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
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

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
                        List.of(
                                route("nightly-run", "STARTED", 0),
                                route("ask-social", "FAILING", 2),
                                route("ask-jobcenter", "PAUSED", 0)),
                        List.of(group(43, 0), group(7, 3)),
                        3,
                        List.of(night, run(2, RunSummary.State.FAILED, 3), run(3, RunSummary.State.DONE, 0)),
                        webhooks(),
                        names(words),
                        List.of(done(OperatorActions.What.ROUTE_PAUSED, "ask-jobcenter")),
                        List.of(
                                new Warnings.Warning(
                                        words.say("warning.off.PAUSED", "ask-jobcenter", words.exact(BEGAN)),
                                        "/drift/rute?id=ask-jobcenter"),
                                new Warnings.Warning(words.say("warning.old", words.exact(BEGAN)), "/drift#koersler"),
                                new Warnings.Warning(
                                        words.say("warning.skew", words.took(Duration.ofSeconds(9))), ""))));
        if (log.alert() != null) {
            model.addAttribute("alarms", alarms(words));
        }
        return "operations/operations";
    }

    @GetMapping("/galleri/drift/koersel")
    String one(Model model, Locale locale) {
        model.addAttribute("operations", OperationsScreen.ofRun(frame(model, locale), clock.now()));
        model.addAttribute("run", run(2, RunSummary.State.FAILED, 3));
        return "operations/run";
    }

    @GetMapping("/galleri/drift/igen")
    String replayed(Model model, Locale locale) {
        model.addAttribute("operations", OperationsScreen.ofRun(frame(model, locale), clock.now()));
        model.addAttribute("run", run(3, RunSummary.State.DONE, 0));
        model.addAttribute("replay", new Replays.Outcome(true, 43, 41, 2));
        return "operations/run";
    }

    @GetMapping("/galleri/drift/tom")
    String empty(Model model, Locale locale) {
        model.addAttribute("operations", OperationsScreen.ofRun(frame(model, locale), clock.now()));
        return "operations/operations";
    }

    @GetMapping("/galleri/drift/karantaene")
    String group(Model model, Locale locale) {
        frame(model, locale);
        return group(model, group(43, 3), form("", "", "1000"), null, new FormMistakes(), "quarantine");
    }

    @GetMapping("/galleri/drift/karantaene-fejl")
    String groupMistakes(Model model, Locale locale) {
        Words words = frame(model, locale);
        ReplayForm form = form("", "", "0");
        return group(model, group(43, 0), form, null, form.mistakes(words), "quarantine");
    }

    @GetMapping("/galleri/drift/koer-igen")
    String replay(Model model, Locale locale) {
        frame(model, locale);
        Replays.Preview preview = new Replays.Preview(60, 12, BEGAN, BEGAN.plusSeconds(86_400));
        return group(
                model, group(60, 0), form("2026-03-11", "2026-03-12", "100"), preview, new FormMistakes(), "replay");
    }

    @GetMapping("/galleri/drift/afvis")
    String discard(Model model, Locale locale) {
        frame(model, locale);
        return group(model, group(43, 0), form("", "", "1000"), null, new FormMistakes(), "discard");
    }

    @GetMapping("/galleri/drift/{state:poster-fejl|poster-afvis|poster-igen}")
    String singleRows(@PathVariable String state, Model model, Locale locale) {
        Words words = frame(model, locale);
        List<UUID> rows = state.equals("poster-fejl") ? List.of() : List.of(new UUID(4, 17), new UUID(4, 18));
        ReplayForm form =
                new ReplayForm("boern-og-unge", "Q03", "fra", "boern-og-unge@3f2a91c47be0", "", "", "1000", true, rows);
        return switch (state) {
            case "poster-fejl" -> group(model, group(43, 0), form, null, form.mistakes(words), "quarantine");
            case "poster-afvis" -> group(model, group(43, 0), form, null, new FormMistakes(), "discard");
            default -> {
                Replays.Preview one = new Replays.Preview(1, 1, BEGAN, BEGAN);
                yield group(model, group(43, 0), form, one, new FormMistakes(), "replay");
            }
        };
    }

    @GetMapping("/galleri/datakvalitet")
    String steward(Model model, Locale locale) {
        frame(model, locale);
        return steward(model, null, new FormMistakes());
    }

    @GetMapping("/galleri/datakvalitet/vist")
    String stewardSees(Model model, Locale locale) {
        frame(model, locale);
        return steward(
                model, new Steward.Cell("jobcenter", "SAG", 17L, "AFSLUTTET", "Q04", "31-02-2026"), new FormMistakes());
    }

    @GetMapping("/galleri/datakvalitet/fejl")
    String stewardMistakes(Model model, Locale locale) {
        Words words = frame(model, locale);
        FormMistakes mistakes = new FormMistakes();
        mistakes.add("post", words.say("steward.err.post"));
        mistakes.add("formaal-0", words.say("reveal.err.purpose"));
        return steward(model, null, mistakes);
    }

    private static String steward(Model model, Steward.@Nullable Cell cell, FormMistakes mistakes) {
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("post", "");
        model.addAttribute("purpose", "");
        model.addAttribute("purposes", Steward.PURPOSES);
        model.addAttribute("cell", cell);
        return "operations/steward";
    }

    private static String group(
            Model model,
            QuarantineGroups.Group group,
            ReplayForm form,
            Replays.@Nullable Preview preview,
            FormMistakes mistakes,
            String page) {
        QuarantineGroups.Place place = new QuarantineGroups.Place(
                new UUID(4, 17), "indsats", 17L, "fra", "Q03", 3, BEGAN, BEGAN.plusSeconds(86_400));
        Replays.Outcome tried = preview == null ? null : new Replays.Outcome(true, 60, 58, 2);
        model.addAttribute(
                "screen",
                new QuarantineScreen(
                        group, List.of(place), form, "boern-og-unge@7c1b22d04a19", preview, tried, preview != null));
        model.addAttribute("mistakes", mistakes);
        return "operations/" + page;
    }

    private static ReplayForm form(String from, String until, String most) {
        return new ReplayForm(
                "boern-og-unge", "Q03", "fra", "boern-og-unge@3f2a91c47be0", from, until, most, false, List.of());
    }

    private static QuarantineGroups.Group group(long rows, int replays) {
        return new QuarantineGroups.Group(
                "boern-og-unge",
                "indsats",
                replays == 0 ? "Q03" : "Q01",
                "fra",
                "boern-og-unge@3f2a91c47be0",
                rows,
                0,
                replays,
                BEGAN,
                BEGAN.plusSeconds(86_400));
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
        model.addAttribute("alarms", List.of());
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
                        "bolig",
                        "Boligforening",
                        Badge.neutral(words.say("operations.source.OLD", words.exact(BEGAN))),
                        null,
                        BEGAN,
                        BEGAN,
                        "20260310",
                        null,
                        0,
                        0,
                        null,
                        0,
                        null),
                new SourceLine(
                        "jobcenter",
                        "Jobcenter",
                        Badge.success(words.say("operations.source.ANSWERS")),
                        null,
                        BEGAN,
                        BEGAN,
                        "20260312",
                        "SHRUNK",
                        0,
                        4,
                        Duration.ofMillis(800),
                        412,
                        "Jobcentrets it, 12 34 56 78"),
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
                        0,
                        null,
                        0,
                        null));
    }

    @GetMapping("/galleri/drift/rute")
    String route(Model model, Locale locale) {
        return route(model, locale, "nightly-run", "STARTED");
    }

    @GetMapping("/galleri/drift/rute-stoppet")
    String routeOff(Model model, Locale locale) {
        return route(model, locale, "ask-social", "STOPPED");
    }

    private String route(Model model, Locale locale, String id, String state) {
        model.addAttribute("screen", screen(frame(model, locale), id, state));
        return "operations/route";
    }

    @GetMapping("/galleri/drift/rute-skift")
    String confirmSwitch(Model model, Locale locale) {
        model.addAttribute("screen", screen(frame(model, locale), "ask-social", "STARTED"));
        model.addAttribute("to", Switches.State.STOPPED);
        model.addAttribute("til", "stop");
        return "operations/switch";
    }

    @GetMapping("/galleri/drift/kilde")
    String source(Model model, Locale locale) {
        Words words = frame(model, locale);
        Planned planned = new Planned(
                1,
                "jobcenter",
                "Jobcenter",
                "Jobcentrets system er lukket. Ring til dem.",
                BEGAN,
                BEGAN.plusSeconds(14_400));
        return source(
                model,
                words,
                new SourceScreen(sources(words).get(1), planned, List.of(held()), OutageForm.EMPTY, true),
                new FormMistakes());
    }

    @GetMapping("/galleri/drift/kilde-fejl")
    String sourceMistakes(Model model, Locale locale) {
        Words words = frame(model, locale);
        OutageForm form = new OutageForm("", "2026-03-12T12:00", "2026-03-12T08:00");
        return source(
                model,
                words,
                new SourceScreen(sources(words).get(2), null, List.of(), form, false),
                form.mistakes(clock.now(), words));
    }

    private static String source(Model model, Words words, SourceScreen screen, FormMistakes mistakes) {
        model.addAttribute("words", words);
        model.addAttribute("screen", screen);
        model.addAttribute("mistakes", mistakes);
        return "operations/source";
    }

    @GetMapping("/galleri/drift/{state:lukning|lukning-fejl|lukket}")
    String closing(@PathVariable String state, Model model, Locale locale) {
        Words words = frame(model, locale);
        boolean wrong = state.equals("lukning-fejl");
        OutageForm form = wrong ? new OutageForm("", "2026-03-12T12:00", "2026-03-12T08:00") : OutageForm.EMPTY;
        Instant until = clock.now().plusSeconds(7_200);
        model.addAttribute("form", form);
        model.addAttribute("mistakes", wrong ? form.mistakes(clock.now(), words) : new FormMistakes());
        model.addAttribute(
                "planned",
                state.equals("lukket")
                        ? new Planned(1, "samblik", "Samblik", "Vi opgraderer databasen.", clock.now(), until)
                        : null);
        model.addAttribute("closed", state.equals("lukket") ? until : null);
        return "operations/closing";
    }

    @GetMapping("/galleri/drift/kilde-koer")
    String confirmSource(Model model, Locale locale) {
        model.addAttribute("line", sources(frame(model, locale)).get(1));
        return "operations/source-run";
    }

    @GetMapping("/galleri/drift/levering")
    String delivery(Model model, Locale locale) {
        model.addAttribute("line", sources(frame(model, locale)).get(1));
        model.addAttribute("held", held());
        return "operations/delivery";
    }

    private static Held held() {
        return new Held(
                "jobcenter",
                "20260312",
                "SHRUNK",
                BEGAN,
                Map.of("SAG", 401L, "YDELSE", 20L),
                Map.of("SAG", 398L, "YDELSE", 412L));
    }

    private static RouteScreen screen(Words words, String id, String state) {
        RoutePicture picture = new RoutePicture(
                "direct:run",
                List.of(
                        new RoutePicture.Step(0, "begin", "bean", "runs.begin"),
                        new RoutePicture.Step(0, "line-or-fault", "doTry", ""),
                        new RoutePicture.Step(1, "run-to-gate", "to", "direct:consent-gate"),
                        new RoutePicture.Step(1, "our-fault", "doCatch", "")),
                List.of("refresh-run", "nightly-run"));
        return new RouteScreen(
                words,
                names(words),
                route(id, state, 0),
                picture,
                "1a2b3c4d5e6f",
                List.of(run(1, RunSummary.State.DONE_WITH_GAPS, 0), run(2, RunSummary.State.FAILED, 3)),
                state.equals("STARTED") ? List.of() : List.of(done(OperatorActions.What.ROUTE_STOPPED, id)));
    }

    private static RouteWords names(Words words) {
        return new RouteWords(words, Map.of("social", "Social, sundhed og omsorg", "jobcenter", "Jobcenter"));
    }

    private static OperatorActions.OperatorAction done(OperatorActions.What what, String subject) {
        return new OperatorActions.OperatorAction(BEGAN, "ivan", what, subject, null);
    }

    private static RouteState route(String id, String state, long failed) {
        boolean asks = id.startsWith("ask-");
        return new RouteState(
                id,
                "Opens a run over every enrolled household at night.",
                "10-run.camel.yaml",
                state,
                state.equals("STARTED") || state.equals("FAILING") ? null : BEGAN,
                60,
                failed,
                0,
                failed * 3,
                0,
                Duration.ofMillis(912),
                failed > 0 ? null : Duration.ofMillis(1900),
                BEGAN,
                asks ? null : BEGAN.plus(Duration.ofDays(1)));
    }

    private static RunSummary run(int number, RunSummary.State state, long lost) {
        return new RunSummary(
                new RunId(new UUID(number * 0x1234_5678_0000_0000L, number)),
                Run.Kind.NIGHTLY,
                state,
                "samblik",
                null,
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
                                "jobcenter",
                                "DONE",
                                null,
                                120,
                                120,
                                new Fates(400, 4, 8, 0),
                                412 + lost,
                                20_311,
                                41,
                                60),
                        new RunSummary.Register("social", "DOWN", "TIMEOUT", 120, 0, Fates.NONE, 0, 0, 0, 0)));
    }
}
