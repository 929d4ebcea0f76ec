package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.team.Looks.Look;
import dk.samblik.team.SheetScreen.Room;
import dk.samblik.team.Sheets.Sheet;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The screen that is turned to the table: large, and no more on it than may lie on the table as paper. Consent to the team is
 * not consent to the spouse, so it shows one of the same sheets, the shared one first.
 */
@Controller
class MeetingPage {

    private final Looks looks;
    private final SheetsOf sheetsOf;

    MeetingPage(Looks looks, SheetsOf sheetsOf) {
        this.looks = looks;
        this.sheetsOf = sheetsOf;
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/moede")
    String meeting(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String ark,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        Look look = looks.open(looks.door(id, frame), Access.Action.VIEW, Set.of(), SheetsOf.PURPOSE);
        return HouseholdPage.orEmpty(
                look, model, () -> show(sheetsOf.sheets(look), ark, look.door().seeing(), words, model));
    }

    static String show(Sheets sheets, String ark, Seeing seeing, Words words, Model model) {
        Sheet sheet = sheets.named(ark).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("sheets", SheetsOf.choices(sheets, words));
        model.addAttribute("sheet", SheetScreen.of(sheets, sheet, seeing, Room.TABLE, words));
        model.addAttribute("onTable", sheets.leftOut() > 0);
        return "team/meeting";
    }
}
