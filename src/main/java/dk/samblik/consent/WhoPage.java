package dk.samblik.consent;

import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.DeskSteps.Step;
import dk.samblik.household.CivilClock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Step 1 of recording: who has said yes for whom. */
@Controller
class WhoPage {

    private final Desk desk;
    private final DeskSteps steps;

    WhoPage(Desk desk, DeskSteps steps) {
        this.desk = desk;
        this.steps = steps;
    }

    /** Everybody who may be asked about, and what was said of the others. */
    record Screen(List<Row> rows, List<String> notes) {}

    /**
     * One participant: who must say yes and why. {@code noted} says by whom that was noted by hand, null where the register
     * says it; {@code byHand}: whether it can be noted. {@code standing} is what is recorded already, null for nothing.
     */
    record Row(
            String id,
            String name,
            String reason,
            @Nullable String noted,
            boolean byHand,
            List<Choice> choices,
            @Nullable String standing) {}

    /** One yes. */
    record Choice(String value, String label, boolean ticked) {}

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @GetMapping("/samtykker/husstande/{id}/hvem")
    ModelAndView show(@PathVariable String id, Locale locale) {
        Desk.Opened opened = desk.open(id);
        return page(opened, opened.draft().yes(), new FormMistakes(), steps.words(locale));
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @PostMapping("/samtykker/husstande/{id}/hvem")
    ModelAndView save(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<String> ja,
            @RequestParam int revision,
            Locale locale) {
        DeskWords words = steps.words(locale);
        Desk.Opened opened = desk.open(id);
        Map<String, Set<String>> said = said(opened.household(), ja == null ? List.of() : ja);
        FormMistakes mistakes = new FormMistakes();
        if (said.isEmpty()) {
            mistakes.add(firstTick(opened.household()), words.say("consent.err.who"));
            return page(opened, said, mistakes, words);
        }
        Map<String, String> newest = new HashMap<>(opened.household().references());
        newest.keySet().retainAll(said.keySet());
        if (!steps.keep(opened, opened.draft().who(said, newest), revision)) {
            Desk.Opened now = steps.anew(id, mistakes, words);
            return DeskSteps.changed(page(now, now.draft().yes(), mistakes, words));
        }
        return DeskSteps.to(Step.HVAD.address(opened.household()));
    }

    /** Only what this household's page offers. */
    private static Map<String, Set<String>> said(HouseholdAtDesk household, List<String> ticked) {
        Map<String, Set<String>> said = new HashMap<>();
        for (DeskMember member : household.members()) {
            for (DeskGrantor grantor : member.grantors()) {
                if (canSay(member, grantor) && ticked.contains(value(member, grantor))) {
                    said.computeIfAbsent(member.id().toString(), person -> new HashSet<>())
                            .add(grantor.key());
                }
            }
        }
        return said;
    }

    /** The id of the first tick there is on the page; the page itself where there is none. */
    private static String firstTick(HouseholdAtDesk household) {
        return IntStream.range(0, household.members().size())
                .filter(row -> household.members().get(row).grantors().stream()
                        .anyMatch(grantor -> canSay(household.members().get(row), grantor)))
                .mapToObj(row -> "ja-" + row + "-0")
                .findFirst()
                .orElse("indhold");
    }

    private static boolean canSay(DeskMember member, DeskGrantor grantor) {
        return member.askable() && grantor.number() != null;
    }

    private static String value(DeskMember member, DeskGrantor grantor) {
        return member.id() + "/" + grantor.key();
    }

    private ModelAndView page(
            Desk.Opened opened, Map<String, Set<String>> said, FormMistakes mistakes, DeskWords words) {
        HouseholdAtDesk household = opened.household();
        List<Row> rows = household.members().stream()
                .map(member -> row(household, member, said, words))
                .toList();
        return DeskSteps.page(Step.HVEM, opened, mistakes, new Screen(rows, notes(household, words)));
    }

    private static List<String> notes(HouseholdAtDesk household, DeskWords words) {
        return Stream.of(
                        household.notAsked() == 0 ? "" : words.count("consent.not-asked", household.notAsked()),
                        household.declined() == 0 ? "" : words.count("consent.declined", household.declined()))
                .filter(note -> !note.isEmpty())
                .toList();
    }

    private Row row(HouseholdAtDesk household, DeskMember member, Map<String, Set<String>> said, DeskWords words) {
        Set<String> yes = said.getOrDefault(member.id().toString(), Set.of());
        List<Choice> choices = member.grantors().stream()
                .filter(grantor -> canSay(member, grantor))
                .map(grantor -> new Choice(
                        value(member, grantor),
                        words.say(
                                grantor.capacity() == Capacity.SELF ? "consent.yes.self" : "consent.yes",
                                words.grantor(household, member, grantor)),
                        yes.contains(grantor.key())))
                .toList();
        return new Row(
                member.id().toString(),
                words.person(words.name(household, member), member.person()),
                words.reason(household, member),
                noted(member.note(), words),
                member.byHand(),
                choices,
                standing(member, words));
    }

    private @Nullable String noted(@Nullable CustodyNote note, DeskWords words) {
        return note == null
                ? null
                : words.say(
                        "custody.noted." + note.capacity(),
                        steps.name(note.by()),
                        words.date(note.at().atZone(CivilClock.COPENHAGEN).toLocalDate()),
                        words.say("custody.seen." + note.seenIn()),
                        words.date(note.seenOn()));
    }

    private static @Nullable String standing(DeskMember member, DeskWords words) {
        Consent newest = member.newest();
        return newest == null ? null : words.say("consent.standing." + newest.status(), words.date(newest.to()));
    }
}
