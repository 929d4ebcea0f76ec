package dk.samblik.team;

import dk.samblik.access.MaySee;
import dk.samblik.access.PageFiles;
import dk.samblik.access.Reader;
import dk.samblik.access.SessionLeft;
import dk.samblik.access.Viewer;
import dk.samblik.consent.ConsentGallery;
import dk.samblik.consent.DeskGallery;
import dk.samblik.consent.ReceiptGallery;
import dk.samblik.draw.DrawGallery;
import dk.samblik.effect.EffectGallery;
import dk.samblik.enrolment.EnrolmentGallery;
import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.household.PersonId;
import dk.samblik.notice.NoticeGallery;
import dk.samblik.operations.OperationsGallery;
import dk.samblik.oversight.OversightGallery;
import dk.samblik.run.Run;
import dk.samblik.run.RunSummary;
import dk.samblik.team.RevealScreen.Asked;
import dk.samblik.team.Sought.Found;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.MyHouseholds.Followed;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;

/** Every page in every state, drawn by the real templates from invented households, without a database behind. */
@TestComponent
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityAutoConfiguration.class
})
@Import({
    Language.class,
    PageFiles.class,
    Gallery.Pages.class,
    OperationsGallery.class,
    OversightGallery.class,
    DrawGallery.class,
    ConsentGallery.class,
    DeskGallery.class,
    TabsGallery.class,
    ReceiptGallery.class,
    SheetGallery.class,
    NoticeGallery.class,
    OwnGallery.class,
    CitizenGallery.class,
    PrepareGallery.class,
    RefreshGallery.class,
    EffectGallery.class,
    EnrolmentGallery.class
})
class Gallery {

    static final Viewer MAJA =
            new Viewer("maja", "Maja Test", Viewer.Role.COORDINATOR, "Fjordsted Kommune", Set.of("Lærkevænget"));

