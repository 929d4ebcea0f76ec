package dk.samblik.consent;

import dk.samblik.access.Staff;
import dk.samblik.access.Viewer;
import dk.samblik.consent.DeskTask.Kind;
import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.team.PageFrame;
import dk.samblik.team.TeamSettings;
import dk.samblik.team.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of consents and the pages that end them, in every state, from an invented household. */
@TestComponent
@Controller
public class ConsentGallery {

    private static final LocalDate GIVEN = LocalDate.of(2025, 4, 1);
    private static final LocalDate ENDS = LocalDate.of(2026, 3, 31);
    private static final Instant RECORDED = Instant.parse("2025-04-01T09:05:12Z");
    private static final Instant ENDED = Instant.parse("2026-03-12T09:05:12Z");
    private static final HouseholdId HOME = new HouseholdId(new UUID(4, 17));
    private static final Set<Category> ALL = Set.of(Category.values());

    private final MessageSource messages;
    private final CivilClock clock;

    ConsentGallery(MessageSource messages, CivilClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/galleri/samtykker/{state}")
    String list(@PathVariable String state, Model model, Locale locale) {
        frame(model, locale);
        ListChoice choice = new ListChoice(state.equals("filter") ? "DECLINED" : null, null, null);
        List<DeskHousehold> households = switch (state) {
            case "tom" -> List.of();
            case "filter" -> List.of(home(List.of(amina()), List.of()));
            default -> List.of(home(everybody(), tasks()), other());
        };
        model.addAttribute("list", ListScreen.of(households, choice, recorders()));
        return "consent/list";
    }

    @GetMapping("/galleri/samtykkehistorik")
    String history(Model model, Locale locale) {
        frame(model, locale);
        DeskHousehold home = home(everybody(), List.of());
        model.addAttribute("household", home);
        model.addAttribute("recorders", recorders());
        model.addAttribute("history", HistoryLine.of(home, versions()));
        model.addAttribute("papers", List.of(new Evidence.Paper(new UUID(8, 8), HOME, "maja", RECORDED)));
        model.addAttribute(
                "members",
                List.of(
                        new MemberChanges.Changed(
                                new PersonId(new UUID(1, 3)),
                                Participation.NOT_ASKED,
                                MemberChange.To.DECLINED,
                                null,
                                "maja",
                                ENDED),
                        new MemberChanges.Changed(
                                new PersonId(new UUID(9, 9)),
                                null,
                                MemberChange.To.OUTSIDE,
                                "LODGER",
                                "maja",
                                RECORDED)));
        return "consent/history";
    }

    @GetMapping("/galleri/samtykke-ophoerer/{state}")
    String end(@PathVariable String state, Model model, Locale locale) {
        frame(model, locale);
        DeskHousehold home = home(everybody(), List.of());
        model.addAttribute("household", home);
        model.addAttribute("way", EndingWay.of(state));
        model.addAttribute("form", EndingForm.EMPTY);
        model.addAttribute("problems", state.equals("mangler") ? List.of("hvem", "hvad") : List.of());
        model.addAttribute(
                "options",
                EndingOptions.of(home, Map.of(amina().id(), Set.of("HOUSEHOLD_ADULTS", "HOUSING_ORG:Fjord"))));
        return "consent/end";
    }

    @GetMapping("/galleri/samtykke-foelger/{state}")
    String check(@PathVariable String state, Model model, Locale locale) {
        frame(model, locale);
        boolean all = state.equals("alle");
        Withdrawn what = switch (state) {
            case "oplysning" -> new Withdrawn.Kind(Category.BENEFITS);
            case "fejl" -> new Withdrawn.Mistake();
            default -> new Withdrawn.Everything();
        };
        model.addAttribute("household", home(everybody(), List.of()));
        model.addAttribute("way", EndingWay.of(state));
        model.addAttribute("form", new EndingForm(amina().id().toString(), "alt", null, null));
        model.addAttribute("problems", state.equals("mangler") ? List.of("laest") : List.of());
        model.addAttribute(
                "consequence",
                new Consequence(
                        all ? home(everybody(), List.of()).active() : List.of(amina()),
                        what,
                        state.equals("oplysning") ? List.of() : List.of(Department.EMPLOYMENT, Department.SOCIAL),
                        state.equals("oplysning") ? 1 : 27,
                        state.equals("oplysning") ? 26 : 0,
                        List.of(
                                new Consequence.Copy("Maja Test", RECORDED),
                                new Consequence.Copy(null, RECORDED.plusSeconds(864_000))),
                        all ? List.of() : List.of(karim()),
                        all,
                        !all,
                        all ? LocalDate.of(2031, 3, 12) : null,
                        "2-1"));
        return "consent/end-check";
    }

    @GetMapping("/galleri/samtykke-medlemmer/{state}")
    String members(@PathVariable String state, Model model, Locale locale) {
        frame(model, locale);
        FormMistakes mistakes = new FormMistakes();
        DeskWords words = new DeskWords(messages, locale, clock.today());
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("household", home(everybody(), List.of()));
        if (state.equals("tjek")) {
            mistakes.add("laest", words.say("end.err.laest"));
            model.addAttribute(
                    "said", List.of(words.say("members.change", "Amina Testesen, 41 år", "Deltager", "Har sagt nej")));
            model.addAttribute("carried", Map.of("valg-a", "DECLINED"));
            model.addAttribute("stand", "2-1.a");
            model.addAttribute(
                    "consequence",
                    new Consequence(
                            List.of(amina()),
                            new Withdrawn.Everything(),
                            List.of(Department.SOCIAL),
                            27,
                            0,
                            List.of(new Consequence.Copy("Maja Test", RECORDED)),
                            List.of(karim()),
                            false,
                            true,
                            null,
                            "2-1"));
            model.addAttribute("outcome", new MembersOutcome(1, 2, false, 1, 1, false));
            return "consent/medlemmer-tjek";
        }
        mistakes.add("grund-b", words.say("consent.err.reason", "Bo Testesen, 52 år"));
        List<MemberChange.To> choices = List.of(MemberChange.To.DECLINED, MemberChange.To.MOVED_OUT);
        model.addAttribute(
                "rows",
                List.of(
                        new MembersForm.Row(
                                "a",
                                "Amina Testesen, 41 år",
                                words.say("consent.participation.PARTICIPANT"),
                                true,
                                choices,
                                "DECLINED",
                                null),
                        new MembersForm.Row(
                                "b",
                                "Bo Testesen, 52 år",
                                words.say("members.new"),
                                false,
                                List.of(MemberChange.To.values()),
                                "OUTSIDE",
                                null)));
        model.addAttribute("reasons", SetUpForm.REASONS);
        model.addAttribute("declined", 1);
        model.addAttribute("departed", 2);
        return "consent/medlemmer";
    }

    @GetMapping("/galleri/samtykke-ophoert/{state}")
    String ended(@PathVariable String state, Model model, Locale locale) {
        frame(model, locale);
        DeskHousehold home = home(everybody(), List.of());
        String kind = state.equals("fejl") ? "MISTAKE" : state.equals("del") ? "NARROWED" : "WITHDRAWN";
        model.addAttribute("household", home);
        model.addAttribute("way", EndingWay.of(state));
        model.addAttribute("at", ENDED);
        model.addAttribute("by", "Maja Test");
        model.addAttribute(
                "lines",
                HistoryLine.of(home, versions()).stream()
                        .filter(line -> line.kind().equals(kind))
                        .toList());
        return "consent/ended";
    }

    @GetMapping("/galleri/samtykke-fornyes/{state}")
    String renew(@PathVariable String state, Model model, Locale locale) {
        frame(model, locale);
        Consent consent = Objects.requireNonNull(amina().consent());
        List<Renewals.Grantor> grantors = List.of(
                new Renewals.Grantor("1", Capacity.SELF, Consenting.number("Amina"), "Amina"),
                new Renewals.Grantor("2", Capacity.GUARDIAN, Consenting.number("Ukendt"), null));
        model.addAttribute("household", home(everybody(), List.of()));
        model.addAttribute("person", amina());
        model.addAttribute("needed", state.equals("ikke-her") ? null : new Renewals.Needed(amina(), consent, grantors));
        model.addAttribute("form", RenewalForm.empty(ENDS.plusYears(1)));
        model.addAttribute("stand", "2-1");
        model.addAttribute(
                "problems", state.equals("mangler") ? List.of("giver", "maade", "givet", "bilag", "slut") : List.of());
        return "consent/renew";
    }

    @GetMapping("/galleri/samtykke-imens/{state}")
    String meanwhile(@PathVariable String state, Model model, Locale locale) {
        frame(model, locale);
        model.addAttribute("household", home(everybody(), List.of()));
        model.addAttribute("way", EndingWay.WITHDRAW);
        model.addAttribute("by", "Dorte Test");
        return state.equals("ulogget") ? "consent/ended-unlogged" : "consent/changed";
    }

    @GetMapping("/galleri/samtykke-usynligt/{state}")
    String unseen(@PathVariable String state, Model model, Locale locale) {
        frame(model, locale);
        FormMistakes mistakes = new FormMistakes();
        if (state.equals("mangler")) {
            mistakes.add("nummer", messages.getMessage("takeback.err.number", null, locale));
            mistakes.add("laest", messages.getMessage("end.err.laest", null, locale));
        }
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("consent", HOME);
        return state.equals("trukket") ? "consent/taken-back" : "consent/take-back";
    }

    private void frame(Model model, Locale locale) {
        Viewer maja = new Viewer("maja", "Maja Test", Viewer.Role.COORDINATOR, "Fjordsted Kommune", Set.of("Nord"));
        model.addAttribute("words", new Words(messages, locale, clock));
        model.addAttribute(
                "frame",
                new PageFrame(
                        new TeamSettings("Eksempel Kommune", "12 34 56 78"),
                        maja,
                        true,
                        "/samtykker",
                        List.of(
                                new PageFrame.Item("layout.my-households", "/", false),
                                new PageFrame.Item("layout.consents", "/samtykker", true))));
    }

    private static Recorders recorders() {
        return Recorders.of(List.of(
                new Staff.Place("maja", "Maja Test", Viewer.Role.COORDINATOR, null, "Fjordsted Kommune", "T", "Nord")));
    }

    private static List<DeskTask> tasks() {
        return List.of(
                DeskTask.about(yusuf().id(), Kind.TURNED_18, LocalDate.of(2026, 3, 2)),
                new DeskTask(Kind.NEW_ADULT, null, LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 19)),
                DeskTask.about(karim().id(), Kind.NOBODY_CAN_CONSENT, null),
                DeskTask.about(amina().id(), Kind.EXPIRING, ENDS));
    }

