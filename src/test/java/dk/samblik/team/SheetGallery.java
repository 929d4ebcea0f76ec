package dk.samblik.team;

import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.PersonId;
import dk.samblik.meeting.OwnLine;
import dk.samblik.view.HouseholdView;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The states of the sheets for a meeting, on the page and on the screen that is turned to the table. */
@TestComponent
@Controller
class SheetGallery {

    private final MessageSource messages;
    private final CivilClock clock;

    SheetGallery(MessageSource messages, CivilClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/galleri/udskrift/{kind}")
    String print(@PathVariable String kind, Model model, Locale locale) {
        Words words = frame(model, locale, "/galleri/udskrift/" + kind);
        model.addAttribute("copy", 1204);
        model.addAttribute("printed", words.moment(Families.NOW));
        return PrintPage.show(sheets(kind), kind.equals("eget") ? "A1" : "", Seeing.ALL, words, model);
    }

    @GetMapping("/galleri/moede/{kind}")
    String meeting(@PathVariable String kind, Model model, Locale locale) {
        Words words = frame(model, locale, "/galleri/moede/" + kind);
        return MeetingPage.show(sheets(kind), kind.equals("eget") ? "A1" : "", Seeing.ALL, words, model);
    }

    /** The sheets of a household; {@code alle} and those of eight: everybody's consent lets the adults share all. */
    static Sheets sheets(String kind) {
        HouseholdView view = switch (kind) {
            case "beskyttet" -> Families.hidden();
            case "otte", "fuld" -> Families.large();
            default ->
                kind.startsWith("ordrig") ? Families.wordy(Integer.parseInt(kind.substring(6))) : Families.whole();
        };
        Map<PersonId, Set<Category>> toAdults = new HashMap<>();
        if (!kind.equals("faelles") && !kind.equals("eget") && !kind.equals("beskyttet")) {
            view.members().forEach(member -> toAdults.put(member.id(), Set.of(Category.values())));
        }
        return new Sheets(view, Seeing.ALL, toAdults, own(kind));
    }

    private static List<OwnLine> own(String kind) {
        if (kind.startsWith("ordrig")) {
            return List.of();
        }
        return kind.equals("fuld") ? OwnGallery.all() : OwnGallery.some();
    }

    private Words frame(Model model, Locale locale, String path) {
        Words words = new Words(messages, locale, clock);
        model.addAttribute("words", words);
        model.addAttribute("frame", PageFrame.of(Gallery.SETTINGS, Gallery.MAJA, true, path));
        return words;
    }
}
