package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.household.HouseholdId;
import dk.samblik.team.Looks.Look;
import dk.samblik.team.Sheets.Sheet;
import dk.samblik.view.Recipients;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A household on paper, one sheet at a time, each copy with a number that is its row in the access log. */
@Controller
class PrintPage {

    private static final String TO_ADULTS = "HOUSEHOLD_ADULTS";

    private final Looks looks;
    private final Recipients recipients;

    PrintPage(Looks looks, Recipients recipients) {
        this.looks = looks;
        this.recipients = recipients;
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/udskrift")
    String sheet(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String ark,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        Look look = looks.open(looks.door(id, frame), Access.Action.PRINT, Set.of());
        if (HouseholdPage.nothingThere(look.whole())) {
            return HouseholdPage.empty(look.whole(), model);
        }
        HouseholdId household = look.door().household();
        Sheets sheets =
                new Sheets(look.whole(), look.door().seeing(), recipients.naming(TO_ADULTS, List.of(household)));
        model.addAttribute("copy", look.grant().seq());
        return show(sheets, ark, look.door().seeing(), words, model);
    }

    static String show(Sheets sheets, String ark, Seeing seeing, Words words, Model model) {
        List<Sheet> all = sheets.all();
        Sheet sheet = sheets.named(ark).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        HouseholdScreen screen = HouseholdScreen.onPaper(sheets.view(sheet), seeing, words);
        model.addAttribute("sheets", all);
        model.addAttribute("sheet", sheet);
        model.addAttribute("leftOut", sheets.leftOut());
        model.addAttribute("view", screen.view());
        model.addAttribute("screen", screen);
        return "team/print";
    }
}
