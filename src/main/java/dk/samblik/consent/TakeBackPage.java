package dk.samblik.consent;

import dk.samblik.access.CurrentRequest;
import dk.samblik.access.LogUnavailable;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Takes whole consents back by what the citizen brings, and shows nobody. So it works also while the access log is not
 * vouched for or cannot be written: taking back is as easy as giving (GDPR art. 7(3)).
 */
@Controller
class TakeBackPage {

    private final Desk desk;
    private final DeskSteps steps;
    private final Brought brought;
    private final Withdrawal withdrawal;
    private final CurrentRequest request;

    TakeBackPage(Desk desk, DeskSteps steps, Brought brought, Withdrawal withdrawal, CurrentRequest request) {
        this.desk = desk;
        this.steps = steps;
        this.brought = brought;
        this.withdrawal = withdrawal;
        this.request = request;
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @GetMapping("/samtykker/traek-tilbage")
    ModelAndView ask() {
        desk.viewer();
        return page(new FormMistakes());
    }

    /** Nothing that was written comes back on the page, as it may be a CPR number. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @PostMapping("/samtykker/traek-tilbage")
    ModelAndView takeBack(
            @RequestParam(defaultValue = "") String nummer,
            @RequestParam(required = false) @Nullable String laest,
            Locale locale) {
        Viewer viewer = desk.viewer();
        DeskWords words = steps.words(locale);
        FormMistakes mistakes = new FormMistakes();
        Optional<List<Brought.Meant>> meant = brought.find(nummer);
        if (meant.isEmpty()) {
            mistakes.add("nummer", words.say("takeback.err.number"));
        }
        if (laest == null) {
            mistakes.add("laest", words.say("end.err.laest"));
        }
        if (!mistakes.none() || meant.isEmpty()) {
            return page(mistakes);
        }
        return takeBack(viewer, meant.get(), words);
    }

    /** A household of another area is answered like none, and the log has what was tried. */
    private ModelAndView takeBack(Viewer viewer, List<Brought.Meant> meant, DeskWords words) {
        List<Brought.Meant> mine = meant.stream()
                .filter(one -> viewer.areas().contains(one.area()))
                .toList();
        if (mine.size() == 1) {
            return takeBack(viewer, mine.get(0)).orElseGet(() -> nothing("none", words));
        }
        if (mine.isEmpty()) {
            desk.refused(viewer, meant.isEmpty() ? null : meant.get(0).household(), "NOT_YOURS");
        }
        return nothing(mine.isEmpty() ? "none" : "several", words);
    }

    private Optional<ModelAndView> takeBack(Viewer viewer, Brought.Meant meant) {
        Ending everything = new Ending(meant.persons(), new Withdrawn.Everything());
        try {
            return withdrawal
                    .end(meant.household(), everything, viewer, request.id())
                    .map(version -> new ModelAndView("consent/taken-back")
                            .addObject("consent", version.substring(0, version.indexOf('/'))));
        } catch (LogUnavailable afterwards) {
            return Optional.of(new ModelAndView("consent/ended-unlogged"));
        }
    }

    private static ModelAndView nothing(String why, DeskWords words) {
        FormMistakes mistakes = new FormMistakes();
        mistakes.add("nummer", words.say("takeback.err." + why));
        return page(mistakes);
    }

    private static ModelAndView page(FormMistakes mistakes) {
        ModelAndView page = new ModelAndView(
                "consent/take-back", mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("mistakes", mistakes);
        return page;
    }
}
