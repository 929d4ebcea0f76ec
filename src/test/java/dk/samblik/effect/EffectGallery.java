package dk.samblik.effect;

import dk.samblik.access.Viewer;
import dk.samblik.consent.FormMistakes;
import dk.samblik.effect.ProgressPage.At;
import dk.samblik.effect.Release.Figure;
import dk.samblik.effect.Releases.Correction;
import dk.samblik.effect.Releases.Kept;
import dk.samblik.effect.formula.Progress;
import dk.samblik.effect.release.Counted;
import dk.samblik.effect.release.Stage;
import dk.samblik.effect.release.Suppression;
import dk.samblik.effect.release.Suppression.Full;
import dk.samblik.effect.release.Table;
import dk.samblik.household.CivilClock;
import dk.samblik.programme.Programme;
import dk.samblik.programme.Programmes;
import dk.samblik.team.PageFrame;
import dk.samblik.team.TeamSettings;
import dk.samblik.team.Words;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The effect pages, drawn from invented counts. */
@TestComponent
@Controller
public class EffectGallery {

    /** Every state of the pages. */
    public static final List<String> ADDRESSES = List.of(
            "/galleri/effekt/alle",
            "/galleri/effekt/intet",
            "/galleri/effekt/frigivet",
            "/galleri/effekt/faa",
            "/galleri/effekt/rettet",
            "/galleri/effekt/forvaltning",
            "/galleri/trivsel/tom",
            "/galleri/trivsel/spoerg",
            "/galleri/trivsel/fejl",
            "/galleri/trivsel/gemt",
            "/galleri/fremgang/tom",
            "/galleri/fremgang/tal",
            "/galleri/serier/tom",
            "/galleri/serier/tal");

    private static final List<String> AREAS = List.of("Lærkevænget", "Mosebakken");
    private static final String HOUSEHOLD = "00000000-0000-0001-0000-0000000001a1";

    private final MessageSource messages;
    private final CivilClock clock;