    static final TeamSettings SETTINGS = new TeamSettings("Eksempel Kommune", "12 34 56 78");

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    CivilClock clock() {
        return new CivilClock(Clock.fixed(Families.NOW, ZoneOffset.UTC));
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY)))
                .build();
    }

    /** The pages. */
    @TestComponent
    @Controller
    static class Pages {

        private final MessageSource messages;
        private final CivilClock clock;

        Pages(MessageSource messages, CivilClock clock) {
            this.messages = messages;
            this.clock = clock;
        }

        @GetMapping("/galleri/husstand/{state}")
        String household(@PathVariable String state, Model model, Locale locale) {
            HouseholdView view = switch (state) {
                case "hel" -> Families.whole();
                case "tynd" -> Families.sparse();
                case "beskyttet" -> Families.hidden();
                case "boligforening", "boligforening-navngivet" -> Families.whole();
                case "boligforening-beskyttet" -> Families.hidden();
                case "unge" -> Families.withYouth();
                case "hentes" -> Families.sparse();
                case "svarer-ikke" -> MoreFamilies.neverAnswered();
                case "karantaene" -> MoreFamilies.quarantined();
                case "pension" -> MoreFamilies.pensioner();
                case "boern" -> MoreFamilies.children();
                case "afsluttet" -> Families.left();
                case "trukket" -> MoreFamilies.partlyWithdrawn();
                default -> throw new IllegalArgumentException("no such state");
            };
            Words words = frame(model, locale, MAJA, "/galleri/husstand/" + state);
            Seeing seeing = state.startsWith("boligforening") ? housing(view, state.endsWith("navngivet")) : Seeing.ALL;
            HouseholdScreen screen = state.equals("hentes")
                    ? HouseholdScreen.whileFetching(view, seeing, words)
                    : new HouseholdScreen(view, seeing, words);
            model.addAttribute("fetching", state.equals("hentes") ? view.frame().household() : null);
            LocalDate exit = view.frame().exit();
            model.addAttribute("gone", exit == null ? null : exit.plusDays(31));
            model.addAttribute("view", screen.view());
            model.addAttribute("screen", screen);
            model.addAttribute("own", OwnGallery.onPage(view, seeing, words));
            return "team/household";
        }

        /** A member of the housing association, whom the first member's consent names for a meeting, or nobody's. */
        static Seeing housing(HouseholdView view, boolean named) {
            Set<Category> shown = Set.of(Category.CASE_OVERVIEW, Category.CASEWORKERS, Category.APPOINTMENTS);
            return Seeing.of(
                    new MaySee(
                            Reader.HOUSING, named ? Map.of(view.members().get(1).id(), shown) : Map.of()),
                    "Fjordsted Boligforening");
        }

        @GetMapping("/galleri/del/{state}/{part}")
        String part(@PathVariable String state, @PathVariable String part, Model model, Locale locale) {
            Words words = frame(model, locale, MAJA, "/galleri/del/" + state + "/" + part);
            HouseholdView view = state.equals("beskyttet") ? Families.hidden() : Families.whole();
            HouseholdScreen screen = new HouseholdScreen(view, Seeing.ALL, words, HouseholdScreen.Place.ALONE);
            model.addAttribute("part", Part.named(part).orElseThrow());
            model.addAttribute("view", screen.view());
            model.addAttribute("screen", screen);
            return "team/household-part";
        }

        @GetMapping("/galleri/start/{state}")
        String start(@PathVariable String state, Model model, Locale locale) {
            Words words = frame(model, locale, MAJA, "/galleri/start/" + state);
            StartFilters filters = switch (state) {
                case "filter" -> new StartFilters(null, "1", null, null, null, null, null, null);
                case "intet" -> new StartFilters("1", "1", "1", "1", "1", "moede", null, null);
                case "afsluttede" -> new StartFilters(null, null, null, null, "1", null, null, null);
                case "uge" -> new StartFilters(null, null, null, null, null, "uge", null, null);
                default -> new StartFilters(null, null, null, null, null, null, null, null);
            };
            model.addAttribute("tasks", state.equals("hel") ? Rows.tasks(words) : null);
            model.addAttribute(
                    "start",
                    StartScreen.of(
                            state.equals("tom") ? List.of() : Rows.households(),
                            state.equals("mange") ? StartScreen.leftOut(Rows.tooMany(), words) : null,
                            filters,
                            MAJA,
                            night(state, words),
                            words));
            return "team/start";
        }

        private static String night(String state, Words words) {
            RunSummary running = Rows.run(
                    Run.Kind.NIGHTLY, RunSummary.State.RUNNING, Map.of("UPDATED", 20, "UNCHANGED", 14, "PENDING", 26));
            RunSummary failed = Rows.run(Run.Kind.NIGHTLY, RunSummary.State.FAILED, Map.of("FAILED", 60));
            return switch (state) {
                case "foerste-nat" -> StartScreen.night(Optional.empty(), Optional.empty(), List.of(), words);
                case "nat-i-gang" -> StartScreen.night(Optional.of(running), Optional.empty(), List.of(), words);
                case "nat-stoppet" -> StartScreen.night(Optional.empty(), Optional.of(failed), List.of(), words);
                case "uge" -> StartScreen.night(Optional.empty(), Optional.of(Rows.night()), List.of(), words);
                default -> StartScreen.night(Optional.empty(), Optional.of(Rows.night()), List.of("Social"), words);
            };
        }

        @GetMapping("/galleri/soeg/{state}")
        String search(@PathVariable String state, Model model, Locale locale) {
            Words words = frame(model, locale, MAJA, "/");
            List<Found> found = Stream.of(Families.whole(), Families.hidden())
                    .map(Sought.read("test").orElseThrow()::in)
                    .flatMap(Optional::stream)
                    .toList();
            model.addAttribute(
                    "search",
                    switch (state) {
                        case "fundet" -> SearchScreen.of("test", found, Rows.tooMany(), words);
                        case "intet" -> SearchScreen.of("Bente", List.of(), new Followed(List.of(), 0), words);
                        default -> SearchScreen.tooShort("b");
                    });
            return "team/search";
        }

        @GetMapping("/galleri/session/{state}")
        String session(@PathVariable String state, Model model, Locale locale) {
            frame(model, locale, MAJA, "/galleri/session/" + state);
            Duration soon = Duration.ofSeconds(278);
            Duration late = Duration.ofHours(2);
            model.addAttribute(
                    "lasts", state.equals("alene") ? new SessionLeft(soon, late) : new SessionLeft(late, soon));
            model.addAttribute("search", SearchScreen.tooShort("b"));
            return "team/search";
        }

        /** What the page asks before it says anything. */
        @GetMapping("/session")
        @ResponseBody
        Map<String, Object> left(@RequestHeader(name = "Referer", defaultValue = "") String page) {
            return Map.of("seconds", 278, "extensible", !page.endsWith("ti-timer"));
        }

        @GetMapping("/galleri/vis/{state}")
        String reveal(@PathVariable String state, Model model, Locale locale) {
            Words words = frame(model, locale, MAJA, "/galleri/vis/" + state);
            boolean number = state.startsWith("cpr");
            HouseholdView view = number ? Families.whole() : Families.hiddenAndRegistered();
            String somebody = view.members().get(0).id().toString();
            Map<PersonId, Cpr> numbers = new HashMap<>();
            view.members()
                    .forEach(member ->
                            numbers.put(member.id(), Cpr.read("0205849901").orElseThrow()));
            Reveal what = number ? Reveal.CPR : Reveal.ADDRESS;
            model.addAttribute(
                    "reveal",
                    switch (state) {
                        case "cpr-vist" ->
                            RevealScreen.of(
                                    what, view, numbers, true, new Asked(somebody, "cpr-post"), "020584-9901", words);
                        case "cpr-maskeret" -> RevealScreen.of(what, view, numbers, false, null, null, words);
                        case "adresse-vist" ->
                            RevealScreen.of(
                                    what,
                                    view,
                                    Map.of(),
                                    true,
                                    new Asked(somebody, "address-visit"),
                                    "Prøvevej 9, 8800 Viborg",
                                    words);
                        case "adresse-fejl" ->
                            RevealScreen.of(what, view, Map.of(), true, new Asked(somebody, null), null, words);
                        case "adresse-ingen" ->
                            RevealScreen.of(what, Families.whole(), Map.of(), true, null, null, words);
                        default -> RevealScreen.of(what, view, numbers, true, null, null, words);
                    });
            return "team/reveal";
        }

        @GetMapping("/galleri/tom/{state}")
        String empty(@PathVariable String state, Model model, Locale locale) {
            frame(model, locale, MAJA, "/galleri/tom/" + state);
            model.addAttribute("number", "H-0417");
            model.addAttribute("id", Families.whole().frame().household());
            boolean left = state.equals("left");
            model.addAttribute("of", (left ? Families.left() : Families.whole()).frame());
            model.addAttribute("state", left ? "waiting" : state);
            return "team/household-empty";
        }

        @GetMapping("/galleri/log-paa/{state}")
        String signIn(@PathVariable String state, Model model, Locale locale) {
            Words words = new Words(messages, locale, clock);
            boolean demo = state.equals("demo");
            model.addAttribute("words", words);
            model.addAttribute("frame", PageFrame.of(SETTINGS, null, demo, "/galleri/log-paa/" + state));
            model.addAttribute("failure", state.equals("fejl") ? "sign-in.failed.niveau" : null);
            model.addAttribute("again", state.equals("igen"));
            model.addAttribute("provider", demo ? null : "/log-paa/kommune");
            model.addAttribute("people", SignInPage.groups(Rows.staff(), words));
            model.addAttribute("demoPassword", "demo");
            return "access/sign-in";
        }

        @GetMapping("/galleri/fejl/{kind}")
        String fault(@PathVariable String kind, Model model, Locale locale) {
            Words words = frame(model, locale, MAJA, "/galleri/fejl/" + kind);
            model.addAttribute(
                    "fault",
                    Map.of(
                            "title", words.say("error." + kind + ".title"),
                            "text", words.say("error." + kind + ".text"),
                            "incident", "7F3A-22"));
            model.addAttribute("signOut", false);
            return "team/error";
        }

        @GetMapping("/galleri/lukket")
        String closed(Model model, Locale locale) {
            Words words = frame(model, locale, MAJA, "/galleri/lukket");
            model.addAttribute("fault", ErrorPages.closed(clock.now().plusSeconds(7_200), SETTINGS, words));
            model.addAttribute("signOut", false);
            return "team/error";
        }

        @GetMapping("/galleri/uden-rolle")
        String nobody(Model model, Locale locale) {
            Words words = new Words(messages, locale, clock);
            PageFrame frame = PageFrame.of(SETTINGS, null, false, "/galleri/uden-rolle");
            model.addAttribute("words", words);
            model.addAttribute("frame", frame);
            model.addAttribute("fault", ErrorPages.noRole("Maja Test", frame, words));
            model.addAttribute("signOut", true);
            return "team/error";
        }

        private Words frame(Model model, Locale locale, Viewer viewer, String path) {
            Words words = new Words(messages, locale, clock);
            model.addAttribute("words", words);
            model.addAttribute("frame", PageFrame.of(SETTINGS, viewer, true, path));
            return words;
        }
    }

    /** All addresses, for whoever walks through them. */
    static final List<String> ADDRESSES = Stream.concat(
                    Stream.of(
                                    NoticeGallery.ADDRESSES,
                                    DrawGallery.ADDRESSES,
                                    OwnGallery.ADDRESSES,
                                    CitizenGallery.ADDRESSES,
                                    PrepareGallery.ADDRESSES,
                                    RefreshGallery.ADDRESSES,
                                    EffectGallery.ADDRESSES,
                                    EnrolmentGallery.ADDRESSES)
                            .flatMap(List::stream),
                    Stream.of(
                            "/galleri/husstand/hel",
                            "/galleri/husstand/tynd",
                            "/galleri/husstand/beskyttet",
                            "/galleri/husstand/boligforening",
                            "/galleri/husstand/boligforening-navngivet",
                            "/galleri/husstand/boligforening-beskyttet",
                            "/galleri/husstand/unge",
                            "/galleri/husstand/hentes",
                            "/galleri/husstand/svarer-ikke",
                            "/galleri/husstand/karantaene",
                            "/galleri/husstand/pension",
                            "/galleri/husstand/boern",
                            "/galleri/husstand/trukket",
                            "/galleri/husstand/afsluttet",
                            "/galleri/husstand-faner/visninger",
                            "/galleri/husstand-faner/forskel",
                            "/galleri/husstand-faner/uforandret",
                            "/galleri/husstand-faner/tidligere",
                            "/galleri/husstand-faner/tidligere-trukket",
                            "/galleri/husstand-faner/tidslinje",
                            "/galleri/husstand-faner/tidslinje-valgt",
                            "/galleri/husstand-faner/tidslinje-intet",
                            "/galleri/husstand-faner/tidslinje-tom",
                            "/galleri/husstand-faner/uenigheder",
                            "/galleri/husstand-faner/uenigheder-beskyttet",
                            "/galleri/husstand-faner/uenigheder-ingen",
                            "/galleri/husstand-faner/uenigheder-boligforening",
                            "/galleri/husstand-faner/samtykke",
                            "/galleri/husstand-faner/samtykke-boligforening",
                            "/galleri/husstand-faner/opslag",
                            "/galleri/del/hel/indsatser",
                            "/galleri/del/beskyttet/medlemmer",
                            "/galleri/udskrift/faelles",
                            "/galleri/udskrift/alle",
                            "/galleri/udskrift/otte",
                            "/galleri/moede/faelles",
                            "/galleri/moede/alle",
                            "/galleri/moede/eget",
                            "/galleri/moede/beskyttet",
                            "/galleri/udskrift/eget",
                            "/galleri/udskrift/beskyttet",
                            "/galleri/tom/none",
                            "/galleri/tom/withdrawn",
                            "/galleri/tom/waiting",
                            "/galleri/tom/left",
                            "/galleri/start/hel",
                            "/galleri/start/filter",
                            "/galleri/start/intet",
                            "/galleri/start/afsluttede",
                            "/galleri/start/foerste-nat",
                            "/galleri/start/nat-i-gang",
                            "/galleri/start/nat-stoppet",
                            "/galleri/start/uge",
                            "/galleri/start/mange",
                            "/galleri/start/tom",
                            "/galleri/session/alene",
                            "/galleri/session/ti-timer",
                            "/galleri/vis/cpr",
                            "/galleri/vis/cpr-vist",
                            "/galleri/vis/cpr-maskeret",
                            "/galleri/vis/adresse-vist",
                            "/galleri/vis/adresse-fejl",
                            "/galleri/vis/adresse-ingen",
                            "/galleri/soeg/fundet",
                            "/galleri/soeg/intet",
                            "/galleri/soeg/fejl",
                            "/galleri/drift",
                            "/galleri/drift/log",
                            "/galleri/drift/koersel",
                            "/galleri/drift/ny",
                            "/galleri/drift/rute",
                            "/galleri/drift/rute-stoppet",
                            "/galleri/drift/rute-skift",
                            "/galleri/drift/kilde",
                            "/galleri/drift/kilde-fejl",
                            "/galleri/drift/kilde-koer",
                            "/galleri/drift/lukning",
                            "/galleri/drift/lukket",
                            "/galleri/drift/lukning-fejl",
                            "/galleri/drift/levering",
                            "/galleri/drift/tom",
                            "/galleri/drift/igen",
                            "/galleri/drift/karantaene",
                            "/galleri/drift/karantaene-fejl",
                            "/galleri/drift/koer-igen",
                            "/galleri/drift/afvis",
                            "/galleri/drift/poster-fejl",
                            "/galleri/drift/poster-igen",
                            "/galleri/drift/poster-afvis",
                            "/galleri/datakvalitet",
                            "/galleri/datakvalitet/vist",
                            "/galleri/datakvalitet/fejl",
                            "/galleri/opslagslog/foerste",
                            "/galleri/opslagslog/brudt",
                            "/galleri/opslagslog/fundet",
                            "/galleri/opslagslog/intet",
                            "/galleri/opslagslog/fejl",
                            "/galleri/stikproeve/i-gang",
                            "/galleri/stikproeve/overskredet",
                            "/galleri/stikproeve/rapport",
                            "/galleri/signaler",
                            "/galleri/fejlregistreringer/hel",
                            "/galleri/fejlregistreringer/tom",
                            "/galleri/logudskrift/ny",
                            "/galleri/logudskrift/fejl",
                            "/galleri/logudskrift/igen",
                            "/galleri/logudskrift/hel",
                            "/galleri/logudskrift/navne",
                            "/galleri/samtykker/hel",
                            "/galleri/samtykker/tom",
                            "/galleri/samtykker/filter",
                            "/galleri/samtykkehistorik",
                            "/galleri/samtykke-medlemmer/vaelg",
                            "/galleri/samtykke-medlemmer/tjek",
                            "/galleri/samtykke-ophoerer/traek-tilbage",
                            "/galleri/samtykke-ophoerer/mangler",
                            "/galleri/samtykke-ophoerer/fejl",
                            "/galleri/samtykke-foelger/person",
                            "/galleri/samtykke-foelger/alle",
                            "/galleri/samtykke-foelger/oplysning",
                            "/galleri/samtykke-foelger/mangler",
                            "/galleri/samtykke-foelger/fejl",
                            "/galleri/samtykke-ophoert/person",
                            "/galleri/samtykke-ophoert/del",
                            "/galleri/samtykke-ophoert/fejl",
                            "/galleri/samtykke-fornyes/hel",
                            "/galleri/samtykke-fornyes/mangler",
                            "/galleri/samtykke-fornyes/ikke-her",
                            "/galleri/samtykke-imens/aendret",
                            "/galleri/samtykke-imens/ulogget",
                            "/galleri/samtykke-usynligt/tom",
                            "/galleri/samtykke-usynligt/mangler",
                            "/galleri/samtykke-usynligt/trukket",
                            "/galleri/log-paa/demo",
                            "/galleri/log-paa/fejl",
                            "/galleri/log-paa/kommune",
                            "/galleri/log-paa/igen",
                            "/galleri/kvittering/givet/da",
                            "/galleri/kvittering/givet/en",
                            "/galleri/kvittering/trukket/da",
                            "/galleri/kvittering/venter/da",
                            "/galleri/kvittering/mangler/da",
                            "/galleri/uden-rolle",
                            "/galleri/fejl/household",
                            "/galleri/lukket",
                            "/galleri/fejl/400",
                            "/galleri/fejl/403",
                            "/galleri/fejl/404",
                            "/galleri/fejl/405",
                            "/galleri/fejl/409",
                            "/galleri/fejl/left",
                            "/galleri/fejl/500",
                            "/galleri/fejl/503",
                            "/galleri/fejl/unproven",
                            "/galleri/fejl/part",
                            "/galleri/fejl/log",
                            "/galleri/fejl/population",
                            "/galleri/samtykke/ny",
                            "/galleri/samtykke/ny-fejl",
                            "/galleri/samtykke/opret",
                            "/galleri/samtykke/hvem",
                            "/galleri/samtykke/foraeldremyndighed",
                            "/galleri/samtykke/hvad",
                            "/galleri/samtykke/hvordan",
                            "/galleri/samtykke/tjek"))
            .toList();
}
