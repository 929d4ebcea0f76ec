package dk.samblik.operations;

import dk.samblik.access.CurrentViewer;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Viewer;
import dk.samblik.consent.FormMistakes;
import dk.samblik.household.CivilClock;
import dk.samblik.register.PlannedOutages;
import dk.samblik.team.Words;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Closes the hub to everybody but operators for a period, for an upgrade or a mend; says what they will see, and opens it again. */
@Controller
class ClosingPage {

    private static final String HERE = "/drift/lukning";

    private final PlannedOutages outages;
    private final CurrentViewer viewers;
    private final CivilClock clock;

    ClosingPage(PlannedOutages outages, CurrentViewer viewers, CivilClock clock) {
        this.outages = outages;
        this.viewers = viewers;
        this.clock = clock;
    }

    @OpenTo(Viewer.Role.IT)
    @GetMapping(HERE)
    ModelAndView ask() {
        return page(OutageForm.EMPTY, new FormMistakes());
    }

    @OpenTo(Viewer.Role.IT)
    @PostMapping(HERE)
    Object close(@RequestParam Map<String, String> written, @ModelAttribute("words") Words words) {
        OutageForm form = OutageForm.of(written);
        FormMistakes mistakes = form.mistakes(clock.now(), words);
        if (!mistakes.none()) {
            return page(form, mistakes);
        }
        outages.plan(
                PlannedOutages.HUB,
                form.message(),
                form.begins().orElse(Instant.EPOCH),
                form.ends().orElse(Instant.EPOCH),
                operator());
        return SeeOther.at(HERE);
    }

    @OpenTo(Viewer.Role.IT)
    @PostMapping(HERE + "/fortryd")
    RedirectView open() {
        outages.latest(PlannedOutages.HUB).ifPresent(planned -> outages.takeBack(planned, operator()));
        return SeeOther.at(HERE);
    }

    private ModelAndView page(OutageForm form, FormMistakes mistakes) {
        ModelAndView page = new ModelAndView(
                "operations/closing", mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("mistakes", mistakes);
        page.addObject("form", form);
        page.addObject("planned", outages.latest(PlannedOutages.HUB).orElse(null));
        page.addObject("closed", outages.closedUntil().orElse(null));
        return page;
    }

    private String operator() {
        return viewers.require().subject();
    }
}
