package dk.samblik.consent;

import dk.samblik.access.OpenTo;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Staff;
import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.household.PersonId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Renews one member's consent: everybody who must says yes again, on new evidence, until a new day. */
@Controller
@RequestMapping(path = "/samtykker/{household}/forny/{person}")
class RenewalPage {

    private final DeskLook looks;
    private final Renewals renewals;
    private final ConsentVersions versions;
    private final Staff staff;
    private final CivilClock clock;

    RenewalPage(DeskLook looks, Renewals renewals, ConsentVersions versions, Staff staff, CivilClock clock) {
        this.looks = looks;
        this.renewals = renewals;
        this.versions = versions;
        this.staff = staff;
        this.clock = clock;
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @GetMapping
    ModelAndView ask(@PathVariable String household, @PathVariable String person) {
        DeskLook.Look look = looks.at(household);
        Optional<Renewals.Needed> needed = renewals.needed(look, id(person));
        return page(
                look,
                id(person),
                needed,
                RenewalForm.empty(clock.today().plusYears(1).minusDays(1)),
                List.of());
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @PostMapping
    ModelAndView renew(@PathVariable String household, @PathVariable String person, RenewalForm form) {
        DeskLook.Look look = looks.at(household);
        Optional<Renewals.Needed> needed = renewals.needed(look, id(person));
        List<String> problems =
                needed.map(one -> form.problems(one, clock.today())).orElse(List.of());
        if (needed.isEmpty() || !problems.isEmpty()) {
            ModelAndView refused = page(look, id(person), needed, form, problems);
            refused.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return refused;
        }
        try {
            renewals.renew(look, needed.get(), form);
        } catch (ChangedMeanwhile late) {
            return changed(look);
        }
        return new ModelAndView(SeeOther.at("/samtykker/" + look.household().id() + "/historik"));
    }

    private static PersonId id(String written) {
        try {
            return PersonId.of(written);
        } catch (IllegalArgumentException notAnId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private ModelAndView page(
            DeskLook.Look look,
            PersonId id,
            Optional<Renewals.Needed> needed,
            RenewalForm form,
            List<String> problems) {
        ModelAndView page =
                new ModelAndView("consent/renew", problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("household", look.household());
        page.addObject(
                "person",
                look.household().person(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        page.addObject("needed", needed.orElse(null));
        page.addObject("form", form);
        page.addObject("stand", versions.mark(look.household().id()));
        page.addObject("problems", problems);
        return page;
    }

    private ModelAndView changed(DeskLook.Look look) {
        ModelAndView page = new ModelAndView("consent/changed", HttpStatus.PRECONDITION_FAILED);
        List<ConsentVersion> all = versions.of(look.household().id());
        page.addObject("household", look.household());
        page.addObject(
                "by",
                all.isEmpty()
                        ? null
                        : Recorders.of(staff.all()).name(all.get(all.size() - 1).recordedBy()));
        return page;
    }
}
