package dk.samblik.consent;

import dk.samblik.access.Viewer;
import dk.samblik.consent.DeskDraft.Heard;
import dk.samblik.consent.DeskDraft.How;
import dk.samblik.consent.DeskDraft.Identity;
import dk.samblik.consent.DeskDraft.Method;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.team.PageFrame;
import dk.samblik.team.TeamSettings;
import dk.samblik.team.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages of the consent desk, drawn from an invented family. */
@TestComponent
@Controller
public class DeskGallery {

    private static final LocalDate GIVEN = LocalDate.of(2026, 3, 10);
    private static final String AMINA = new UUID(1, 1).toString();
    private static final String LEA = new UUID(1, 2).toString();
    private static final HouseholdAtDesk HOUSEHOLD =
            new HouseholdAtDesk(new HouseholdId(new UUID(2, 2)), "H-0417", "Lærkevænget", List.of(), 0, 1);
    private static final How HOW = new How(
            Method.WRITTEN,
            Identity.PAPERS,
            GIVEN,
            Map.of("b", new DeskDraft.Signed(GIVEN.plusDays(5), Method.ORAL)),
            GIVEN.plusYears(1).minusDays(1),
            "ar",
            true,
            false,
            "sag 26/1234",
            Map.of(LEA, Heard.YES));

    private final MessageSource messages;
    private final CivilClock clock;

