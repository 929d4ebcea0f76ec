package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.CurrentRequest;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.Grant;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.register.Registers;
import dk.samblik.run.Run;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import dk.samblik.view.HouseholdRow;
import dk.samblik.view.MyHouseholds;
import dk.samblik.view.MyHouseholds.Followed;
import dk.samblik.view.Recipients;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The first page: a team's households. */
@Controller
class StartPage {

    static final String PURPOSE = "household-work";
    private static final int LOOKED_THROUGH = 20;

    private final CurrentViewer viewers;
    private final CurrentRequest request;
    private final AccessLog log;
    private final MyHouseholds mine;
    private final Runs runs;
    private final Registers registers;
    private final Recipients recipients;

    StartPage(
            CurrentViewer viewers,
            CurrentRequest request,
            AccessLog log,
            MyHouseholds mine,
            Runs runs,
            Registers registers,
            Recipients recipients) {
        this.viewers = viewers;
        this.request = request;
        this.log = log;
        this.mine = mine;
        this.runs = runs;
        this.registers = registers;
        this.recipients = recipients;
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/")
    String start(
            StartFilters chosen,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        Viewer viewer = viewers.require();
        Followed followed = mine.followed(viewer);
        Seeing seeing = Seeing.of(viewer, frame.settings(), recipients, followed.shown());
        List<HouseholdRow> rows = rows(followed, viewer, seeing);
        String leftOut = StartScreen.leftOut(followed, words);
        model.addAttribute("start", StartScreen.of(rows, leftOut, chosen, viewer, night(words), words));
        return "team/start";
    }

    /** A list of names is a look at each household, and stands as such in the log. */
    private List<HouseholdRow> rows(Followed followed, Viewer viewer, Seeing seeing) {
        if (followed.shown().isEmpty()) {
            return List.of();
        }
        String id = request.id();
        Grant grant = log.record(followed.shown().stream()
                .map(household -> Access.of(Access.Action.SEARCH, viewer, PURPOSE, household, id))
                .toList());
        return mine.of(grant, followed, viewer, MyHouseholds.Since.SEEN, seeing::of);
    }

    private String night(Words words) {
        Optional<RunSummary> last = runs.lastNight();
        Optional<RunSummary> running = runs.recent(LOOKED_THROUGH).stream()
                .filter(run -> run.kind() == Run.Kind.NIGHTLY && run.state() == RunSummary.State.RUNNING)
                .findFirst();
        List<String> silent = last.map(RunSummary::registers).orElse(List.of()).stream()
                .filter(register -> register.state().equals("DOWN"))
                .map(register -> name(register.name(), words))
                .toList();
        return StartScreen.night(running, last, silent, words);
    }

    private String name(String register, Words words) {
        return registers
                .find(register)
                .map(file -> words.say("department." + file.answersFor()))
                .orElse(register);
    }
}
