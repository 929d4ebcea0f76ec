package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.KeptAfterExit;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.run.Refreshes;
import dk.samblik.team.Looks.Door;
import dk.samblik.team.Looks.Look;
import dk.samblik.view.Change;
import dk.samblik.view.Changes;
import dk.samblik.view.Frame;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Seen;
import dk.samblik.view.Views;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One household for the borgermøde: the whole of it, or one part alone. */
@Controller
class HouseholdPage {

    private static final int TOLD = 5;

    private final Looks looks;
    private final Views views;
    private final Seen seen;
    private final Refreshes refreshes;
    private final OwnContent own;
    private final KeptAfterExit kept;

    HouseholdPage(Looks looks, Views views, Seen seen, Refreshes refreshes, OwnContent own, KeptAfterExit kept) {
        this.looks = looks;
        this.views = views;
        this.seen = seen;
        this.refreshes = refreshes;
        this.own = own;
        this.kept = kept;
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}")
    String household(
            @PathVariable String id,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        Look look = looks.open(looks.door(id, frame), Access.Action.VIEW, Set.of());
        return orEmpty(look, model, () -> household(look, words, model));
    }

    private String household(Look look, Words words, Model model) {
        news(look, words, model);
        model.addAttribute("own", own.onPage(look, words));
        Optional<RunId> fetching = refreshes.open(look.door().household());
        model.addAttribute("fetching", fetching.orElse(null));
        LocalDate exit = look.whole().frame().exit();
        model.addAttribute("gone", exit == null ? null : kept.gone(exit));
        Seeing seeing = look.door().seeing();
        return show(
                fetching.isPresent()
                        ? HouseholdScreen.whileFetching(look.whole(), seeing, words)
                        : new HouseholdScreen(look.whole(), seeing, words),
                model,
                "team/household");
    }

    /** One part of the page and nothing else, logged with the kinds of information it holds. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/dele/{part}")
    String part(
            @PathVariable String id,
            @PathVariable String part,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        Door door = looks.door(id, frame);
        Part asked = Part.named(part).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (door.seeing().closed(asked.holds())) {
            throw looks.refuse(door, asked.holds().categories());
        }
        Look look = looks.open(door, Access.Action.VIEW, asked.holds().categories());
        model.addAttribute("part", asked);
        return orEmpty(
                look,
                model,
                () -> show(
                        new HouseholdScreen(look.whole(), door.seeing(), words, HouseholdScreen.Place.ALONE),
                        model,
                        "team/household-part"));
    }

    private static String show(HouseholdScreen screen, Model model, String template) {
        model.addAttribute("view", screen.view());
        model.addAttribute("screen", screen);
        return template;
    }

    /** The page of what was opened; where nothing of it may be shown, or nothing is fetched yet, the one that says which. */
    static String orEmpty(Look look, Model model, Supplier<String> page) {
        return nothingThere(look.whole()) ? empty(look.whole(), model) : page.get();
    }

    static boolean nothingThere(HouseholdView view) {
        return view.consent().none() || view.frame().version() == 0;
    }

    static String empty(HouseholdView view, Model model) {
        model.addAttribute("number", view.frame().number());
        model.addAttribute("id", view.frame().household());
        model.addAttribute("of", view.frame());
        model.addAttribute("state", state(view));
        return "team/household-empty";
    }

    private static String state(HouseholdView view) {
        if (!view.consent().none()) {
            return "waiting";
        }
        boolean withdrawn = view.frame().participants().stream()
                .map(Frame.Participant::standing)
                .anyMatch(standing -> standing == Frame.Standing.WITHDRAWN || standing == Frame.Standing.EXPIRED);
        return withdrawn ? "withdrawn" : "none";
    }

    /** What is new since this reader's last look; the look that is being taken now becomes the last. */
    private void news(Look look, Words words, Model model) {
        HouseholdId household = look.door().household();
        int version = look.whole().frame().version();
        String reader = look.door().viewer().subject();
        Optional<Seen.Look> last = seen.find(reader, household);
        last.ifPresent(before -> {
            List<Change> changes = before.version() == version ? List.of() : changes(look, before.version());
            model.addAttribute("changes", changes.stream().limit(TOLD).toList());
            model.addAttribute("moreChanges", Math.max(0, changes.size() - TOLD));
            model.addAttribute("changesHeading", words.say("h.new", words.date(words.dayOf(before.at()))));
        });
        seen.mark(reader, household, version);
    }

    /** Between what this reader might have seen then and sees now. */
    private List<Change> changes(Look look, int version) {
        Seeing seeing = look.door().seeing();
        return views.at(look.grant(), look.door().household(), version)
                .map(then -> Changes.between(seeing.of(then), seeing.of(look.whole())))
                .orElse(List.of());
    }
}
