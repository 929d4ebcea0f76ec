package dk.samblik.team;

import dk.samblik.household.CivilClock;
import dk.samblik.household.RunId;
import dk.samblik.team.Looks.Door;
import dk.samblik.team.Looks.Look;
import dk.samblik.view.Change;
import dk.samblik.view.Changes;
import dk.samblik.view.HouseholdView;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is laid out for a meeting in its states, and the questions before a fetch is repeated and before all are fetched. */
@TestComponent
@Controller
class PrepareGallery {

    static final List<String> ADDRESSES = List.of(
            "/galleri/klargoer/klar",
            "/galleri/klargoer/hentes",
            "/galleri/klargoer/kilde-nede",
            "/galleri/klargoer/ikke-hentet",
            "/galleri/hent-igen",
            "/galleri/hent-alle/mange",
            "/galleri/hent-alle/ingen");

    private final MessageSource messages;
    private final CivilClock clock;

    PrepareGallery(MessageSource messages, CivilClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/galleri/klargoer/{state}")
    String prepare(@PathVariable String state, Model model, Locale locale) {
        Words words = frame(model, locale, "/galleri/klargoer/" + state);
        HouseholdView view = state.equals("klar") ? Families.atHome() : Families.whole();
        List<Change> changes = state.equals("klar") ? List.of() : Changes.between(Families.earlier(), view);
        boolean met = state.equals("kilde-nede");
        model.addAttribute("fetching", state.equals("hentes") ? new RunId(new UUID(0, 7)) : null);
        model.addAttribute("ago", state.equals("klar") ? words.count("refresh.ago", 6) : null);
        model.addAttribute("notFetched", state.equals("ikke-hentet"));
        model.addAttribute(
                "news",
                words.say(met ? "prepare.since.meeting" : "prepare.since.day", words.date(LocalDate.of(2026, 2, 26))));
        Look look = new Look(new Door(Gallery.MAJA, view.frame().household(), Seeing.ALL), null, view);
        return PreparePage.show(look, new Sheets(view, Seeing.ALL, Map.of(), List.of()), changes, words, model);
    }

    @GetMapping("/galleri/hent-igen")
    String again(Model model, Locale locale) {
        Words words = frame(model, locale, "/galleri/hent-igen");
        model.addAttribute("household", Families.whole().frame().household());
        model.addAttribute("number", "H-0417");
        model.addAttribute("ago", words.count("refresh.ago", 6));
        return "team/refresh-again";
    }

    @GetMapping("/galleri/hent-alle/{state}")
    String all(@PathVariable String state, Model model, Locale locale) {
        frame(model, locale, "/galleri/hent-alle/" + state);
        return FetchAllPage.show(state.equals("mange") ? 12 : 0, model);
    }

    private Words frame(Model model, Locale locale, String path) {
        Words words = new Words(messages, locale, clock);
        model.addAttribute("words", words);
        model.addAttribute("frame", PageFrame.of(Gallery.SETTINGS, Gallery.MAJA, true, path));
        return words;
    }
}
