package dk.samblik.draw;

import dk.samblik.access.Staff;
import dk.samblik.access.Viewer;
import dk.samblik.consent.FormMistakes;
import dk.samblik.draw.Draw.Count;
import dk.samblik.draw.Draw.Criteria;
import dk.samblik.draw.Draw.Lock;
import dk.samblik.draw.Draw.Prepared;
import dk.samblik.draw.Draw.Source;
import dk.samblik.draw.Draw.State;
import dk.samblik.draw.Draw.Step;
import dk.samblik.draw.DrawScreen.Said;
import dk.samblik.draw.DrawScreen.Self;
import dk.samblik.draw.DrawnPage.Letters;
import dk.samblik.draw.DrawnPage.Named;
import dk.samblik.draw.Tally.Cell;
import dk.samblik.draw.Tally.What;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.programme.Programme;
import dk.samblik.programme.Programme.Protected;
import dk.samblik.programme.Programmes;
import dk.samblik.team.PageFrame;
import dk.samblik.team.TeamSettings;
import dk.samblik.team.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages of a draw in every state, from invented counts and keys. */
@TestComponent
@Controller
public class DrawGallery {

    /** Where they are. */
    public static final List<String> ADDRESSES = List.of(
            "/galleri/udtraek-liste/tom",
            "/galleri/udtraek-liste/flere",
            "/galleri/udtraek-liste/fejl",
            "/galleri/udtraek/kladde",
            "/galleri/udtraek/talt",
            "/galleri/udtraek/foraeldet",
            "/galleri/udtraek/for-faa",
            "/galleri/udtraek/alene",
            "/galleri/udtraek/nede",
            "/galleri/udtraek/taeller",
            "/galleri/udtraek/afbrudt",
            "/galleri/udtraek/klar",
            "/galleri/udtraek/venter",
            "/galleri/udtraek/godkend",
            "/galleri/udtraek/aendret",
            "/galleri/udtraek/laast",
            "/galleri/udtraek/lukket",
            "/galleri/udtraek-protokol/laast",
            "/galleri/udtraek-protokol/lukket",
            "/galleri/udtraek-husstande/fulde",
            "/galleri/udtraek-husstande/tom");

    private static final Instant MORNING = Instant.parse("2026-03-12T05:30:00Z");
    private static final Programme PROGRAMME = Programmes.in(Path.of("programmes")).all().stream()
            .filter(one -> one.draw() != null)
            .findFirst()
            .orElseThrow();
    private static final List<String> AREAS =
            PROGRAMME.areas().stream().map(area -> area.name()).toList();

    private final MessageSource messages;
    private final CivilClock clock;