    EffectGallery(MessageSource messages, CivilClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** The two halves of 2025, as if released. */
    static List<Kept> releases(int divide) {
        return List.of(kept(new Half(2025, 2), divide), kept(new Half(2025, 1), divide));
    }

    private static Kept kept(Half half, int divide) {
        List<Figure> figures = new ArrayList<>();
        for (int k = 0; k <= 3; k++) {
            figures.add(figure("H1", k, half, List.of("yes", "no"), divide, 20 + 2 * k, 14 - 2 * k, 12 + k, 11 - k));
            if (k > 0) {
                figures.add(
                        figure("E6", k, half, List.of("better", "unchanged", "worse"), divide, 12, 9, 6, 8 + k, 7, 2));
            }
            figures.add(new Figure(
                    "C1", k, half.minus(k), null, divide > 1 ? null : new BigDecimal("2.5"), divide > 1 ? null : 57));
        }
        return new Kept(
                new Release(
                        "FREMSKUDT",
                        half,
                        "2026-2",
                        5,
                        figures,
                        Stage.shown(
                                Release.STEPS,
                                Map.of("NEW", 64, "YES", 41, "CONSENT_GIVEN", 38, "ACTIVE", 36, "ENDED", 2),
                                5),
                        Map.of(
                                "H1",
                                half.last().toString(),
                                "E6",
                                half.last().minusMonths(2).toString())),
                Instant.parse("2026-01-03T03:30:00Z"),
                "5f".repeat(32),
                List.of());
    }

    private static Figure figure(String indicator, int k, Half half, List<String> parts, int divide, int... counts) {
        List<Counted> people = new ArrayList<>();
        for (int at = 0; at < counts.length; at++) {
            String area = AREAS.get(at / parts.size());
            String part = parts.get(at % parts.size());
            int first = at;
            IntStream.range(0, counts[at] / divide)
                    .forEach(one -> people.add(new Counted(area, area + first + "-" + one, part)));
        }
        Table table = Suppression.released(List.of(new Full(indicator, parts, people, null)), AREAS, 5)
                .get(0);
        return new Figure(indicator, k, half.minus(k), table, null, null);
    }

    @GetMapping("/galleri/effekt/{state}")
    String effect(@PathVariable String state, Model model, Locale locale) {
        Words words = frame(model, locale, Viewer.Role.EVALUATOR, "/effekt");
        Programme programme = Programmes.in(Path.of("programmes")).of("FREMSKUDT");
        model.addAttribute("programmes", List.of(ProgrammeFacts.of(programme, words)));
        model.addAttribute("report", true);
        if (state.equals("alle")) {
            return "effect/programmes";
        }
        List<Kept> all = state.equals("intet") ? List.of() : releases(state.equals("faa") ? 5 : 1);
        Kept chosen = all.isEmpty() ? null : all.get(0);
        if (state.equals("rettet") && chosen != null) {
            chosen = new Kept(
                    chosen.release(),
                    chosen.made(),
                    chosen.hash(),
                    List.of(new Correction("E6", 1, LocalDate.of(2026, 2, 3))));
        }
        IndicatorFile file = new Indicators(Path.of("indicators")).of(programme);
        EffectScreen screen = new EffectScreen(words, programme, file, all, chosen, null);
        model.addAttribute("screen", screen.of(state.equals("forvaltning") ? "HOUSING" : null));
        return "effect/effect";
    }

    @GetMapping("/galleri/trivsel/{state}")
    String wellbeing(@PathVariable String state, Model model, Locale locale) {
        Words words = frame(model, locale, Viewer.Role.COORDINATOR, "/husstande");
        FormMistakes mistakes = new FormMistakes();
        if (state.equals("fejl")) {
            mistakes.add("person", words.say("wellbeing.err.person"));
            mistakes.add("svar-1", words.say("wellbeing.err.items"));
        }
        List<WellbeingScreen.Asked> asked = state.equals("tom")
                ? List.of()
                : List.of(new WellbeingScreen.Asked("1", "Amina"), new WellbeingScreen.Asked("2", "Karim"));
        model.addAttribute("mistakes", mistakes);
        model.addAttribute(
                "screen",
                new WellbeingScreen(
                        HOUSEHOLD,
                        "H-0417",
                        asked,
                        Map.of("svar-2", "3"),
                        state.equals("gemt"),
                        state.equals("gemt") ? List.of(LocalDate.of(2026, 3, 12)) : List.of()));
        return "effect/wellbeing";
    }

    @GetMapping("/galleri/fremgang/{state}")
    String progress(@PathVariable String state, Model model, Locale locale) {
        frame(model, locale, Viewer.Role.COORDINATOR, "/husstande");
        model.addAttribute("household", HOUSEHOLD);
        model.addAttribute("number", "H-0417");
        model.addAttribute(
                "follow",
                state.equals("tom")
                        ? List.of()
                        : List.of(new At(1, new Progress(2, 1, 0)), new At(2, new Progress(1, 1, 1))));
        return "effect/progress";
    }

    @GetMapping("/galleri/serier/{state}")
    String series(@PathVariable String state, Model model, Locale locale) {
        Words words = frame(model, locale, Viewer.Role.EVALUATOR, "/effekt");
        Programme programme = Programmes.in(Path.of("programmes")).of("FREMSKUDT");
        List<Indicator> given =
                new Indicators(Path.of("indicators")).of(programme).indicators();
        String none = words.say("effect.insufficient");
        model.addAttribute("programme", programme);
        model.addAttribute("given", given);
        model.addAttribute("chosen", given.get(1));
        model.addAttribute("follows", Releasing.LAST);
        model.addAttribute(
                "rows",
                state.equals("tom")
                        ? List.of()
                        : List.of(new SeriesPage.Row(
                                "a1b2c3d4e5",
                                "f0e1d2c3b4",
                                "Mosebakken",
                                "2026-03",
                                List.of("8,7", "12,31", none, none, none, none, none))));
        return "effect/series";
    }

    private Words frame(Model model, Locale locale, Viewer.Role role, String path) {
        Words words = new Words(messages, locale, clock);
        model.addAttribute("words", words);
        model.addAttribute(
                "frame",
                new PageFrame(
                        new TeamSettings("Eksempel Kommune", "12 34 56 78"),
                        new Viewer("lis", "Lis Test", role, "Fjordsted Kommune", Set.of()),
                        true,
                        path,
                        List.of(new PageFrame.Item("layout.effect", "/effekt", path.equals("/effekt")))));
        return words;
    }
}
