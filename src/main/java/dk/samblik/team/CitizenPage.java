package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.OpenTo;
import dk.samblik.access.PersonLog;
import dk.samblik.access.Viewer;
import dk.samblik.consent.Attachment;
import dk.samblik.consent.DataController;
import dk.samblik.consent.Paper;
import dk.samblik.consent.PersonRecords;
import dk.samblik.household.CivilClock;
import dk.samblik.household.PersonId;
import dk.samblik.team.Looks.Look;
import dk.samblik.team.Sheets.Sheet;
import dk.samblik.team.SheetsOf.Choice;
import dk.samblik.view.Member;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/**
 * The sheet each citizen takes home: what is held about them, where from, how fresh, who looked, and how to take it back. A
 * print like the others, for readers who see all of it: a part would be taken for the whole.
 */
@Controller
class CitizenPage {

    /** What the look is for. */
    static final String PURPOSE = "citizen-sheet";

    private final Looks looks;
    private final SheetsOf sheetsOf;
    private final PersonRecords records;
    private final PersonLog log;
    private final DataController controller;
    private final Paper paper;
    private final CivilClock clock;

    CitizenPage(
            Looks looks,
            SheetsOf sheetsOf,
            PersonRecords records,
            PersonLog log,
            DataController controller,
            Paper paper,
            CivilClock clock) {
        this.looks = looks;
        this.sheetsOf = sheetsOf;
        this.records = records;
        this.log = log;
        this.controller = controller;
        this.paper = paper;
        this.clock = clock;
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/borgerens-ark")
    String sheet(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String ark,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        Look look = open(id, frame);
        model.addAttribute("copy", look.grant().seq());
        model.addAttribute("printed", words.date(clock.today()));
        return HouseholdPage.orEmpty(look, model, () -> {
            Sheets sheets = sheetsOf.sheets(look);
            return show(sheets, screen(look, sheets, ark, words), words, model);
        });
    }

    /** One sheet as tagged PDF, with a copy number of its own. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/borgerens-ark/pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String ark,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame) {
        Look look = open(id, frame);
        if (HouseholdPage.nothingThere(look.whole())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        long copy = look.grant().seq();
        return Attachment.of(
                "borgerens-ark-" + copy + ".pdf",
                MediaType.APPLICATION_PDF,
                pdf(paper, screen(look, sheetsOf.sheets(look), ark, words), copy, words));
    }

    private Look open(String id, PageFrame frame) {
        return looks.openWhole(looks.door(id, frame), Access.Action.PRINT, PURPOSE);
    }

    private CitizenScreen screen(Look look, Sheets sheets, String ark, Words words) {
        Sheet sheet = sheets.citizens().stream()
                .filter(one -> ark.isEmpty() || one.name().equals(ark))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        PersonId reader = CitizenScreen.reader(sheet).id();
        List<PersonId> persons =
                sheets.view(sheet).members().stream().map(Member::id).toList();
        return CitizenScreen.of(
                sheets,
                sheet,
                CitizenLooks.of(
                        log.about(look.grant(), persons, look.door().household(), records.joined(reader), null), words),
                controller,
                words);
    }

    static byte[] pdf(Paper paper, CitizenScreen screen, long copy, Words words) {
        return paper.pdf(
                "team/citizen-paper",
                Locale.forLanguageTag(words.language()),
                Map.of("sheet", screen, "copy", copy, "printed", words.date(words.today()), "words", words));
    }

    static String show(Sheets sheets, CitizenScreen screen, Words words, Model model) {
        People people = new People(sheets.seen(), words);
        model.addAttribute(
                "sheets",
                sheets.citizens().stream()
                        .map(sheet -> new Choice(sheet.name(), CitizenScreen.title(sheet, people, words)))
                        .toList());
        model.addAttribute("leftOut", sheets.leftOut());
        model.addAttribute("sheet", screen);
        return "team/citizen";
    }
}
