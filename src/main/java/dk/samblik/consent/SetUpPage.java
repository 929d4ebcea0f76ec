package dk.samblik.consent;

import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.DeskSteps.Step;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.population.Population;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sets a household up: the register household is the proposal, and everybody in it is settled by hand. */
@Controller
class SetUpPage {

    private static final String BEGIN = "/samtykker/ny";

    private final Desk desk;
    private final DeskSteps steps;
    private final Population population;
    private final PopulationCheck check;
    private final SettingUp settingUp;
    private final CivilClock clock;

    SetUpPage(
            Desk desk,
            DeskSteps steps,
            Population population,
            PopulationCheck check,
            SettingUp settingUp,
            CivilClock clock) {
        this.desk = desk;
        this.steps = steps;
        this.population = population;
        this.check = check;
        this.settingUp = settingUp;
        this.clock = clock;
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @GetMapping("/samtykker/ny/husstand")
    ModelAndView propose(HttpSession session, Locale locale) {
        return around(desk.searchRegister(), session)
                .map(household -> page(household, Map.of(), new FormMistakes(), locale))
                .orElseGet(() -> nobody(session));
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @PostMapping("/samtykker/ny/husstand")
    ModelAndView setUp(@RequestParam Map<String, String> form, HttpSession session, Locale locale) {
        Viewer viewer = desk.searchRegister();
        return around(viewer, session)
                .map(household -> setUp(household, form, viewer, session, locale))
                .orElseGet(() -> nobody(session));
    }

    private static ModelAndView nobody(HttpSession session) {
        return session.getAttribute(FindPage.NUMBER) == null
                ? DeskSteps.to(BEGIN)
                : FindPage.page(new FormMistakes(), "register");
    }

    private ModelAndView setUp(
            RegisterHousehold household, Map<String, String> form, Viewer viewer, HttpSession session, Locale locale) {
        DeskWords words = steps.words(locale);
        FormMistakes mistakes = new FormMistakes();
        if (!household.mark(check).equals(form.get("husstand"))) {
            mistakes.add("indhold", words.say("consent.changed.register"));
            return DeskSteps.changed(page(household, Map.of(), mistakes, locale));
        }
        SetUpForm filled = new SetUpForm(household, form, words);
        List<SettingUp.Settled> people = filled.read(mistakes);
        String area = filled.area(viewer.areas(), mistakes);
        if (mistakes.none()) {
            Optional<HouseholdId> id = settingUp.enrol(people, area, desk.by(viewer));
            if (id.isPresent()) {
                session.removeAttribute(FindPage.NUMBER);
                return DeskSteps.to(Step.HVEM.address(id.get()));
            }
            desk.refused(viewer, null, "MEMBER_OF_ANOTHER_HOUSEHOLD");
            mistakes.add("indhold", words.say("consent.err.elsewhere"));
        }
        return page(household, form, mistakes, locale);
    }

    /** Empty where no number waits, or the register does not have it. */
    private Optional<RegisterHousehold> around(Viewer viewer, HttpSession session) {
        if (!(session.getAttribute(FindPage.NUMBER) instanceof Cpr number)
                || viewer.areas().isEmpty()) {
            return Optional.empty();
        }
        population.load();
        return RegisterHousehold.around(number, population, clock);
    }

    private ModelAndView page(
            RegisterHousehold household, Map<String, String> form, FormMistakes mistakes, Locale locale) {
        ModelAndView page = new ModelAndView("consent/opret");
        DeskWords words = steps.words(locale);
        page.addObject("rows", new SetUpForm(household, form, words).rows());
        page.addObject("areas", desk.viewer().areas().stream().sorted().toList());
        page.addObject("chosenArea", form.getOrDefault("omraade", ""));
        page.addObject("mark", household.mark(check));
        page.addObject("asOf", population.asOf());
        page.addObject("choices", Participation.values());
        page.addObject("reasons", SetUpForm.REASONS);
        page.addObject("mistakes", mistakes);
        page.setStatus(mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
