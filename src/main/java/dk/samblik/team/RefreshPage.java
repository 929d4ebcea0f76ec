package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.CurrentRequest;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.HouseholdAccess;
import dk.samblik.access.Staff;
import dk.samblik.access.Viewer;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.register.Registers;
import dk.samblik.run.Progress;
import dk.samblik.run.Refreshes;
import dk.samblik.run.Run;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import dk.samblik.storage.Database;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
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
    private final CurrentRequest request;
    private final HouseholdAccess access;
    private final AccessLog log;
    private final Staff staff;
    private final Refreshes refreshes;
    private final Runs runs;
    private final Progress progress;
    private final Registers registers;
    private final ProgressStreams streams;
    private final Database database;

    RefreshPage(
            CurrentViewer viewers,
            CurrentRequest request,
            HouseholdAccess access,
            AccessLog log,
            Staff staff,
            Refreshes refreshes,
            Runs runs,
            Progress progress,
            Registers registers,
            ProgressStreams streams,
            @Qualifier("webDatabase") Database database) {
        this.viewers = viewers;
        this.request = request;
        this.access = access;
        this.log = log;
        this.staff = staff;
        this.refreshes = refreshes;
        this.runs = runs;
        this.progress = progress;
        this.registers = registers;
        this.streams = streams;
        this.database = database;
    }

    @PostMapping("/husstande/{id}/hent")
    RedirectView fetch(@PathVariable String id) {
        Viewer viewer = viewers.require();
        HouseholdId household = access.require(viewer, id);
        log.record(List.of(Access.of(Access.Action.FETCH, viewer, StartPage.PURPOSE, household, request.id())));
        RunId run = refreshes.request(household, viewer.subject());
        RedirectView seeOther = new RedirectView("/hentninger/" + run, true);
        seeOther.setStatusCode(HttpStatus.SEE_OTHER);
        return seeOther;
    }

    @GetMapping("/hentninger/{id}")
    String follow(@PathVariable String id, @ModelAttribute("words") Words words, Model model) {
        model.addAttribute("refresh", screen(allowed(id), words));
        return "team/refresh";
    }

    /** The part of the page that changes. */
    @GetMapping("/hentninger/{id}/fremdrift")
    String part(@PathVariable String id, @ModelAttribute("words") Words words, Model model) {
        model.addAttribute("refresh", screen(allowed(id), words));
        return "team/refresh :: progress";
    }

    /** Says that something happened, never what: the part of the page is asked for anew, with its rights. */
    @GetMapping("/hentninger/{id}/haendelser")
    SseEmitter events(@PathVariable String id) {
        return streams.open(allowed(id).id());
    }

    private RunSummary allowed(String id) {
        Viewer viewer = viewers.require();
        Optional<RunSummary> run = find(id).filter(found -> found.kind() == Run.Kind.REFRESH);
        access.require(
                viewer,
                run.map(RunSummary::household).map(HouseholdId::toString).orElse("none"));
        return run.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<RunSummary> find(String id) {
        try {
            return runs.find(RunId.of(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private record Standing(String number, int version, boolean nightRuns) {}

    private RefreshScreen screen(RunSummary run, Words words) {
        HouseholdId household = run.household();
        if (household == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Standing standing = database.sql()
                .sql("""
                        select number, view_version as version, exists (select from run where kind = 'NIGHTLY'
                          and state = 'RUNNING') as night_runs from household where household_id = :id
                        """)
                .param("id", household.value())
                .query(Standing.class)
                .single();
        String startedBy = staff.find(run.requestedBy()).map(Viewer::name).orElse(run.requestedBy());
        return RefreshScreen.of(
                run,
                progress.told(run.id()),
                registers.all(),
                new RefreshScreen.Subject(
                        household, standing.number(), standing.version(), startedBy, standing.nightRuns()),
                words);
    }
}
