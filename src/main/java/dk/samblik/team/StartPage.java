package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.Grant;
import dk.samblik.access.LookRows;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Viewer;
import dk.samblik.consent.ConsentTasks;
import dk.samblik.register.Registers;
import dk.samblik.run.Run;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import dk.samblik.view.HouseholdRow;
import dk.samblik.view.MyHouseholds;
import dk.samblik.view.MyHouseholds.Followed;
import dk.samblik.view.Recipients;
import dk.samblik.view.Seen;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;

/** The first page: a team's households. */
@Controller
class StartPage {

    static final String PURPOSE = "household-work";
    private static final int LOOKED_THROUGH = 20;

    private final CurrentViewer viewers;
    private final LookRows looks;
    private final AccessLog log;
    private final MyHouseholds mine;
    private final Runs runs;
    private final Registers registers;
    private final ConsentTasks tasks;
    private final Recipients recipients;
    private final Looks doors;
    private final Seen seen;

    StartPage(
            CurrentViewer viewers,
            LookRows looks,
            AccessLog log,
            MyHouseholds mine,
            Runs runs,
            Registers registers,
            ConsentTasks tasks,
            Recipients recipients,
            Looks doors,
            Seen seen) {
        this.viewers = viewers;
        this.looks = looks;
        this.log = log;
        this.mine = mine;
        this.runs = runs;
        this.registers = registers;
        this.tasks = tasks;
        this.recipients = recipients;
        this.doors = doors;
        this.seen = seen;
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
        List<HouseholdRow> rows = rows(followed, viewer, seeing, chosen.since(), words, model);
        String leftOut = StartScreen.leftOut(followed, words);
        model.addAttribute("start", StartScreen.of(rows, leftOut, chosen, viewer, night(words), words));
        return "team/start";
    }

    /** What was looked at is not seen after all, and what was new in it is new again. Shows nobody. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @PostMapping("/husstande/{id}/ikke-set")
    RedirectView notSeen(@PathVariable String id, @ModelAttribute("frame") PageFrame frame) {
        Looks.Door door = doors.door(id, frame);
        seen.undo(door.viewer().subject(), door.household());
        return SeeOther.at("/");
    }

    /** A list of names is a look at each household, and stands as such in the log. */
    private List<HouseholdRow> rows(
            Followed followed, Viewer viewer, Seeing seeing, MyHouseholds.Since since, Words words, Model model) {
        if (followed.shown().isEmpty()) {
            return List.of();
        }
        Grant grant = log.record(looks.of(Access.Action.SEARCH, viewer, PURPOSE, followed.shown()));
        List<HouseholdRow> rows = mine.of(grant, followed, viewer, since, seeing::of);
        if (viewer.atDesk()) {
            model.addAttribute("tasks", TaskLines.of(tasks.of(grant, followed.shown()), rows, viewer, words));
        }
        return rows;
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
