package dk.samblik.operations;

import dk.samblik.access.CurrentViewer;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Viewer;
import dk.samblik.register.Registers;
import dk.samblik.run.OperatorActions;
import dk.samblik.run.RouteStates;
import dk.samblik.run.RouteStates.RouteState;
import dk.samblik.run.Runs;
import dk.samblik.run.Switches;
import dk.samblik.team.Words;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** One route, and switching it: what comes of that for the teams is said before it is done. */
@Controller
class RoutesPage {

    private static final int RUNS_SHOWN = 20;
    private static final int ACTIONS_SHOWN = 10;

    private static final Map<String, Switches.State> WAYS =
            Map.of("start", Switches.State.STARTED, "pause", Switches.State.PAUSED, "stop", Switches.State.STOPPED);

    private final RouteStates routes;
    private final Switches switches;
    private final OperatorActions actions;
    private final Runs runs;
    private final Registers registers;
    private final CurrentViewer viewers;

    RoutesPage(
            RouteStates routes,
            Switches switches,
            OperatorActions actions,
            Runs runs,
            Registers registers,
            CurrentViewer viewers) {
        this.routes = routes;
        this.switches = switches;
        this.actions = actions;
        this.runs = runs;
        this.registers = registers;
        this.viewers = viewers;
    }

    @OpenTo(Viewer.Role.IT)
    @GetMapping("/drift/rute")
    String one(@RequestParam(defaultValue = "") String id, @ModelAttribute("words") Words words, Model model) {
        model.addAttribute("screen", screen(id, words));
        return "operations/route";
    }

    @OpenTo(Viewer.Role.IT)
    @GetMapping("/drift/rute/skift")
    String confirm(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String til,
            @ModelAttribute("words") Words words,
            Model model) {
        model.addAttribute("screen", screen(id, words));
        model.addAttribute("to", way(til));
        model.addAttribute("til", til);
        return "operations/switch";
    }

    /** Switches it, and notes who did; it holds at once, here and on every other node. */
    @OpenTo(Viewer.Role.IT)
    @PostMapping("/drift/rute/skift")
    RedirectView change(@RequestParam(defaultValue = "") String id, @RequestParam(defaultValue = "") String til) {
        switches.set(find(id).id(), way(til), viewers.require().subject());
        return SeeOther.at("/drift/rute?id=" + id);
    }

    private RouteScreen screen(String id, Words words) {
        RouteState route = find(id);
        return new RouteScreen(
                words,
                RouteWords.of(registers, words),
                route,
                routes.picture(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
                routes.version(route),
                runs.recent(RUNS_SHOWN),
                actions.latest(id, ACTIONS_SHOWN));
    }

    private RouteState find(String id) {
        return routes.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Switches.State way(String til) {
        Switches.State way = WAYS.get(til);
        if (way == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return way;
    }
}