    private static DeskHousehold home(List<DeskPerson> persons, List<DeskTask> tasks) {
        return new DeskHousehold(HOME, "H-0417", 38, true, persons, tasks);
    }

    private static DeskHousehold other() {
        return new DeskHousehold(
                new HouseholdId(new UUID(4, 2)),
                "H-0402",
                0,
                false,
                List.of(person(9, null, DeskStatus.WITHDRAWN, Consent.Status.WITHDRAWN, "dorte")),
                List.of());
    }

    private static List<DeskPerson> everybody() {
        return List.of(
                amina(),
                karim(),
                new DeskPerson(new PersonId(new UUID(1, 3)), false, 3, null, DeskStatus.DECLINED, null, null),
                yusuf());
    }

    private static DeskPerson amina() {
        return person(1, "Amina", DeskStatus.EXPIRING, Consent.Status.ACTIVE, "maja");
    }

    private static DeskPerson karim() {
        return person(2, "Karim", DeskStatus.ACTIVE, Consent.Status.ACTIVE, "dorte");
    }

    private static DeskPerson yusuf() {
        return person(4, "Yusuf", DeskStatus.EXPIRED, Consent.Status.EXPIRED, "maja");
    }

    private static DeskPerson person(
            int id, @Nullable String name, DeskStatus status, Consent.Status standing, String recorder) {
        PersonId person = new PersonId(new UUID(1, id));
        Consent consent = new Consent(
                new UUID(2, id),
                1,
                person,
                HOME,
                standing,
                Set.of(Department.EMPLOYMENT, Department.SOCIAL),
                ALL,
                Period.ofMonths(12),
                GIVEN,
                ENDS,
                List.of());
        return new DeskPerson(
                person, false, id, name, status, consent, version(id, 1, standing, null, recorder, RECORDED, ALL));
    }

