package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.team.Looks.Door;
import dk.samblik.team.Looks.Look;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Kept;
import dk.samblik.view.Views;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The versions of a household's view that are kept, the difference between any two, and an earlier one itself. */
@Controller
class VersionsPage {

    private final Looks looks;
    private final Views views;

    VersionsPage(Looks looks, Views views) {
        this.looks = looks;
        this.views = views;
    }

    /** The list, and the difference where two versions are chosen: then each of the two is in the log. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/visninger")
    String versions(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer fra,
            @RequestParam(required = false) @Nullable Integer til,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        Door door = looks.door(id, frame);
        Set<Integer> published = views.published(door.household()).keySet();
        List<Integer> chosen = Stream.of(fra, til)
                .filter(version -> version != null && published.contains(version))
                .distinct()
                .sorted()
                .toList();
        Look look = chosen.size() == 2
                ? looks.open(door, Access.Action.VIEW, chosen)
                : looks.open(door, Access.Action.VIEW, Set.of());
        return HouseholdPage.orEmpty(
                look,
                model,
                () -> show(
                        look.whole(), views.kept(look.grant(), door.household()), door.seeing(), chosen, words, model));
    }

    static String show(
            HouseholdView whole, List<Kept> kept, Seeing seeing, List<Integer> chosen, Words words, Model model) {
        VersionsScreen screen = new VersionsScreen(whole, kept, seeing, words);
        model.addAttribute("view", screen.view());
        model.addAttribute("versions", screen);
        model.addAttribute("chosen", chosen);
        model.addAttribute("difference", chosen.size() == 2 ? screen.difference(chosen.get(0), chosen.get(1)) : null);
        return "team/versions";
    }

    /** One earlier version, of what may still be shown today. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/visninger/{number}")
    String version(
            @PathVariable String id,
            @PathVariable int number,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        Door door = looks.door(id, frame);
        if (!views.published(door.household()).containsKey(number)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Look look = looks.open(door, Access.Action.VIEW, List.of(number));
        return HouseholdPage.orEmpty(look, model, () -> {
            HouseholdView then = views.at(look.grant(), door.household(), number)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            return earlier(look.whole(), then, door.seeing(), words, model);
        });
    }

    static String earlier(HouseholdView whole, HouseholdView then, Seeing seeing, Words words, Model model) {
        HouseholdScreen screen = new HouseholdScreen(then, seeing, words, HouseholdScreen.Place.EARLIER);
        model.addAttribute("view", screen.view());
        model.addAttribute("screen", screen);
        model.addAttribute("latest", whole.frame().version());
        model.addAttribute(
                "lapsed",
                VersionsScreen.lapsed(then.frame(), whole.frame(), new People(seeing.of(whole), words), words));
        return "team/version";
    }
}
