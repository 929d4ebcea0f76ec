package dk.samblik.oversight;

import dk.samblik.access.LogReading.Used;
import dk.samblik.access.LogSignals.Noticed;
import dk.samblik.access.LogSignals.Signal;
import dk.samblik.access.Viewer;
import dk.samblik.consent.Mistakes.Mistake;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.oversight.MistakenConsent.Found;
import dk.samblik.oversight.SpotCheck.Assessment;
import dk.samblik.oversight.SpotCheck.Look;
import dk.samblik.team.PageFrame;
import dk.samblik.team.TeamSettings;
import dk.samblik.team.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The data protection officer's pages, drawn from invented looks. */
@TestComponent
@Controller
public class OversightGallery {

    private static final Instant MORNING = Instant.parse("2026-03-12T05:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final HouseholdId HOUSEHOLD = new HouseholdId(new UUID(1, 417));

    private final MessageSource messages;
    private final CivilClock clock;

    OversightGallery(MessageSource messages, CivilClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/galleri/opslagslog/{state}")
    String log(@PathVariable String state, Model model, Locale locale) {
        Words words = frame(model, locale);
        boolean broken = state.equals("brudt");
        String at = words.exact(MORNING);
        LogState log = new LogState(
                words.say(broken ? "oversight.proof.broken" : "oversight.proof.unbroken", at),
                broken ? words.say("oversight.proof.broken.CHANGED", "17") : null,
                words.say("oversight.proof.proven", words.number(2400), at));
        PlaceState place = new PlaceState(
                words.say("operations.log.written", at),
                broken ? words.say("oversight.place.NOT_OURS") : null,
                broken ? words.say("operations.log.closes", at, words.exact(MORNING.plusSeconds(14_400))) : null);
        LogSearch search = new LogSearch("H-0417", null, null, "2026-03-01", "2026-03-12", "VIEW");
        model.addAttribute(
                "log",
                new LogScreen(
                        words,
                        log,
                        place,
                        state.equals("foerste") ? List.of() : List.of(check(3, 19), check(2, 24)),
                        state.equals("foerste") ? List.of() : mistakes(),
                        TODAY,
                        state.equals("foerste") ? LogSearch.NOTHING : search,
                        state.equals("fejl") ? Map.of("cpr", "oversight.error.cpr") : Map.of(),
                        result(state, words)));
        return "oversight/log";
    }

    private static LogScreen.Result result(String state, Words words) {
        Days days = new Days(LocalDate.of(2026, 3, 1), TODAY);
        return switch (state) {
            case "fundet" -> new LogScreen.Result(days, 412, lines(words));
            case "intet" -> new LogScreen.Result(days, 0, List.of());
            default -> LogScreen.Result.NONE;
        };
    }

    @GetMapping("/galleri/stikproeve/{state}")
    String check(@PathVariable String state, Model model, Locale locale) {
        model.addAttribute("screen", check(state, frame(model, locale)));
        return state.equals("rapport") ? "oversight/spot-check-report" : "oversight/spot-check";
    }

    /** A check of which the row of the last look is no longer kept. */
    static SpotCheckScreen check(String state, Words words) {
        SpotCheck check = check(state.equals("overskredet") ? 2 : 3, 19);
        Map<Long, Line> lines = lines(words).stream().limit(24).collect(Collectors.toMap(Line::number, line -> line));
        return new SpotCheckScreen(words, check, lines, TODAY, "Dagny Test");
    }

    private static SpotCheck check(int month, int assessed) {
        return new SpotCheck(
                new UUID(2, month),
                LocalDate.of(2026, month, 1),
                MORNING.minusSeconds(2_678_400),
                MORNING,
                998,
                1204,
                LocalDate.of(2026, month, month == 2 ? 28 : 31),
                "dagny",
                MORNING,
                IntStream.rangeClosed(1, 25)
                        .mapToObj(place -> look(place, assessed))
                        .toList());
    }

    private static Look look(int place, int assessed) {
        Assessment said = place == 4 ? Assessment.UNCLEAR : place == 9 ? Assessment.NOT_WORK : Assessment.WORK;
        return place > assessed
                ? new Look(place, place, null, null, null)
                : new Look(place, place, said, "dagny", MORNING);
    }

    private static List<Line> lines(Words words) {
        return IntStream.rangeClosed(1, 25)
                .mapToObj(number -> new Line(
                        number,
                        MORNING.minusSeconds(7_201L * number),
                        number % 3 == 0 ? "Jens Test" : "Maja Test",
                        words.say("oversight.role." + (number % 3 == 0 ? "TEAM" : "COORDINATOR"))
                                + ", Fjordsted Kommune",
                        words.say("oversight.action." + (number == 7 ? "DENIED" : "VIEW")),
                        number == 7 ? words.say("oversight.outcome.NOT_YOURS") : null,
                        "H-0417",
                        words.say("purpose.household-work"),
                        number == 7
                                ? ""
                                : words.count("oversight.consents", 2) + ", " + words.say("oversight.version", "5"),
                        words.say("oversight.from.page")))
                .toList();
    }

    @GetMapping("/galleri/signaler")
    String signals(Model model, Locale locale) {
        Words words = frame(model, locale);
        SignalScreen screen = new SignalScreen(words, Map.of("jens", "Jens Test"), Map.of(HOUSEHOLD, "H-0417"));
        for (Signal signal : Signal.values()) {
            screen.add(
                    words.say("oversight.signal." + signal),
                    words.say("oversight.signal." + signal + ".what", "30", "kl. 06.00", "kl. 19.00"),
                    signal == Signal.PROTECTED
                            ? List.of()
                            : List.of(new Noticed(
                                    "jens", "TEAM", MORNING, MORNING.plusSeconds(900), 3, List.of(HOUSEHOLD))));
        }
        model.addAttribute("since", words.date(TODAY.minusDays(31)));
        model.addAttribute("groups", screen.groups());
        return "oversight/signals";
    }

    @GetMapping("/galleri/fejlregistreringer/{state}")
    String mistakes(@PathVariable String state, Model model, Locale locale) {
        Words words = frame(model, locale);
        List<MistakenConsent> mistakes = state.equals("tom") ? List.of() : mistakes();
        Map<UUID, Used> used = Map.of(new UUID(4, 1), new Used(9, 2));
        model.addAttribute(
                "screen",
                new MistakesScreen(words, mistakes, used, Map.of("maja", "Maja Test", "dagny", "Dagny Test"), MORNING));
        return "oversight/mistakes";
    }

    private static List<MistakenConsent> mistakes() {
        Found found = new Found(MistakenConsent.Assessment.NO_BREACH, "dagny", MORNING);
        return List.of(
                new MistakenConsent(mistake(1, 26, 250), null),
                new MistakenConsent(mistake(2, 90, 2), null),
                new MistakenConsent(mistake(3, 400, 30), found));
    }

    private static Mistake mistake(int number, int hoursAgo, int hours) {
        Instant marked = MORNING.minusSeconds(3_600L * hoursAgo);
        return new Mistake(
                HOUSEHOLD,
                "H-041" + number,
                new UUID(4, number),
                2,
                "maja",
                marked,
                marked.minusSeconds(3_600L * hours));
    }

    @GetMapping("/galleri/logudskrift/{state}")
    String extract(@PathVariable String state, Model model, Locale locale) {
        model.addAttribute("screen", extract(state, frame(model, locale)));
        return "oversight/extract";
    }

    /** {@code ny}: nothing is written; {@code igen}: written before a new sign-in; {@code fejl}: names without a reason; {@code navne}: with names; else without. */
    static ExtractScreen extract(String state, Words words) {
        boolean named = state.equals("navne");
        String reason = named ? "Borgeren vil klage over et opslag" : null;
        ExtractForm form = new ExtractForm("0202909999", null, null, "26-104", named ? "1" : null, reason, "1");
        return switch (state) {
            case "ny" -> new ExtractScreen(words, TODAY, ExtractForm.NOTHING, Map.of(), null);
            case "igen" -> new ExtractScreen(words, TODAY, form, Map.of(), null);
            case "fejl" -> new ExtractScreen(words, TODAY, form, Map.of("begrundelse", "oversight.error.reason"), null);
            default -> new ExtractScreen(words, TODAY, form, Map.of(), paper(named, words));
        };
    }

    private static ExtractScreen.Paper paper(boolean named, Words words) {
        return new ExtractScreen.Paper(
                "Amina Testesen",
                "120385-••••",
                new Days(LocalDate.of(2025, 2, 12), TODAY),
                MORNING.minusSeconds(5_000_000),
                0,
                List.of(
                        entry("12. mar. 2026 kl. 10.02.11", "FETCH", "COORDINATOR", named ? "Maja Test" : null, words),
                        entry("12. mar. 2026 (7 gange)", "LIST", "TEAM", named ? "Jens Test" : null, words),
                        entry("12. mar. 2026 kl. 03.00.41", "NIGHT", "HUB", null, words),
                        entry("9. mar. 2026 kl. 08.41.00", "VIEW", "COORDINATOR", named ? "Maja Test" : null, words)));
    }

    private static Extract.Entry entry(String when, String what, String role, @Nullable String name, Words words) {
        return new Extract.Entry(
                when,
                words.say("oversight.extract.what." + what),
                words.say("purpose.household-work"),
                words.say("oversight.role." + role) + (role.equals("HUB") ? "" : ", Fjordsted Kommune"),
                name);
    }

    private Words frame(Model model, Locale locale) {
        Words words = new Words(messages, locale, clock);
        model.addAttribute("words", words);
        model.addAttribute("frame", frame());
        return words;
    }

    /** What stands around the officer's pages. */
    static PageFrame frame() {
        return new PageFrame(
                new TeamSettings("Eksempel Kommune", "12 34 56 78"),
                new Viewer("dagny", "Dagny Test", Viewer.Role.DPO, "Fjordsted Kommune", Set.of()),
                true,
                "/opslagslog",
                List.of(new PageFrame.Item("layout.access-log", "/opslagslog", true)));
    }
}
