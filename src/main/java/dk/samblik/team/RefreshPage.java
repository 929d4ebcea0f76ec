package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.HouseholdAccess;
import dk.samblik.access.LookRows;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Unattended;
import dk.samblik.access.Viewer;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.run.Refreshes;
import dk.samblik.run.RunSummary;
import dk.samblik.view.Recipients;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.view.RedirectView;

/** Fetching one household anew, and following it. Closing the page stops nothing; a colleague's fetch is joined. */
@Controller
class RefreshPage {

    private final CurrentViewer viewers;
    private final LookRows looks;
    private final HouseholdAccess access;
    private final AccessLog log;
    private final Refreshes refreshes;
    private final RefreshScreens screens;
    private final ProgressStreams streams;
    private final Recipients recipients;

    RefreshPage(
            CurrentViewer viewers,
            LookRows looks,
            HouseholdAccess access,
            AccessLog log,
            Refreshes refreshes,
            RefreshScreens screens,
            ProgressStreams streams,
            Recipients recipients) {
        this.viewers = viewers;
        this.looks = looks;
        this.access = access;
        this.log = log;
        this.refreshes = refreshes;
        this.screens = screens;
        this.streams = streams;
        this.recipients = recipients;
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @PostMapping("/husstande/{id}/hent")
    RedirectView fetch(@PathVariable String id) {
        Viewer viewer = viewers.require();
        HouseholdId household = access.requireOpen(viewer, id);
        log.record(looks.of(Access.Action.FETCH, viewer, StartPage.PURPOSE, List.of(household)));
        RunId run = refreshes.request(household, viewer.subject());
        RedirectView seeOther = new RedirectView("/hentninger/" + run, true);
        seeOther.setStatusCode(HttpStatus.SEE_OTHER);
        return seeOther;
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/hentninger/{id}")
    String follow(
            @PathVariable String id,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        show(id, words, frame, model);
        return "team/refresh";
    }

    /** The part of the page that changes. */
    @Unattended
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/hentninger/{id}/fremdrift")
    String part(
            @PathVariable String id,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        show(id, words, frame, model);
        return "team/refresh :: progress";
    }

    /** Says that something happened, never what: the part of the page is asked for anew, with its rights. */
    @Unattended
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/hentninger/{id}/haendelser")
    SseEmitter events(@PathVariable String id) {
        return streams.open(allowed(viewers.require(), id).run().id());
    }

    private void show(String id, Words words, PageFrame frame, Model model) {
        Viewer viewer = viewers.require();
        Followed followed = allowed(viewer, id);
        Seeing seeing = Seeing.of(viewer, frame.settings(), recipients, List.of(followed.household()));
        model.addAttribute("refresh", screens.screen(followed.run(), followed.household(), seeing, words));
    }

    private record Followed(RunSummary run, HouseholdId household) {}

    /**
     * The refresh, where its household is one of the viewer's, after the look is logged: also what is counted tells of people.
     * No such refresh and no such right are refused alike.
     */
    private Followed allowed(Viewer viewer, String id) {
        Optional<RunSummary> run = screens.find(id);
        HouseholdId household = access.requireOpen(
                viewer,
                run.map(RunSummary::household).map(HouseholdId::toString).orElse("none"));
        log.record(looks.of(Access.Action.VIEW, viewer, StartPage.PURPOSE, List.of(household)));
        return new Followed(run.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)), household);
    }
}
