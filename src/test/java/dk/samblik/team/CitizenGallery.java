package dk.samblik.team;

import dk.samblik.access.PersonLog.Look;
import dk.samblik.consent.DataController;
import dk.samblik.household.CivilClock;
import dk.samblik.view.HouseholdView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The citizen's sheet in its states. */
@TestComponent
@Controller
class CitizenGallery {

    static final List<String> ADDRESSES = List.of(
            "/galleri/borgerens-ark/hel",
            "/galleri/borgerens-ark/tynd",
            "/galleri/borgerens-ark/ung",
            "/galleri/borgerens-ark/beskyttet");

    private static final DataController CONTROLLER = new DataController(
            "Eksempel Kommune",
            "12 34 56 78",
            "samtykke@eksempel.example",
            "Rådhuset, Prøvetorvet 1",
            "dpo@eksempel.example");

    private final MessageSource messages;
    private final CivilClock clock;

    CitizenGallery(MessageSource messages, CivilClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/galleri/borgerens-ark/{state}")
    String sheet(@PathVariable String state, Model model, Locale locale) {
        Words words = new Words(messages, locale, clock);
        model.addAttribute("words", words);
        model.addAttribute(
                "frame", PageFrame.of(Gallery.SETTINGS, Gallery.MAJA, true, "/galleri/borgerens-ark/" + state));
        model.addAttribute("copy", 1204L);
        model.addAttribute("printed", words.date(clock.today()));
        return CitizenPage.show(sheets(state), screen(state, words), words, model);
    }

    static Sheets sheets(String state) {
        HouseholdView view = switch (state) {
            case "tynd" -> Families.sparse();
            case "ung" -> Families.withYouth();
            case "beskyttet" -> Families.hidden();
            default -> Families.whole();
        };
        return new Sheets(view, Seeing.ALL, Map.of(), state.equals("tynd") ? List.of() : OwnGallery.some());
    }

    static CitizenScreen screen(String state, Words words) {
        Sheets sheets = sheets(state);
        String name = state.equals("ung") ? "C2" : state.equals("hel") ? "A2" : "A1";
        List<Look> looks = state.equals("tynd") ? List.of() : looks();
        return CitizenScreen.of(
                sheets,
                sheets.citizens().stream()
                        .filter(sheet -> sheet.name().equals(name))
                        .findFirst()
                        .orElseThrow(),
                CitizenLooks.of(looks, words),
                CONTROLLER,
                words);
    }

    /** Forty nights, and what people did. */
    static List<Look> looks() {
        List<Look> looks = new ArrayList<>();
        for (int night = 40; night > 0; night--) {
            Instant at = Families.NIGHT.minus(Duration.ofDays(night - 1));
            looks.add(look(at, "FETCH", "HELHEDSINDSATS", "HUB", "Samblik", "SOCIAL"));
        }
        Instant now = Families.NOW;
        looks.add(look(
                now.minus(Duration.ofDays(60)), "CONSENT_RECORDED", "consent-desk", "DESK", "Fjordsted Kommune", null));
        looks.add(
                look(now.minus(Duration.ofDays(3)), "VIEW", "household-work", "TEAM", "Fjordsted Boligforening", null));
        looks.add(
                look(now.minus(Duration.ofDays(3)), "VIEW", "household-work", "TEAM", "Fjordsted Boligforening", null));
        looks.add(look(
                now.minus(Duration.ofDays(1)), "REVEAL_CPR", "cpr-post", "COORDINATOR", "Fjordsted Kommune", null));
        looks.add(look(now, "VIEW", "household-work", "COORDINATOR", "Fjordsted Kommune", null));
        looks.add(look(now, "PRINT", "citizen-sheet", "COORDINATOR", "Fjordsted Kommune", null));
        return looks;
    }

    private static Look look(
            Instant at, String action, String purpose, String role, String organisation, @Nullable String source) {
        return new Look(at.atOffset(ZoneOffset.UTC), action, purpose, role, organisation, source, List.of(), "OK");
    }
}
