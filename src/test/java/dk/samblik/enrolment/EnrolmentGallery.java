package dk.samblik.enrolment;

import dk.samblik.access.Viewer;
import dk.samblik.consent.FormMistakes;
import dk.samblik.enrolment.Enrolments.Progress;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.programme.Programme;
import dk.samblik.programme.Programmes;
import dk.samblik.team.PageFrame;
import dk.samblik.team.TeamSettings;
import dk.samblik.team.Words;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Contact, referral and the end of a household's time, in every state. */
@TestComponent
@Controller
public class EnrolmentGallery {

    public static final List<String> ADDRESSES = List.of(
            "/galleri/kontakt/tom",
            "/galleri/kontakt/ingen",
            "/galleri/kontakt/nogle",
            "/galleri/kontakt/gemt",
            "/galleri/kontakt/fejl",
            "/galleri/kontakt/mange",
            "/galleri/henvis/tom",
            "/galleri/henvis/fejl",
            "/galleri/henvis/ingen",
            "/galleri/afslut/sporg",
            "/galleri/afslut/fejl",
            "/galleri/afslut/afsluttet",
            "/galleri/afslut/i-dag");

    private static final Programmes PROGRAMMES = Programmes.in(Path.of("programmes"));
    private static final Programme DRAWS = PROGRAMMES.of("FREMSKUDT");
    private static final Programme REFERS = PROGRAMMES.of("HELFAMILIE");

    private final MessageSource messages;
    private final CivilClock clock;

    EnrolmentGallery(MessageSource messages, CivilClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/galleri/kontakt/{state}")
    String contact(@PathVariable String state, Model model, Locale locale) {
        Words words = frame(model, locale, "/kontakt");
        List<Candidate> all = state.equals("tom") ? List.of() : candidates(state.equals("mange") ? 70 : 9);
        String came = state.equals("gemt") ? "DONE" : state.equals("fejl") ? "NO_SUCH_HOUSEHOLD" : null;
        ContactChoice choice = new ContactChoice(
                state.equals("ingen") ? "paamind" : "alle",
                state.equals("mange") ? 2 : 1,
                came == null ? null : all.get(3).id().toString(),
                came);
        List<Candidate> shown = state.equals("ingen") ? all.subList(3, 4) : all;
        ContactList list = ContactList.of(shown, choice, PROGRAMMES, clock.today());
        List<ContactScreen.Towards> towards = List.of(
                new ContactScreen.Towards(DRAWS, new Progress(47, 5, 180)),
                new ContactScreen.Towards(REFERS, new Progress(12, 3, 45)));
        model.addAttribute("contact", ContactScreen.of(list, names(all), towards, words));
        return "enrolment/contact";
    }

    private List<Candidate> candidates(int many) {
        List<Candidate> all = new ArrayList<>();
        for (int at = 0; at < many; at++) {
            all.add(candidate(at, Step.values()[at % Step.values().length]));
        }
        return all;
    }

    private Candidate candidate(int at, Step step) {
        LocalDate day = clock.today().minusDays(20);
        boolean written = step != Step.NEW;
        boolean answered = step == Step.YES || step == Step.NO || step.ordinal() > Step.DROPPED_OUT.ordinal();
        String reason = step == Step.DROPPED_OUT ? "MOVED" : step == Step.ENDED ? "COMPLETED" : null;
        return new Candidate(
                new UUID(7, at),
                at % 3 == 2 ? "HELFAMILIE" : "FREMSKUDT",
                (at % 3 == 2 ? "K-00" : "H-04") + (10 + at),
                at % 3 == 2 ? "Skovparken" : "Lærkevænget",
                step,
                day,
                reason,
                at % 5 == 1,
                step != Step.NO,
                at % 3 == 2 ? List.of("SKOLEFRAVAER", "EGET_OENSKE") : List.of(),
                2,
                step == Step.REMINDED ? 1 : 0,
                written ? day.minusDays(9) : null,
                written ? day : null,
                answered ? day.plusDays(5) : null,
                true);
    }

    private static Map<UUID, Addressee> names(List<Candidate> all) {
        Map<UUID, Addressee> names = new HashMap<>();
        all.stream()
                .filter(Candidate::named)
                .forEach(one ->
                        names.put(one.id(), new Addressee("Bente Test", "Lærkevænget 12, 2. tv, 9988 Fjordsted")));
        return names;
    }

    @GetMapping("/galleri/henvis/{state}")
    String referral(@PathVariable String state, Model model, Locale locale) {
        Words words = frame(model, locale, "/kontakt");
        ReferralForm form = state.equals("fejl")
                ? new ReferralForm("Skovparken", List.of(), "SCHOOL", "", "Skovparken 4", null, null)
                : ReferralForm.EMPTY;
        List<Programme> open = state.equals("ingen") ? List.of() : List.of(REFERS);
        FormMistakes mistakes = new FormMistakes();
        if (state.equals("fejl")) {
            form.check(open, Set.of("Skovparken"), mistakes, words);
        }
        model.addAttribute("referral", ReferralForm.Screen.of(open, Set.of("Skovparken"), form));
        model.addAttribute("mistakes", mistakes);
        return "enrolment/referral";
    }

    @GetMapping("/galleri/afslut/{state}")
    String end(@PathVariable String state, Model model, Locale locale) {
        Words words = frame(model, locale, "/husstande");
        FormMistakes mistakes = new FormMistakes();
        if (state.equals("fejl")) {
            mistakes.add("grund", words.say("exit.err.reason"));
            mistakes.add("laest", words.say("end.err.laest"));
        }
        LocalDate today = clock.today();
        @Nullable LocalDate exit = state.equals("afsluttet") ? today.minusDays(1) : null;
        LocalDate enrolled = state.equals("i-dag") ? today : today.minusMonths(9);
        model.addAttribute("standing", new HouseholdEnds.Standing("H-0417", "FREMSKUDT", enrolled, exit));
        model.addAttribute("household", new HouseholdId(new UUID(0, 1)));
        model.addAttribute("possible", exit == null && enrolled.isBefore(today));
        model.addAttribute("lastDay", today.minusDays(1));
        model.addAttribute("gone", today.plusDays(30));
        model.addAttribute("reasons", HouseholdEnds.REASONS);
        model.addAttribute("reason", "");
        model.addAttribute("back", "/samtykker");
        model.addAttribute("mistakes", mistakes);
        return "enrolment/end";
    }

    private Words frame(Model model, Locale locale, String path) {
        Words words = new Words(messages, locale, clock);
        model.addAttribute("words", words);
        model.addAttribute(
                "frame",
                new PageFrame(
                        new TeamSettings("Eksempel Kommune", "12 34 56 78"),
                        new Viewer("kaj", "Kaj Test", Viewer.Role.CONTACT, "Fjordsted Kommune", Set.of("Lærkevænget")),
                        true,
                        path,
                        List.of(new PageFrame.Item("layout.contacts", "/kontakt", true))));
        return words;
    }
}
