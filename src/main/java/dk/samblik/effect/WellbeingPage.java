package dk.samblik.effect;

import dk.samblik.access.Access;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Viewer;
import dk.samblik.consent.FormMistakes;
import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.team.Looks;
import dk.samblik.team.Looks.Door;
import dk.samblik.team.Looks.Look;
import dk.samblik.team.PageFrame;
import dk.samblik.team.Words;
import dk.samblik.view.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * WHO-5, entered by the coordinator together with the person. Only those whose consent covers wellbeing can be chosen. What
 * was answered is never shown again: the page tells when, and the figures count it.
 */
@Controller
class WellbeingPage {

    static final String PURPOSE = "wellbeing";

    private static final int ITEMS = 5;

    private final Looks looks;
    private final WellbeingAnswers answers;
    private final CivilClock clock;

    WellbeingPage(Looks looks, WellbeingAnswers answers, CivilClock clock) {
        this.looks = looks;
        this.answers = answers;
        this.clock = clock;
    }

    @OpenTo(Viewer.Role.COORDINATOR)
    @GetMapping("/husstande/{id}/trivsel")
    ModelAndView ask(
            @PathVariable String id,
            @RequestParam Map<String, String> asked,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame) {
        Door door = looks.doorToChange(id, frame.settings());
        return page(door, Map.of(), new FormMistakes(), asked.containsKey("gemt"), words);
    }

    @OpenTo(Viewer.Role.COORDINATOR)
    @PostMapping("/husstande/{id}/trivsel")
    ModelAndView answer(
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame) {
        Door door = looks.doorToChange(id, frame.settings());
        FormMistakes mistakes = new FormMistakes();
        Optional<PersonId> person = person(form, door.household());
        List<@Nullable Integer> items = items(form);
        if (person.isEmpty()) {
            mistakes.add("person", words.say("wellbeing.err.person"));
        }
        if (items.stream().allMatch(item -> item == null)) {
            mistakes.add("svar-1", words.say("wellbeing.err.items"));
        }
        if (!mistakes.none()) {
            return page(door, form, mistakes, false, words);
        }
        looks.open(door, Access.Action.DETAIL, Set.of(Category.WELLBEING), PURPOSE);
        if (!answers.keep(door.household(), person.orElseThrow(), clock.today(), items, door.viewer())) {
            mistakes.add("person", words.say("wellbeing.err.kept"));
            return page(door, form, mistakes, false, words);
        }
        return new ModelAndView(SeeOther.at("/husstande/" + door.household() + "/trivsel?gemt"));
    }

    /** Who was chosen, where that is somebody who may be asked. */
    private Optional<PersonId> person(Map<String, String> form, HouseholdId household) {
        String chosen = form.getOrDefault("person", "");
        return answers.mayBeAsked(household).stream()
                .filter(one -> one.toString().equals(chosen))
                .findFirst();
    }

    /** The five items; one without an answer of 0 to 5 is missing. */
    private static List<@Nullable Integer> items(Map<String, String> form) {
        List<@Nullable Integer> items = new ArrayList<>();
        for (int item = 1; item <= ITEMS; item++) {
            String said = form.getOrDefault("svar-" + item, "");
            items.add(said.matches("[0-5]") ? Integer.valueOf(said) : null);
        }
        return items;
    }

    private ModelAndView page(Door door, Map<String, String> form, FormMistakes mistakes, boolean saved, Words words) {
        Look look = looks.open(door, Access.Action.DETAIL, Set.of(Category.WELLBEING), PURPOSE);
        Set<PersonId> may = answers.mayBeAsked(door.household());
        List<WellbeingScreen.Asked> asked = door.seeing().of(look.whole()).members().stream()
                .filter(member -> member.kind() == Member.Kind.ADULT && may.contains(member.id()))
                .map(member -> new WellbeingScreen.Asked(
                        member.id().toString(),
                        member.firstName() == null
                                ? words.say("wellbeing.adult", member.ordinal())
                                : member.firstName()))
                .toList();
        List<java.time.LocalDate> before = answers.of(look.grant(), List.of(door.household())).stream()
                .map(WellbeingAnswers.Answer::given)
                .distinct()
                .toList();
        ModelAndView page =
                new ModelAndView("effect/wellbeing", mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("mistakes", mistakes);
        page.addObject(
                "screen",
                new WellbeingScreen(
                        door.household().toString(), look.whole().frame().number(), asked, form, saved, before));
        return page;
    }

    /** The items, for the page. */
    static List<Integer> numbers() {
        return IntStream.rangeClosed(1, ITEMS).boxed().toList();
    }
}