    private static ConsentVersion version(
            int id,
            int number,
            Consent.Status status,
            @Nullable String scope,
            String recorder,
            Instant recorded,
            Set<Category> categories) {
        boolean mistake = status == Consent.Status.INVALIDATED;
        return new ConsentVersion(
                new UUID(2, id),
                number,
                HOME,
                new PersonId(new UUID(1, id)),
                status,
                Set.of(Department.EMPLOYMENT, Department.SOCIAL),
                categories,
                GIVEN,
                ENDS,
                scope == null || mistake ? null : recorded,
                scope,
                recorder,
                recorded);
    }

    private static List<ConsentVersion> versions() {
        return List.of(
                version(1, 1, Consent.Status.SUPERSEDED, null, "maja", RECORDED, ALL),
                version(2, 1, Consent.Status.SUPERSEDED, null, "dorte", RECORDED, ALL),
                version(4, 1, Consent.Status.SUPERSEDED, null, "maja", RECORDED, ALL),
                version(
                        2,
                        2,
                        Consent.Status.ACTIVE,
                        "CATEGORY",
                        "maja",
                        ENDED.minusSeconds(900),
                        Set.of(Category.CASE_OVERVIEW, Category.MEASURES)),
                version(4, 2, Consent.Status.INVALIDATED, "ALL", "maja", ENDED.minusSeconds(300), ALL),
                version(1, 2, Consent.Status.WITHDRAWN, "ALL", "maja", ENDED, ALL));
    }
}
