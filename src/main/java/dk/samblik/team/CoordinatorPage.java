package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.FormMistakes;
import dk.samblik.household.HouseholdId;
import dk.samblik.meeting.Coordinators;
import dk.samblik.meeting.Coordinators.Term;
import dk.samblik.team.Looks.Door;
import dk.samblik.team.Looks.Look;
import dk.samblik.view.Frame;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who coordinates a household: chosen among its team by anybody in it, at once, and taken back as easily. */
@Controller
class CoordinatorPage {

    private final Looks looks;
    private final Coordinators coordinators;

    CoordinatorPage(Looks looks, Coordinators coordinators) {
        this.looks = looks;
        this.coordinators = coordinators;
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/tovholder")
    ModelAndView choose(
            @PathVariable String id,
            @RequestParam Map<String, String> asked,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame) {
        return page(
                looks.doorToChange(id, frame.settings()),
                asked.containsKey(OwnPages.SAVED),
                HttpStatus.OK,
                new FormMistakes(),
                words);
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @PostMapping("/husstande/{id}/tovholder")
    ModelAndView set(
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame) {
        Door door = looks.doorToChange(id, frame.settings());
        String chosen = form.getOrDefault("valgt", "");
        if (!chosen.equals(CoordinatorScreen.NOBODY) && !mayBe(door.household(), chosen)) {
            FormMistakes mistakes = new FormMistakes();
            mistakes.add(
                    "valgt-0", words.say("coordinator.err.who", words.called().word()));
            return page(door, false, HttpStatus.UNPROCESSABLE_ENTITY, mistakes, words);
        }
        int opened = OwnPages.number(form.get("revision"));
        if (opened != newest(door.household())) {
            return page(door, false, HttpStatus.PRECONDITION_FAILED, new FormMistakes(), words);
        }
        Look look = looks.open(door, Access.Action.COORDINATOR_SET, Set.of());
        if (look.whole().consent().none()) {
            return OwnPages.empty(look.whole());
        }
        String subject = chosen.equals(CoordinatorScreen.NOBODY) ? null : chosen;
        return coordinators.set(door.household(), subject, opened, door.viewer())
                ? OwnPages.saved(door.household(), "tovholder", OwnPages.SAVED)
                : page(door, false, HttpStatus.PRECONDITION_FAILED, new FormMistakes(), words);
    }

    private boolean mayBe(HouseholdId household, String subject) {
        return coordinators.candidates(household).stream()
                .anyMatch(one -> one.subject().equals(subject));
    }

    private int newest(HouseholdId household) {
        return Optional.of(coordinators.terms(household))
                .filter(terms -> !terms.isEmpty())
                .map(terms -> terms.get(0))
                .map(Term::number)
                .orElse(0);
    }

    private ModelAndView page(Door door, boolean saved, HttpStatus status, FormMistakes mistakes, Words words) {
        Look look = looks.open(door, Access.Action.DETAIL, Set.of());
        if (look.whole().consent().none()) {
            return OwnPages.empty(look.whole());
        }
        Frame household = look.whole().frame();
        ModelAndView page = new ModelAndView("team/coordinator", status);
        page.addObject("mistakes", mistakes);
        page.addObject(
                "coordinator",
                CoordinatorScreen.of(
                        household,
                        coordinators.candidates(door.household()),
                        coordinators.terms(door.household()),
                        new CoordinatorScreen.Moment(
                                saved,
                                status == HttpStatus.PRECONDITION_FAILED,
                                door.viewer().subject()),
                        words));
        return page;
    }
}
