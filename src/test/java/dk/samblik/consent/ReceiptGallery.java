package dk.samblik.consent;

import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.team.PageFrame;
import dk.samblik.team.TeamSettings;
import dk.samblik.team.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a receipt, drawn from invented ones. */
@TestComponent
@Controller
public class ReceiptGallery {

    private final MessageSource messages;
    private final CivilClock clock;

    ReceiptGallery(MessageSource messages, CivilClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/galleri/kvittering/{state}/{language}")
    String receipt(@PathVariable String state, @PathVariable String language, Model model, Locale locale) {
        Receipt receipt = switch (state) {
            case "givet" -> Handed.family();
            case "trukket" -> Handed.takenBack();
            case "venter" -> Handed.waiting();
            case "mangler" -> Handed.unfinished();
            default -> throw new IllegalArgumentException("no such state");
        };
        Viewer maja = new Viewer("maja", "Maja Test", Viewer.Role.COORDINATOR, "Fjordsted Kommune", Set.of());
        model.addAttribute("words", new Words(messages, locale, clock));
        model.addAttribute(
                "frame",
                new PageFrame(
                        new TeamSettings("Eksempel Kommune", "12 34 56 78"),
                        maja,
                        true,
                        "/",
                        List.of(new PageFrame.Item("layout.my-households", "/", true))));
        model.addAttribute("receipt", new ReceiptScreen(receipt, ReceiptWords.in(messages, language)));
        model.addAttribute("id", receipt.id());
        model.addAttribute("household", receipt.household());
        return "consent/receipt";
    }
}
