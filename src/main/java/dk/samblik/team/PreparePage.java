package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.meeting.Meetings;
import dk.samblik.run.Refreshes;
import dk.samblik.team.Looks.Door;
import dk.samblik.team.Looks.Look;
import dk.samblik.view.Change;
import dk.samblik.view.Changes;
import dk.samblik.view.Views;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Getting ready for a meeting: what is there is fetched anew first, then everything that is needed lies on one page. Nothing
 * stands in the way of the pack; what could not be fetched is said on it.
 */
@Controller
class PreparePage {

    /** What the page is called in addresses. */
    static final String NAME = "klargoer";

    private static final int BACK_DAYS = 14;

    private final Looks looks;
    private final SheetsOf sheetsOf;
    private final Fetching fetching;
    private final Refreshes refreshes;
    private final Views views;
    private final Meetings meetings;
    private final CivilClock clock;

    PreparePage(
            Looks looks,
            SheetsOf sheetsOf,
            Fetching fetching,
            Refreshes refreshes,
            Views views,
            Meetings meetings,
            CivilClock clock) {
        this.looks = looks;
        this.sheetsOf = sheetsOf;
        this.fetching = fetching;
        this.refreshes = refreshes;
        this.views = views;
        this.meetings = meetings;
        this.clock = clock;
    }

    /** Fetches first, or joins the fetch under way; goes on at once where that is not needed, or cannot be done. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @PostMapping("/husstande/{id}/klargoer")
    RedirectView begin(@PathVariable String id, @ModelAttribute("frame") PageFrame frame) {
        Door door = looks.doorToChange(id, frame.settings());
        String pack = "/husstande/" + door.household() + "/" + NAME;
        if (fetching.isNew(door.household())) {
            return SeeOther.at(pack);
        }
        Optional<RunId> started = fetching.tryStart(door.viewer(), door.household());
        return SeeOther.at(
                started.map(run -> "/hentninger/" + run + "?til=" + NAME).orElse(pack + "?hentet=nej"));
    }

    /** The pack. {@code hentet}: said where nothing could be fetched before. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/klargoer")
    String pack(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String hentet,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        Look look = looks.open(looks.door(id, frame), Access.Action.VIEW, Set.of(), SheetsOf.PURPOSE);
        model.addAttribute("notFetched", hentet.equals("nej"));
        return HouseholdPage.orEmpty(look, model, () -> pack(look, words, model));
    }

    private String pack(Look look, Words words, Model model) {
        HouseholdId household = look.door().household();
        Optional<LocalDate> met = meetings.held(household).stream().findFirst();
        LocalDate since = met.orElse(clock.today().minusDays(BACK_DAYS));
        model.addAttribute("fetching", refreshes.open(household).orElse(null));
        model.addAttribute("ago", fetching.ago(household, words));
        model.addAttribute(
                "news", words.say(met.isPresent() ? "prepare.since.meeting" : "prepare.since.day", words.date(since)));
        return show(look, sheetsOf.sheets(look), changes(look, since), words, model);
    }

    static String show(Look look, Sheets sheets, List<Change> changes, Words words, Model model) {
        HouseholdScreen screen = new HouseholdScreen(look.whole(), look.door().seeing(), words);
        model.addAttribute("view", screen.view());
        model.addAttribute("screen", screen);
        model.addAttribute("changes", changes);
        model.addAttribute("sheets", SheetsOf.choices(sheets, words));
        model.addAttribute("leftOut", sheets.leftOut());
        return "team/prepare";
    }

    /** Between what this reader might have seen at the end of that day and sees now. */
    private List<Change> changes(Look look, LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(CivilClock.COPENHAGEN).toInstant();
        HouseholdId household = look.door().household();
        OptionalInt version = views.published(household).entrySet().stream()
                .filter(published -> published.getValue().isBefore(end))
                .mapToInt(Map.Entry::getKey)
                .max();
        Seeing seeing = look.door().seeing();
        return version.isEmpty()
                ? List.of()
                : views.at(look.grant(), household, version.getAsInt())
                        .map(then -> Changes.between(seeing.of(then), seeing.of(look.whole())))
                        .orElse(List.of());
    }
}
