package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.Attachment;
import dk.samblik.household.CivilClock;
import dk.samblik.team.Looks.Door;
import dk.samblik.team.Looks.Look;
import dk.samblik.team.SheetPaper.Copy;
import dk.samblik.team.SheetPaper.Printed;
import dk.samblik.team.SheetScreen.Room;
import dk.samblik.team.Sheets.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

    private final Looks looks;
    private final SheetsOf sheetsOf;
    private final SheetPaper paper;
    private final CivilClock clock;

    PrintPage(Looks looks, SheetsOf sheetsOf, SheetPaper paper, CivilClock clock) {
        this.looks = looks;
        this.sheetsOf = sheetsOf;
        this.paper = paper;
        this.clock = clock;
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/udskrift")
    String sheet(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String ark,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        Look look = open(looks.door(id, frame));
        model.addAttribute("copy", look.grant().seq());
        model.addAttribute("printed", words.moment(clock.now()));
        return HouseholdPage.orEmpty(
                look, model, () -> show(sheetsOf.sheets(look), ark, look.door().seeing(), words, model));
    }

    /** One sheet as a file; all of them, where none is named. Each has a copy number and a row in the log of its own. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/udskrift/pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String ark,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame) {
        Door door = looks.door(id, frame);
        Look look = open(door);
        List<Sheet> wanted = HouseholdPage.nothingThere(look.whole()) ? List.of() : wanted(sheetsOf.sheets(look), ark);
        if (wanted.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<Copy> copies = new ArrayList<>();
        for (Sheet sheet : wanted) {
            // What a further copy holds is read against its own row: a consent may be taken back between two of them.
            Look own = copies.isEmpty() ? look : open(door);
            Sheets sheets = sheetsOf.sheets(own);
            sheets.named(sheet.name())
                    .map(still -> SheetScreen.of(sheets, still, door.seeing(), Room.PAPER, words))
                    .ifPresent(screen -> copies.add(new Copy(screen, own.grant().seq())));
        }
        return Attachment.of(
                "borgermoede-" + copies.get(0).number() + ".pdf",
                MediaType.APPLICATION_PDF,
                paper.pdf(copies, new Printed(frame.who(), clock.now()), words));
    }

    private Look open(Door door) {
        return looks.open(door, Access.Action.PRINT, Set.of(), SheetsOf.PURPOSE);
    }

    private static List<Sheet> wanted(Sheets sheets, String ark) {
        return ark.isEmpty() ? sheets.all() : sheets.named(ark).stream().toList();
    }

    static String show(Sheets sheets, String ark, Seeing seeing, Words words, Model model) {
        Sheet sheet = sheets.named(ark).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        SheetScreen screen = SheetScreen.of(sheets, sheet, seeing, Room.PAPER, words);
        model.addAttribute("sheets", SheetsOf.choices(sheets, words));
        model.addAttribute("leftOut", sheets.leftOut());
        model.addAttribute("sheet", screen.fitting());
        return "team/print";
    }
}