    DeskGallery(MessageSource messages, CivilClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/galleri/samtykke/ny")
    String find(Model model, Locale locale) {
        frame(model, locale);
        model.addAttribute("notFound", "cpr");
        return "consent/ny";
    }

    @GetMapping("/galleri/samtykke/ny-fejl")
    String findWrong(Model model, Locale locale) {
        DeskWords words = frame(model, locale);
        wrong(model, "sog", words.say("consent.err.cpr"));
        return "consent/ny";
    }

    @GetMapping("/galleri/samtykke/opret")
    String setUp(Model model, Locale locale) {
        DeskWords words = frame(model, locale);
        wrong(model, "grund-1", words.say("consent.err.reason", "Bo Testesen, 52 år"));
        model.addAttribute(
                "rows",
                List.of(
                        new SetUpForm.Row(0, "Amina Testesen, 41 år", true, "", "PARTICIPANT", null),
                        new SetUpForm.Row(1, "Bo Testesen, 52 år", true, "", "OUTSIDE", null),
                        new SetUpForm.Row(
                                2,
                                "Lea Testesen, 6 år",
                                false,
                                words.say("consent.custody", "Amina Testesen"),
                                "PARTICIPANT",
                                null)));
        model.addAttribute("areas", List.of("Lærkevænget", "Mosebakken"));
        model.addAttribute("chosenArea", "");
        model.addAttribute("mark", "x");
        model.addAttribute("asOf", GIVEN);
        model.addAttribute("choices", Participation.values());
        model.addAttribute("reasons", SetUpForm.REASONS);
        return "consent/opret";
    }

    @GetMapping("/galleri/samtykke/hvem")
    String who(Model model, Locale locale) {
        DeskWords words = step(model, locale, 1);
        wrong(model, "indhold", words.say("consent.changed", "Dorte Test"));
        model.addAttribute(
                "screen",
                new WhoPage.Screen(
                        List.of(
                                new WhoPage.Row(
                                        AMINA,
                                        "Amina Testesen, 41 år",
                                        words.say("consent.reason.adult", "Amina Testesen", 41),
                                        null,
                                        false,
                                        List.of(new WhoPage.Choice("a", words.say("consent.yes.self", "Amina"), true)),
                                        words.say("consent.standing.ACTIVE", words.date(GIVEN))),
                                new WhoPage.Row(
                                        LEA,
                                        "Lea Testesen, 6 år",
                                        words.say("consent.reason.child.many", "Lea Testesen", 6),
                                        words.say(
                                                "custody.noted.CUSTODY_HOLDER",
                                                "Dorte Test",
                                                words.date(GIVEN),
                                                words.say("custody.seen.FAMILY_COURT"),
                                                words.date(GIVEN)),
                                        true,
                                        List.of(
                                                new WhoPage.Choice("b", words.say("consent.yes", "Amina"), false),
                                                new WhoPage.Choice("c", words.say("consent.yes", "Omar"), false)),
                                        null),
                                new WhoPage.Row(
                                        "x",
                                        "Noa Testesen, 3 år",
                                        words.say("consent.reason.CUSTODY_UNKNOWN", "Noa Testesen"),
                                        null,
                                        true,
                                        List.of(),
                                        null)),
                        List.of(words.count("consent.not-asked", 1))));
        return "consent/hvem";
    }

    @GetMapping("/galleri/samtykke/foraeldremyndighed")
    String custody(Model model, Locale locale) {
        DeskWords words = step(model, locale, 1);
        wrong(model, "cpr-1", words.say("consent.err.cpr")).add("dato-dag", words.say("custody.err.date"));
        model.addAttribute("person", LEA);
        model.addAttribute("name", "Lea Testesen");
        model.addAttribute("reason", words.say("consent.reason.CUSTODY_UNKNOWN", "Lea Testesen"));
        model.addAttribute("capacity", Capacity.CUSTODY_HOLDER);
        model.addAttribute("fields", List.of("cpr-1", "cpr-2"));
        model.addAttribute("sources", CustodyNote.SeenIn.values());
        model.addAttribute("chosen", "COURT");
        model.addAttribute("seen", ThreeFields.of("dato", Map.of()));
        model.addAttribute("stand", "");
        return "consent/foraeldremyndighed";
    }

    @GetMapping("/galleri/samtykke/hvad")
    String what(Model model, Locale locale) {
        DeskWords words = step(model, locale, 2);
        wrong(model, "person-" + LEA, words.say("consent.err.what", "Lea Testesen"))
                .add(
                        "slags-" + AMINA,
                        words.say("consent.err.kind.none", words.say("department.EMPLOYMENT"), "Amina Testesen"));
        model.addAttribute(
                "screen",
                new WhatPage.Screen(
                        Offer.DEPARTMENTS,
                        List.of(row(AMINA, "Amina Testesen", "41 år", words), row(LEA, "Lea Testesen", "6 år", words)),
                        List.of(new WhatPage.Sharing(
                                "HOUSEHOLD_ADULTS", words.say("consent.recipient.HOUSEHOLD_ADULTS"), false))));
        return "consent/hvad";
    }

    private static WhatPage.Row row(String id, String name, String age, DeskWords words) {
        List<WhatPage.Cell> cells = Offer.DEPARTMENTS.stream()
                .map(department -> new WhatPage.Cell(
                        id + "/" + department,
                        words.say("consent.cell", name, words.say("department." + department)),
                        !id.equals(LEA) || department == Department.CHILDREN,
                        id.equals(AMINA)))
                .toList();
        String about = words.say("category.CASE_OVERVIEW");
        return new WhatPage.Row(
                id,
                name,
                age,
                cells,
                List.of(new WhatPage.Kind(
                        id + "/CASE_OVERVIEW",
                        words.say("consent.kind", about, words.say("department.SOCIAL")),
                        id.equals(AMINA))));
    }

    @GetMapping("/galleri/samtykke/hvordan")
    String how(Model model, Locale locale) {
        DeskWords words = step(model, locale, 3);
        FormMistakes mistakes = wrong(model, "maade-WRITTEN", words.say("consent.err.how"));
        mistakes.add("dato-dag", words.say("consent.err.date.part", words.say("format.part.year")));
        mistakes.add("hoert-" + LEA + "-YES", words.say("consent.err.heard", "Lea"));
        mistakes.add("bilag", words.say("consent.err.file.type"));
        model.addAttribute(
                "screen",
                new HowPage.Screen(
                        Map.of("reference", "sag 26/1234", "tolk", "1"),
                        new ThreeFields("dato", "10", "3", ""),
                        List.of(
                                new HowPage.Apart(
                                        "a", "Amina Testesen", ThreeFields.of("dato-a", (LocalDate) null), ""),
                                new HowPage.Apart("b", "Omar Testesen", ThreeFields.of("dato-b", GIVEN), "ORAL")),
                        ThreeFields.of("slut", GIVEN.plusYears(1)),
                        List.of(Method.values()),
                        List.of(Identity.values()),
                        List.of(
                                new HowPage.Language("da", "dansk", false),
                                new HowPage.Language("ar", "arabisk", true)),
                        List.of(new HowPage.Child(LEA, "Lea Testesen", null, List.of(Heard.values()))),
                        true));
        return "consent/hvordan";
    }

    @GetMapping("/galleri/samtykke/tjek")
    String check(Model model, Locale locale) {
        DeskWords words = step(model, locale, 4);
        model.addAttribute(
                "screen",
                new CheckPage.Screen(
                        List.of(
                                new CheckPage.Row(
                                        "Amina Testesen",
                                        "Beskæftigelse og Social",
                                        words.say("consent.kinds.only", "sager"),
                                        "Amina Testesen",
                                        "",
                                        "10. marts 2026 til 9. marts 2027"),
                                new CheckPage.Row(
                                        "Lea Testesen",
                                        "Børn og unge",
                                        words.say("consent.kinds.all"),
                                        "Amina Testesen",
                                        "Omar Testesen",
                                        "15. marts 2026 til 9. marts 2027")),
                        HOW,
                        HOW.given(),
                        "arabisk",
                        false,
                        false,
                        false));
        return "consent/tjek";
    }

    private DeskWords step(Model model, Locale locale, int number) {
        model.addAttribute("household", HOUSEHOLD);
        model.addAttribute("revision", 1);
        model.addAttribute("step", number);
        model.addAttribute("back", "/samtykker/ny");
        return frame(model, locale);
    }

    private static FormMistakes wrong(Model model, String field, String text) {
        FormMistakes mistakes = new FormMistakes();
        mistakes.add(field, text);
        model.addAttribute("mistakes", mistakes);
        return mistakes;
    }

    private DeskWords frame(Model model, Locale locale) {
        Viewer dorte = new Viewer("dorte", "Dorte Test", Viewer.Role.DESK, "Eksempel Kommune", Set.of("Lærkevænget"));
        model.addAttribute("words", new Words(messages, locale, clock));
        model.addAttribute("mistakes", new FormMistakes());
        model.addAttribute(
                "frame",
                new PageFrame(
                        new TeamSettings("Eksempel Kommune", "12 34 56 78"),
                        dorte,
                        true,
                        "/samtykker/ny",
                        List.of(new PageFrame.Item("layout.consents", "/samtykker/ny", true))));
        return new DeskWords(messages, locale, clock.today());
    }
}
