package dk.samblik.operations;

import dk.samblik.access.CurrentViewer;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Viewer;
import dk.samblik.consent.FormMistakes;
import dk.samblik.household.CivilClock;
import dk.samblik.household.RunId;
import dk.samblik.register.HeldDeliveries;
import dk.samblik.register.HeldDeliveries.Held;
import dk.samblik.register.PlannedOutages;
import dk.samblik.run.OperatorActions;
import dk.samblik.run.Runs;
import dk.samblik.team.Words;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** One source: its owner, its answers, what the teams are told of it, asking it now, and deliveries that wait for a decision. */
@Controller
class SourcesPage {

    private static final String SAVED = "gemt";

    private final Sources sources;
    private final PlannedOutages outages;
    private final HeldDeliveries deliveries;
    private final OperatorActions actions;
    private final Runs runs;
    private final CurrentViewer viewers;
    private final CivilClock clock;

    SourcesPage(
            Sources sources,
            PlannedOutages outages,
            HeldDeliveries deliveries,
            OperatorActions actions,
            Runs runs,
            CurrentViewer viewers,
            CivilClock clock) {
        this.sources = sources;
        this.outages = outages;
        this.deliveries = deliveries;
        this.actions = actions;
        this.runs = runs;
        this.viewers = viewers;
        this.clock = clock;
    }

    @OpenTo(Viewer.Role.IT)
    @GetMapping("/drift/kilde")
    ModelAndView one(@RequestParam Map<String, String> asked, @ModelAttribute("words") Words words) {
        return page(asked, OutageForm.EMPTY, new FormMistakes(), words);
    }

    /** Tells the teams; at once, and taken back as easily. */
    @OpenTo(Viewer.Role.IT)
    @PostMapping("/drift/kilde/besked")
    Object plan(@RequestParam Map<String, String> written, @ModelAttribute("words") Words words) {
        SourceLine line = find(written, words);
        OutageForm form = OutageForm.of(written);
        FormMistakes mistakes = form.mistakes(clock.now(), words);
        if (!mistakes.none()) {
            return page(written, form, mistakes, words);
        }
        outages.plan(
                line.register(),
                form.message(),
                form.begins().orElse(Instant.EPOCH),
                form.ends().orElse(Instant.EPOCH),
                operator());
        return SeeOther.at("/drift/kilde?navn=" + line.register() + "&" + SAVED);
    }

    @OpenTo(Viewer.Role.IT)
    @PostMapping("/drift/kilde/besked/fortryd")
    RedirectView takeBack(@RequestParam Map<String, String> asked, @ModelAttribute("words") Words words) {
        String register = find(asked, words).register();
        outages.latest(register).ifPresent(planned -> outages.takeBack(planned, operator()));
        return SeeOther.at("/drift/kilde?navn=" + register);
    }

    @OpenTo(Viewer.Role.IT)
    @GetMapping("/drift/kilde/koer")
    String confirmRun(@RequestParam Map<String, String> asked, @ModelAttribute("words") Words words, Model model) {
        model.addAttribute("line", find(asked, words));
        return "operations/source-run";
    }

    /** Puts a run of this source in the queue, or joins the one that is open. */
    @OpenTo(Viewer.Role.IT)
    @PostMapping("/drift/kilde/koer")
    RedirectView run(@RequestParam Map<String, String> asked, @ModelAttribute("words") Words words) {
        String register = find(asked, words).register();
        RunId run = runs.requestSource(register, operator());
        actions.doing(operator(), OperatorActions.What.SOURCE_ASKED_FOR, register, null, () -> {});
        return SeeOther.at("/drift/koersler/" + run);
    }

    @OpenTo(Viewer.Role.IT)
    @GetMapping("/drift/levering")
    String held(
            @RequestParam(defaultValue = "") String kilde,
            @RequestParam(defaultValue = "") String navn,
            @ModelAttribute("words") Words words,
            Model model) {
        Held held = held(kilde, navn);
        model.addAttribute("held", held);
        model.addAttribute("line", find(Map.of("navn", held.register()), words));
        return "operations/delivery";
    }

    /** Accepts or refuses a delivery that is held; what is decided is noted, and holds for these bytes. */
    @OpenTo(Viewer.Role.IT)
    @PostMapping("/drift/levering")
    RedirectView decide(
            @RequestParam(defaultValue = "") String kilde,
            @RequestParam(defaultValue = "") String navn,
            @RequestParam(defaultValue = "") String valg) {
        Held held = held(kilde, navn);
        switch (valg) {
            case "godkend" -> deliveries.accept(held, operator());
            case "afvis" -> deliveries.refuse(held, operator());
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return SeeOther.at("/drift/kilde?navn=" + held.register());
    }

    private ModelAndView page(Map<String, String> asked, OutageForm form, FormMistakes mistakes, Words words) {
        SourceLine line = find(asked, words);
        ModelAndView page = new ModelAndView(
                "operations/source", mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("mistakes", mistakes);
        page.addObject(
                "screen",
                new SourceScreen(
                        line,
                        outages.latest(line.register()).orElse(null),
                        deliveries.all().stream()
                                .filter(held -> held.register().equals(line.register()))
                                .toList(),
                        form,
                        asked.containsKey(SAVED)));
        return page;
    }

    private SourceLine find(Map<String, String> asked, Words words) {
        return sources.lines(runs.lastNight(), words).stream()
                .filter(line -> line.register().equals(asked.get("navn")))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Held held(String register, String name) {
        return deliveries.find(register, name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String operator() {
        return viewers.require().subject();
    }
}