    DrawGallery(MessageSource messages, CivilClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/galleri/udtraek-liste/{state}")
    String list(@PathVariable String state, Model model, Locale locale) {
        Words words = frame(model, locale, true);
        FormMistakes mistakes = new FormMistakes();
        if (state.equals("fejl")) {
            mistakes.add("omraade-0", words.say("draw.error.areas"));
            mistakes.add("beskyttede-0", words.say("draw.error.protection"));
        }
        List<DrawScreen> draws = state.equals("tom")
                ? List.of()
                : List.of(screen("venter", words), screen("laast", words), screen("lukket", words));
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("list", new DrawList(draws, List.of(PROGRAMME), true, DrawListPage.NewForm.NOTHING));
        return "draw/list";
    }

    @GetMapping("/galleri/udtraek/{state}")
    String draw(@PathVariable String state, Model model, Locale locale) {
        Words words = frame(model, locale, !state.equals("godkend"));
        FormMistakes mistakes = new FormMistakes();
        if (state.equals("alene")) {
            mistakes.add("godkender", words.say("draw.error.second"));
        }
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("screen", screen(state, words));
        return "draw/draw";
    }

    @GetMapping("/galleri/udtraek-protokol/{state}")
    String protocol(@PathVariable String state, Model model, Locale locale) {
        Words words = frame(model, locale, true);
        model.addAttribute("screen", protocol(state, 10, words));
        return "draw/protocol";
    }

    /** A protocol with so many drawn out of four times as many. */
    static ProtocolScreen protocol(String state, int drawn, Words words) {
        List<LotKeys.Line> lines = IntStream.range(0, 4 * drawn)
                .filter(n -> !state.equals("lukket") || n % 4 == 0)
                .mapToObj(n -> new LotKeys.Line(
                        key(n),
                        AREAS.get(n % 2),
                        n % 4 == 0 ? "DRAWN" : "REST",
                        n % 4 == 0 ? Integer.valueOf(n / 4 + 1) : null))
                .toList();
        return new ProtocolScreen(screen(state, words), lines);
    }

    private static String key(int n) {
        return "%04x".formatted(n).repeat(16);
    }

    /** The keys of those drawn in it. */
    static List<String> keys(int drawn) {
        return IntStream.range(0, drawn).mapToObj(n -> key(4 * n)).toList();
    }

    @GetMapping("/galleri/udtraek-husstande/{state}")
    String drawn(@PathVariable String state, Model model, Locale locale) {
        Words words = frame(model, locale, true);
        DrawScreen screen = screen("laast", words);
        model.addAttribute("screen", screen);
        model.addAttribute("channels", Letters.of(screen.draw()));
        model.addAttribute(
                "drawn",
                state.equals("tom")
                        ? List.of()
                        : List.of(
                                new Named(
                                        "2026-1-001",
                                        AREAS.get(0),
                                        false,
                                        "Bente Testesen, Bo Testesen",
                                        "Vibestræde 4, 2. tv, 9988 Fjordsted"),
                                new Named("2026-1-002", AREAS.get(1), true, "", ""),
                                new Named(
                                        "2026-1-003",
                                        AREAS.get(1),
                                        false,
                                        "Birgit Testesen",
                                        "Porsedalen 7, 0988 Fjordsted Ø")));
        return "draw/drawn";
    }

    private static DrawScreen screen(String state, Words words) {
        boolean approver = state.equals("godkend");
        Said said = switch (state) {
            case "nede" -> new Said("error", words.say("draw.not.COUNT"), words.say("draw.down", "Jobcenter"));
            case "afbrudt" -> new Said("error", words.say("draw.not.LOCK"), words.say("draw.interrupted"));
            case "aendret" -> new Said("warning", words.say("draw.changed.heading"), words.say("draw.changed"));
            default -> null;
        };
        Draw draw = draw(state);
        return new DrawScreen(
                words,
                draw,
                PROGRAMME,
                tally(),
                Map.of("ulla", "Ulla Test", "gorm", "Gorm Test"),
                state.equals("alene") ? List.of() : List.of(place("gorm", "Gorm Test")),
                new Self(approver ? "gorm" : "ulla", !approver, approver),
                draw.count() == null ? LotForm.NOTHING : LotForm.of(draw),
                said,
                draw.underway(MORNING.plusSeconds(100)),
                draw.state() == State.LOCKED ? LocalDate.of(2026, 6, 10) : null);
    }

    private static Staff.Place place(String subject, String name) {
        return new Staff.Place(subject, name, Viewer.Role.DRAW_APPROVER, null, "Fjordsted Kommune", "Godkendelse", "");
    }

    private static Draw draw(String state) {
        State now = switch (state) {
            case "venter", "godkend", "afbrudt" -> State.AWAITING_APPROVAL;
            case "laast" -> State.LOCKED;
            case "lukket" -> State.CLOSED;
            default -> State.DRAFT;
        };
        boolean locked = now == State.LOCKED || now == State.CLOSED;
        boolean uncounted = Set.of("kladde", "nede", "taeller").contains(state);
        boolean open = Set.of("talt", "alene", "foraeldet").contains(state);
        return new Draw(
                new UUID(3, 1),
                "2026-1",
                PROGRAMME.code(),
                now,
                AREAS,
                Protected.OTHER_CHANNEL,
                new Criteria("1", 2, List.of(Department.EMPLOYMENT), 12),
                new Step("ulla", MORNING.minusSeconds(90_000)),
                uncounted ? null : count(state.equals("foraeldet"), state.equals("for-faa") ? 22 : 214),
                uncounted || open ? null : new Prepared(30, 15, "48213", "gorm"),
                now == State.DRAFT ? null : new Step("ulla", MORNING),
                locked ? new Lock("gorm", MORNING.plusSeconds(600), Lot.ALGORITHM, null, null) : null,
                now == State.CLOSED ? new Step("ulla", MORNING.plusSeconds(9_000)) : null,
                state.equals("taeller") ? attempt() : null);
    }

    private static Attempt attempt() {
        return new Attempt(
                new UUID(3, 2),
                Attempt.What.COUNT,
                "ulla",
                MORNING,
                MORNING.plusSeconds(99),
                Attempt.Stage.OTHERS,
                40,
                null,
                null,
                null);
    }

    private static Count count(boolean stale, int population) {
        return new Count(
                MORNING,
                population,
                "3f9a".repeat(16),
                false,
                List.of(
                        new Source("boern-og-unge", "Børn og Unge", MORNING, false, 0),
                        new Source("jobcenter", "Jobcenter", MORNING.minusSeconds(stale ? 400_000 : 12_000), stale, 0),
                        new Source("social", "Social, sundhed og omsorg", MORNING, false, 2)));
    }

    private static Map<String, Map<What, Cell>> tally() {
        Tally tally = new Tally(AREAS);
        IntStream.range(0, 121).forEach(n -> tally.add(AREAS.get(0), What.ELIGIBLE));
        IntStream.range(0, 93).forEach(n -> tally.add(AREAS.get(1), What.ELIGIBLE));
        IntStream.range(0, 7).forEach(n -> tally.add(AREAS.get(0), What.PROTECTED));
        IntStream.range(0, 3).forEach(n -> tally.add(AREAS.get(1), What.PROTECTED));
        IntStream.range(0, 31).forEach(n -> tally.add(AREAS.get(0), What.ENROLLED));
        IntStream.range(0, 29).forEach(n -> tally.add(AREAS.get(1), What.ENROLLED));
        return tally.told(5);
    }

    private Words frame(Model model, Locale locale, boolean officer) {
        Words words = new Words(messages, locale, clock);
        model.addAttribute("words", words);
        model.addAttribute("frame", frame(officer));
        return words;
    }

    static PageFrame frame(boolean officer) {
        return new PageFrame(
                new TeamSettings("Eksempel Kommune", "12 34 56 78"),
                viewer(officer),
                true,
                "/udtraek",
                List.of(new PageFrame.Item("layout.draws", "/udtraek", true)));
    }

    private static @Nullable Viewer viewer(boolean officer) {
        return officer
                ? new Viewer("ulla", "Ulla Test", Viewer.Role.DRAW_OFFICER, "Fjordsted Kommune", Set.of())
                : new Viewer("gorm", "Gorm Test", Viewer.Role.DRAW_APPROVER, "Fjordsted Kommune", Set.of());
    }
}
