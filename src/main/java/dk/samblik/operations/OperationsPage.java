package dk.samblik.operations;

import dk.samblik.access.CurrentViewer;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SecondPlace;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Viewer;
import dk.samblik.alarm.Alarms;
import dk.samblik.api.WebhookLog;
import dk.samblik.household.CivilClock;
import dk.samblik.household.RunId;
import dk.samblik.quarantine.QuarantineGroups;
import dk.samblik.quarantine.Replays;
import dk.samblik.register.Registers;
import dk.samblik.run.OperatorActions;
import dk.samblik.run.RouteStates;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import dk.samblik.team.Words;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** The page of IT staff: is it running, and if not, what is wrong where. */
@Controller
class OperationsPage {

    private static final int RUNS_SHOWN = 20;
    private static final int ACTIONS_SHOWN = 20;

    private final Runs runs;
    private final RouteStates routes;
    private final Sources sources;
    private final SecondPlace secondPlace;
    private final WebhookLog webhooks;
    private final Alarms alarms;
    private final CurrentViewer viewers;
    private final CivilClock clock;
    private final Registers registers;
    private final OperatorActions actions;
    private final QuarantineGroups groups;
    private final Replays replays;
    private final Warnings warnings;

    OperationsPage(
            Runs runs,
            RouteStates routes,
            Sources sources,
            SecondPlace secondPlace,
            WebhookLog webhooks,
            Alarms alarms,
            CurrentViewer viewers,
            CivilClock clock,
            Registers registers,
            OperatorActions actions,
            QuarantineGroups groups,
            Replays replays,
            Warnings warnings) {
        this.runs = runs;
        this.routes = routes;
        this.sources = sources;
        this.secondPlace = secondPlace;
        this.webhooks = webhooks;
        this.alarms = alarms;
        this.viewers = viewers;
        this.clock = clock;
        this.registers = registers;
        this.actions = actions;
        this.groups = groups;
        this.replays = replays;
        this.warnings = warnings;
    }

    @OpenTo(Viewer.Role.IT)
    @GetMapping("/drift")
    String all(@ModelAttribute("words") Words words, Model model) {
        Optional<RunSummary> night = runs.lastNight();
        model.addAttribute(
                "operations",
                new OperationsScreen(
                        words,
                        clock.now(),
                        LogLine.of(secondPlace, clock.now(), words),
                        night,
                        sources.lines(night, words),
                        routes.all(),
                        groups.all(),
                        groups.discarded(),
                        runs.recent(RUNS_SHOWN),
                        webhooks.state(),
                        RouteWords.of(registers, words),
                        actions.latest("", ACTIONS_SHOWN),
                        warnings.all(words)));
        model.addAttribute("alarms", alarms.lines(words));
        return "operations/operations";
    }

    @OpenTo(Viewer.Role.IT)
    @GetMapping("/drift/koersler/{id}")
    String one(@PathVariable String id, @ModelAttribute("words") Words words, Model model) {
        RunSummary run = find(id);
        model.addAttribute("run", run);
        model.addAttribute("replay", replays.outcome(run.id()).orElse(null));
        model.addAttribute("operations", OperationsScreen.ofRun(words, clock.now()));
        return "operations/run";
    }

    @OpenTo(Viewer.Role.IT)
    @GetMapping("/drift/koersler/ny")
    String confirm() {
        return "operations/run-now";
    }

    /** Puts a night in the queue, or joins the one that is open; the line looks for it every few seconds. */
    @OpenTo(Viewer.Role.IT)
    @PostMapping("/drift/koersler")
    RedirectView runNow() {
        String operator = viewers.require().subject();
        RunId run = runs.requestNightly(operator, "OPERATIONS");
        actions.doing(operator, OperatorActions.What.NIGHT_ASKED_FOR, run.toString(), null, () -> {});
        return SeeOther.at("/drift/koersler/" + run);
    }

    /** Tells a system once more what it was to be told; the page shows what came of it. */
    @OpenTo(Viewer.Role.IT)
    @PostMapping("/drift/webhooks")
    RedirectView tellAgain(@RequestParam(defaultValue = "") String besked) {
        webhooks.replay(besked);
        return SeeOther.at("/drift#webhooks");
    }

    private RunSummary find(String id) {
        try {
            return runs.find(RunId.of(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException notAnId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
