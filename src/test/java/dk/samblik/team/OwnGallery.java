package dk.samblik.team;

import dk.samblik.consent.FormMistakes;
import dk.samblik.consent.ThreeFields;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.meeting.Coordinators.Candidate;
import dk.samblik.meeting.Coordinators.Term;
import dk.samblik.meeting.LedTo;
import dk.samblik.meeting.Meetings.Setting;
import dk.samblik.meeting.OwnLine;
import dk.samblik.meeting.OwnLine.Kind;
import dk.samblik.team.OwnLinesScreen.Said;
import dk.samblik.view.Frame;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages on which a team writes what is its own, in every state. */
@TestComponent
@Controller
class OwnGallery {

    static final List<String> ADDRESSES = List.of(
            "/galleri/tovholder/vaelg",
            "/galleri/tovholder/gemt",
            "/galleri/tovholder/fejl",
            "/galleri/tovholder/imens",
            "/galleri/moededato/ny",
            "/galleri/moededato/gemt",
            "/galleri/moededato/fejl",
            "/galleri/moededato/imens",
            "/galleri/oensker/tom",
            "/galleri/oensker/hel",
            "/galleri/oensker/laes",
            "/galleri/oensker/imens",
            "/galleri/aftaler/hel",
            "/galleri/aftaler/ret",
            "/galleri/aftaler/fejl",
            "/galleri/aftaler/fuld",
            "/galleri/aftaler/foert");

    private static final Instant BEFORE = Instant.parse("2026-02-02T09:00:00Z");
    private static final Instant MADE = Instant.parse("2025-12-20T09:00:00Z");
    private static final List<Candidate> TEAM = List.of(
            new Candidate("dorte", "Dorte Test", "sundhedsplejerske", "Fjordsted Kommune"),
            new Candidate("henrik", "Henrik Test", null, "Fjordsted Boligforening"),
            new Candidate("maja", "Maja Test", "socialrådgiver", "Fjordsted Kommune"));

    private final MessageSource messages;
    private final CivilClock clock;

