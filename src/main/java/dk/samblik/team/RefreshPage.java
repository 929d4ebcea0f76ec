package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.Grant;
import dk.samblik.access.HouseholdAccess;
import dk.samblik.access.LookRows;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Unattended;
import dk.samblik.access.Viewer;
import dk.samblik.household.HouseholdId;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
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
    private final Fetching fetching;
    private final RefreshScreens screens;
    private final ProgressStreams streams;
    private final Recipients recipients;

    RefreshPage(
            CurrentViewer viewers,
            LookRows looks,
            HouseholdAccess access,
            AccessLog log,
            Fetching fetching,
            RefreshScreens screens,
            ProgressStreams streams,
            Recipients recipients) {
        this.viewers = viewers;
        this.looks = looks;
        this.access = access;
        this.log = log;
        this.fetching = fetching;
        this.screens = screens;
        this.streams = streams;
        this.recipients = recipients;
    }

    /** Starts it, or joins the one that is under way; what was fetched just now is asked about first. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @PostMapping("/husstande/{id}/hent")
    RedirectView fetch(@PathVariable String id, @RequestParam(defaultValue = "") String igen) {
        Viewer viewer = viewers.require();
        HouseholdId household = access.requireActive(viewer, id);
        return igen.isEmpty() && fetching.isNew(household)
                ? SeeOther.at("/husstande/" + household + "/hent")
                : SeeOther.at("/hentninger/" + fetching.start(viewer, household));
    }

    /** Whether what was fetched just now shall be fetched again. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/hent")
    String again(@PathVariable String id, @ModelAttribute("words") Words words, Model model) {
        Viewer viewer = viewers.require();
        HouseholdId household = access.requireActive(viewer, id);
        log.record(looks.of(Access.Action.VIEW, viewer, StartPage.PURPOSE, List.of(household)));
        model.addAttribute("household", household);
        model.addAttribute("number", screens.number(household));
        model.addAttribute("ago", fetching.ago(household, words));
        return "team/refresh-again";
    }

    /** Stops it; what was shown before stays. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @PostMapping("/hentninger/{id}/stop")
    RedirectView stop(@PathVariable String id) {
        fetching.stop(allowed(viewers.require(), id).run().id());
        return SeeOther.at("/hentninger/" + id);
    }

    /** {@code til}: where the reader goes on to, {@code klargoer} where it is a meeting that is prepared. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/hentninger/{id}")
    String follow(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String til,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        show(id, til, words, frame, model);
        return "team/refresh";
    }

    /** The part of the page that changes. */
    @Unattended
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/hentninger/{id}/fremdrift")
    String part(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String til,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        show(id, til, words, frame, model);
        return "team/refresh :: progress";
    }

    /** Says that something happened, never what: the part of the page is asked for anew, with its rights. */
    @Unattended
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/hentninger/{id}/haendelser")
    SseEmitter events(@PathVariable String id, @RequestHeader(name = "Last-Event-ID", defaultValue = "") String heard) {
        return streams.open(
                allowed(viewers.require(), id).run().id(), heard.matches("\\d{1,9}") ? Long.parseLong(heard) : 0);
    }

    private void show(String id, String til, Words words, PageFrame frame, Model model) {
        Viewer viewer = viewers.require();
        Followed followed = allowed(viewer, id);
        Seeing seeing = Seeing.of(viewer, frame.settings(), recipients, List.of(followed.household()));
        model.addAttribute(
                "refresh",
                screens.screen(
                        followed.run(),
                        followed.household(),
                        followed.grant(),
                        seeing,
                        til.equals(PreparePage.NAME),
                        words));
    }

    private record Followed(RunSummary run, HouseholdId household, Grant grant) {}

    /**
     * The refresh, where its household is one of the viewer's, after the look is logged: also what is counted tells of people.
     * No such refresh and no such right are refused alike.
     */
    private Followed allowed(Viewer viewer, String id) {
        Optional<RunSummary> run = screens.find(id);
        HouseholdId household = access.requireOpen(
                viewer,
                run.map(RunSummary::household).map(HouseholdId::toString).orElse("none"));
        Grant grant = log.record(looks.of(Access.Action.VIEW, viewer, StartPage.PURPOSE, List.of(household)));
        return new Followed(run.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)), household, grant);
    }
}
