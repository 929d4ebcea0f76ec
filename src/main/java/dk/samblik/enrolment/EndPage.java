package dk.samblik.enrolment;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.HouseholdAccess;
import dk.samblik.access.LookRows;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.Desk;
import dk.samblik.consent.FormMistakes;
import dk.samblik.enrolment.HouseholdEnds.Standing;
import dk.samblik.household.HouseholdId;
import dk.samblik.team.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Ends a household's time in its programme: what it comes to is said before, and that it was read is ticked. */
@Controller
class EndPage {

    private final Desk desk;
    private final HouseholdAccess access;
    private final LookRows looks;
    private final AccessLog log;
    private final HouseholdEnds ends;

    EndPage(Desk desk, HouseholdAccess access, LookRows looks, AccessLog log, HouseholdEnds ends) {
        this.desk = desk;
        this.access = access;
        this.looks = looks;
        this.log = log;
        this.ends = ends;
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @GetMapping("/husstande/{id}/afslut")
    ModelAndView ask(@PathVariable String id) {
        Viewer viewer = desk.viewer();
        HouseholdId household = access.requireAtDesk(viewer, id);
        note(Access.Action.VIEW, viewer, household, "OK");
        return page(household, viewer, "", new FormMistakes());
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @PostMapping("/husstande/{id}/afslut")
    ModelAndView end(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String grund,
            @RequestParam(required = false) @Nullable String laest,
            @ModelAttribute("words") Words words) {
        Viewer viewer = desk.viewer();
        HouseholdId household = access.requireAtDesk(viewer, id);
        FormMistakes mistakes = new FormMistakes();
        if (!HouseholdEnds.REASONS.contains(grund)) {
            mistakes.add("grund", words.say("exit.err.reason"));
        }
        if (laest == null) {
            mistakes.add("laest", words.say("end.err.laest"));
        }
        note(
                mistakes.none() ? Access.Action.HOUSEHOLD_ENDED : Access.Action.VIEW,
                viewer,
                household,
                mistakes.none() ? grund : "OK");
        if (mistakes.none()) {
            ends.end(household, grund, viewer);
        }
        return page(household, viewer, grund, mistakes);
    }

    private void note(Access.Action action, Viewer viewer, HouseholdId household, String what) {
        Access line = looks.of(action, viewer, HouseholdAccess.DESK_PURPOSE, List.of(household))
                .get(0);
        log.record(List.of(line.as(what)));
    }

    /** One page, whatever stands: to be ended, ended, or come in today. */
    private ModelAndView page(HouseholdId household, Viewer viewer, String reason, FormMistakes mistakes) {
        Standing standing = ends.of(household).orElseThrow(() -> access.goneFromDesk(viewer, household));
        ModelAndView page =
                new ModelAndView("enrolment/end", mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("standing", standing);
        page.addObject("household", household);
        page.addObject("possible", ends.possible(standing));
        page.addObject("lastDay", standing.exit() == null ? ends.lastDay() : standing.exit());
        page.addObject("gone", ends.goneAfter(standing.exit() == null ? ends.lastDay() : standing.exit()));
        page.addObject("reasons", HouseholdEnds.REASONS);
        page.addObject("reason", reason);
        page.addObject("back", viewer.inTeam() ? "/husstande/" + household : "/samtykker");
        page.addObject("mistakes", mistakes);
        return page;
    }
}
