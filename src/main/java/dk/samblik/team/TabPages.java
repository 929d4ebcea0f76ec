package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.OpenTo;
import dk.samblik.access.PersonLog;
import dk.samblik.access.Viewer;
import dk.samblik.household.PersonId;
import dk.samblik.team.Looks.Look;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Member;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What stands beside a household's overview: the whole timeline, what registers disagree on, the consents, and who looked. */
@Controller
class TabPages {

    /** What a look at the looks is for. */
    static final String LOOKS_PURPOSE = "household-looks";

    private final Looks looks;
    private final PersonLog log;

    TabPages(Looks looks, PersonLog log) {
        this.looks = looks;
        this.log = log;
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/tidslinje")
    String timeline(
            @PathVariable String id,
            @ModelAttribute TimelineFilters filters,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        Look look = looks.open(looks.door(id, frame), Access.Action.VIEW, Set.of());
        return HouseholdPage.orEmpty(
                look, model, () -> timeline(look.whole(), look.door().seeing(), filters, words, model));
    }

    static String timeline(HouseholdView whole, Seeing seeing, TimelineFilters filters, Words words, Model model) {
        HouseholdScreen screen = show(whole, seeing, words, model);
        model.addAttribute("timeline", new TimelineScreen(screen.view(), filters, screen.people(), words));
        return "team/household-timeline";
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/uenigheder")
    String disagreements(
            @PathVariable String id,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        Look look = looks.open(looks.door(id, frame), Access.Action.VIEW, Set.of());
        return HouseholdPage.orEmpty(
                look, model, () -> disagreements(look.whole(), look.door().seeing(), frame, words, model));
    }

    static String disagreements(HouseholdView whole, Seeing seeing, PageFrame frame, Words words, Model model) {
        HouseholdScreen screen = show(whole, seeing, words, model);
        model.addAttribute("disagreements", new DisagreementsScreen(screen.view(), frame, screen.people(), words));
        return "team/household-disagreements";
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/samtykke")
    String consent(
            @PathVariable String id,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        Look look = looks.open(looks.door(id, frame), Access.Action.VIEW, Set.of());
        return HouseholdPage.orEmpty(
                look, model, () -> consent(look.whole(), look.door().seeing(), words, model));
    }

    static String consent(HouseholdView whole, Seeing seeing, Words words, Model model) {
        show(whole, seeing, words, model);
        return "team/household-consent";
    }

    /** Who looked, as each citizen may be told: by role and for what, never by name. Reading it is a look that stands in it. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/opslag")
    String lookedAt(
            @PathVariable String id,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        Look look = looks.openWhole(looks.door(id, frame), Access.Action.VIEW, LOOKS_PURPOSE);
        List<PersonId> members = look.whole().members().stream().map(Member::id).toList();
        return HouseholdPage.orEmpty(
                look,
                model,
                () -> lookedAt(
                        look.whole(),
                        log.about(look.grant(), members, look.door().household(), LocalDate.EPOCH, null),
                        words,
                        model));
    }

    static String lookedAt(HouseholdView whole, List<PersonLog.Look> rows, Words words, Model model) {
        show(whole, Seeing.ALL, words, model);
        model.addAttribute("looks", CitizenLooks.of(rows, words));
        return "team/household-looks";
    }

    private static HouseholdScreen show(HouseholdView whole, Seeing seeing, Words words, Model model) {
        HouseholdScreen screen = new HouseholdScreen(whole, seeing, words, HouseholdScreen.Place.ALONE);
        model.addAttribute("view", screen.view());
        model.addAttribute("screen", screen);
        return screen;
    }
}
