package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.Grant;
import dk.samblik.access.HouseholdAccess;
import dk.samblik.access.Looks;
import dk.samblik.access.Viewer;
import dk.samblik.household.HouseholdId;
import dk.samblik.run.Refreshes;
import dk.samblik.view.Change;
import dk.samblik.view.Frame;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Seen;
import dk.samblik.view.Views;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One household for the borgermøde. First the right, then the log, then the content; never in another order. */
@Controller
class HouseholdPage {

    private static final int TOLD = 5;

    private final CurrentViewer viewers;
    private final Looks looks;
    private final HouseholdAccess access;
    private final AccessLog log;
    private final Views views;
    private final Seen seen;
    private final Refreshes refreshes;

    HouseholdPage(
            CurrentViewer viewers,
            Looks looks,
            HouseholdAccess access,
            AccessLog log,
            Views views,
            Seen seen,
            Refreshes refreshes) {
        this.viewers = viewers;
        this.looks = looks;
        this.access = access;
        this.log = log;
        this.views = views;
        this.seen = seen;
        this.refreshes = refreshes;
    }

    @GetMapping("/husstande/{id}")
    String household(
            @PathVariable String id,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        Viewer viewer = viewers.require();
        HouseholdId household = access.require(viewer, id);
        Grant grant = log.record(looks.of(Access.Action.VIEW, viewer, StartPage.PURPOSE, List.of(household)));
        HouseholdView view =
                views.read(grant, household).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (view.consent().none() || view.frame().version() == 0) {
            return empty(view, model);
        }
        Seeing seeing = Seeing.of(viewer, frame.settings());
        news(viewer, grant, view, seeing, words, model);
        model.addAttribute("fetching", refreshes.open(household).orElse(null));
        HouseholdScreen screen = new HouseholdScreen(view, seeing, words);
        model.addAttribute("view", screen.view());
        model.addAttribute("screen", screen);
        return "team/household";
    }

    /** A household of which nothing may be shown, or nothing is fetched yet, says which. */
    private static String empty(HouseholdView view, Model model) {
        model.addAttribute("number", view.frame().number());
        model.addAttribute("id", view.frame().household());
        model.addAttribute("state", state(view));
        return "team/household-empty";
    }

    private static String state(HouseholdView view) {
        if (!view.consent().none()) {
            return "waiting";
        }
        boolean withdrawn = view.frame().participants().stream()
                .map(Frame.Participant::standing)
                .anyMatch(standing -> standing == Frame.Standing.WITHDRAWN || standing == Frame.Standing.EXPIRED);
        return withdrawn ? "withdrawn" : "none";
    }

    /** What is new since this reader's last look; the look that is being taken now becomes the last. */
    private void news(Viewer viewer, Grant grant, HouseholdView view, Seeing seeing, Words words, Model model) {
        HouseholdId household = view.frame().household();
        Optional<Seen.Look> last = seen.find(viewer.subject(), household);
        last.ifPresent(look -> {
            List<Change> changes = look.version() == view.frame().version()
                    ? List.of()
                    : views.since(grant, household, look.version()).stream()
                            .filter(seeing::sees)
                            .toList();
            model.addAttribute("changes", changes.stream().limit(TOLD).toList());
            model.addAttribute("moreChanges", Math.max(0, changes.size() - TOLD));
            model.addAttribute("changesHeading", words.say("h.new", words.date(words.dayOf(look.at()))));
        });
        seen.mark(viewer.subject(), household, view.frame().version());
    }
}