    OwnGallery(MessageSource messages, CivilClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/galleri/tovholder/{state}")
    String coordinator(@PathVariable String state, Model model, Locale locale) {
        Words words = frame(model, locale, "/galleri/tovholder/" + state);
        FormMistakes mistakes = new FormMistakes();
        if (state.equals("fejl")) {
            mistakes.add(
                    "valgt-0", words.say("coordinator.err.who", words.called().word()));
        }
        List<Term> terms = List.of(
                new Term(2, "maja", "Maja Test", "maja", "Maja Test", Families.NOW),
                new Term(1, "dorte", "Dorte Test", "", "", BEFORE));
        boolean some = state.equals("gemt") || state.equals("imens");
        model.addAttribute("mistakes", mistakes);
        model.addAttribute(
                "coordinator",
                CoordinatorScreen.of(
                        coordinated(Families.whole().frame(), some),
                        TEAM,
                        some ? terms : List.of(),
                        new CoordinatorScreen.Moment(state.equals("gemt"), state.equals("imens"), "maja"),
                        words));
        return "team/coordinator";
    }

    private static Frame coordinated(Frame frame, boolean some) {
        return new Frame(
                frame.household(),
                "H-0417",
                frame.area(),
                some ? "maja" : null,
                some ? "Maja Test" : null,
                frame.meeting(),
                frame.meetingTime(),
                frame.enrolled(),
                frame.exit(),
                frame.version(),
                frame.published(),
                frame.participants(),
                frame.adultsNotTakingPart(),
                frame.registers());
    }

    @GetMapping("/galleri/moededato/{state}")
    String meeting(@PathVariable String state, Model model, Locale locale) {
        Words words = frame(model, locale, "/galleri/moededato/" + state);
        FormMistakes mistakes = new FormMistakes();
        MeetingForm written = null;
        if (state.equals("fejl")) {
            written = new MeetingForm(new ThreeFields("dato", "1", "3", "2026"), "25");
            written.read(clock.local(), mistakes, words);
        }
        List<Setting> settings = List.of(
                new Setting(2, LocalDate.of(2026, 3, 19), LocalTime.of(14, 30), "maja", "Maja Test", Families.NOW),
                new Setting(1, LocalDate.of(2026, 3, 16), null, "dorte", "Dorte Test", BEFORE));
        model.addAttribute("mistakes", mistakes);
        model.addAttribute(
                "meeting",
                MeetingDateScreen.of(
                        Families.whole().frame().household(),
                        "H-0417",
                        null,
                        state.equals("ny") ? List.of() : settings,
                        written,
                        state.equals("ny") ? List.of() : List.of(LocalDate.of(2026, 2, 12), LocalDate.of(2026, 1, 15)),
                        new CoordinatorScreen.Moment(state.equals("gemt"), state.equals("imens"), "maja"),
                        words));
        return "team/meeting-date";
    }

    @GetMapping("/galleri/oensker/{state}")
    String wishes(@PathVariable String state, Model model, Locale locale) {
        Words words = frame(model, locale, "/galleri/oensker/" + state);
        List<OwnLine> wishes = state.equals("tom") ? List.of() : lines(Kind.WISH);
        Said said = state.equals("imens") ? new Said(null, "Dorte Test") : Said.NOTHING;
        return lines(
                Kind.WISH, wishes, OwnLineForm.empty(), !state.equals("laes"), said, new FormMistakes(), words, model);
    }

    @GetMapping("/galleri/aftaler/{state}")
    String agreements(@PathVariable String state, Model model, Locale locale) {
        Words words = frame(model, locale, "/galleri/aftaler/" + state);
        List<OwnLine> agreements = lines(Kind.AGREEMENT);
        FormMistakes mistakes = new FormMistakes();
        OwnLineForm form = OwnLineForm.empty();
        Said said = state.equals("hel") ? new Said("udfoert", null) : Said.NOTHING;
        switch (state) {
            case "ret" -> form = OwnLineForm.of(agreements.get(0));
            case "fejl" -> {
                form = new OwnLineForm("", 0, "", "", Set.of(), new ThreeFields("frist", "30", "2", "2026"));
                form.read(Kind.AGREEMENT, List.of(), mistakes, words);
            }
            case "foert" -> {
                Led led = Led.of(Families.whole(), Seeing.ALL, words);
                OwnLine agreement = agreements.get(1);
                model.addAttribute("led", LedForm.of(agreement, led.value(agreement), led, words));
            }
            case "fuld" ->
                agreements = IntStream.range(0, Kind.AGREEMENT.most())
                        .mapToObj(n -> line(n, Kind.AGREEMENT, "Aftale nr. " + (n + 1), "Maja", null, null))
                        .toList();
            default -> {}
        }
        return lines(Kind.AGREEMENT, agreements, form, true, said, mistakes, words, model);
    }

    private static String lines(
            Kind kind,
            List<OwnLine> lines,
            OwnLineForm form,
            boolean keeps,
            Said said,
            FormMistakes mistakes,
            Words words,
            Model model) {
        model.addAttribute("mistakes", mistakes);
        model.addAttribute(
                "own",
                OwnLinesScreen.of(Led.of(Families.whole(), Seeing.ALL, words), kind, lines, form, keeps, said, words));
        return "team/own-lines";
    }

    /** What stands on the household's own page. */
    static OwnScreen onPage(HouseholdView view, Seeing seeing, Words words) {
        return OwnScreen.onPage(some(), Led.of(view, seeing, words), true, words);
    }

    /** A few wishes and agreements of Karim and Amina. */
    static List<OwnLine> some() {
        return Stream.of(lines(Kind.WISH), lines(Kind.AGREEMENT))
                .flatMap(List::stream)
                .toList();
    }

    /** As many as there may be, each as long as it may be. */
    static List<OwnLine> all() {
        return Stream.of(Kind.values())
                .flatMap(kind -> IntStream.range(0, kind.most())
                        .mapToObj(n -> line(
                                10 + n,
                                kind,
                                (kind == Kind.WISH ? "Ønske " : "Aftale ") + (n + 1) + " "
                                        + "Vi ringer til hinanden, før der sker noget nyt. "
                                                .repeat(4)
                                                .substring(0, 185),
                                kind == Kind.WISH ? "" : "Sagsbehandleren i beskæftigelsesforvaltningen",
                                kind == Kind.WISH ? null : LocalDate.of(2026, 4, 1 + n),
                                null)))
                .toList();
    }

    private static List<OwnLine> lines(Kind kind) {
        if (kind == Kind.WISH) {
            return List.of(
                    line(1, kind, "Vi vil gerne have én, vi kan ringe til, når der kommer et brev.", "", null, null),
                    line(2, kind, "Jeg vil gerne tilbage på arbejde efter sommer.", "", null, null));
        }
        return List.of(
                line(3, kind, "ringer til skolen om skemaet", "Maja", LocalDate.of(2026, 3, 6), null),
                led(
                        line(4, kind, "tager papirerne fra jobcentret med", "Amina", LocalDate.of(2026, 3, 16), null),
                        "m1"),
                line(
                        5,
                        kind,
                        "finder ud af, hvem der betaler for fritidsklubben",
                        "Henrik fra boligforeningen",
                        null,
                        null),
                led(
                        line(
                                6,
                                kind,
                                "aftaler en tid hos sundhedsplejersken",
                                "Dorte",
                                LocalDate.of(2026, 3, 1),
                                BEFORE),
                        "gone"));
    }

    /** The same, that led to a measure of Amina's at the job centre. */
    static OwnLine led(OwnLine line, String key) {
        PersonId amina = new PersonId(new UUID(1, 1));
        return new OwnLine(
                line.id(),
                line.kind(),
                line.about(),
                line.text(),
                line.who(),
                line.due(),
                line.made(),
                line.done(),
                new LedTo(amina, Department.EMPLOYMENT, "jobcenter", key),
                line.revision(),
                line.changedBy(),
                line.changedAt());
    }

    private static OwnLine line(
            int number, Kind kind, String text, String who, @Nullable LocalDate due, @Nullable Instant done) {
        List<PersonId> about = Families.whole().members().stream()
                .limit(number % 2 == 0 ? 1 : 2)
                .map(Member::id)
                .toList();
        return new OwnLine(
                new UUID(0, number), kind, Set.copyOf(about), text, who, due, MADE, done, null, 1, "Maja Test", BEFORE);
    }

    private Words frame(Model model, Locale locale, String path) {
        Words words = new Words(messages, locale, clock);
        model.addAttribute("words", words);
        model.addAttribute("frame", PageFrame.of(Gallery.SETTINGS, Gallery.MAJA, true, path));
        return words;
    }
}
