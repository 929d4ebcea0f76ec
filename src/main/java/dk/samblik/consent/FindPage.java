package dk.samblik.consent;

import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.DeskHouseholds.Found;
import dk.samblik.consent.DeskSteps.Step;
import dk.samblik.household.Cpr;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the desk's work begins: an enrolled household is found by its number or by somebody's CPR number. A number goes in
 * the body of a request only, and for a household that is to be set up it waits in the session.
 */
@Controller
class FindPage {

    /** The attribute of the session in which the number waits. */
    static final String NUMBER = FindPage.class.getName();

    private final Desk desk;
    private final DeskSteps steps;
    private final DeskHouseholds households;

    FindPage(Desk desk, DeskSteps steps, DeskHouseholds households) {
        this.desk = desk;
        this.steps = steps;
        this.households = households;
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @GetMapping("/samtykker/ny")
    ModelAndView ask() {
        desk.viewer();
        return page(new FormMistakes(), null);
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @PostMapping("/samtykker/ny")
    ModelAndView search(@RequestParam(defaultValue = "") String sog, HttpSession session, Locale locale) {
        session.removeAttribute(NUMBER);
        String written = sog.strip();
        if (written.isEmpty()) {
            return wrong("consent.err.search", locale);
        }
        if (!written.matches("[0-9][0-9 -]*")) {
            Viewer viewer = desk.search("BY_NUMBER");
            return mine(viewer, households.byNumber(written)).orElseGet(() -> page(new FormMistakes(), "number"));
        }
        Optional<Cpr> number = Cpr.read(written).filter(cpr -> !cpr.replacement());
        if (number.isEmpty()) {
            return wrong("consent.err.cpr", locale);
        }
        Viewer viewer = desk.search("BY_CPR");
        return mine(viewer, households.byCpr(number.get())).orElseGet(() -> {
            session.setAttribute(NUMBER, number.get());
            return page(new FormMistakes(), "cpr");
        });
    }

    /** A household of another area is answered like none, and the log has what was tried. */
    private Optional<ModelAndView> mine(Viewer viewer, Optional<Found> found) {
        if (found.isEmpty() || viewer.areas().contains(found.get().area())) {
            return found.map(household -> DeskSteps.to(Step.HVEM.address(household.id())));
        }
        desk.refused(viewer, found.get().id(), "NOT_YOURS");
        return Optional.empty();
    }

    private ModelAndView wrong(String key, Locale locale) {
        desk.viewer();
        FormMistakes mistakes = new FormMistakes();
        mistakes.add("sog", steps.words(locale).say(key));
        return page(mistakes, null);
    }

    /** {@code notFound}: where nothing was found, {@code number}, {@code cpr} or {@code register}. */
    static ModelAndView page(FormMistakes mistakes, @Nullable String notFound) {
        ModelAndView page = new ModelAndView("consent/ny");
        page.addObject("mistakes", mistakes);
        page.addObject("notFound", notFound);
        page.setStatus(mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
