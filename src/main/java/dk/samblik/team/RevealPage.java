package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.Grant;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Sight;
import dk.samblik.access.Viewer;
import dk.samblik.consent.Numbers;
import dk.samblik.consent.Numbers.Numbered;
import dk.samblik.household.Cpr;
import dk.samblik.household.PersonId;
import dk.samblik.population.Address;
import dk.samblik.population.Person;
import dk.samblik.population.Population;
import dk.samblik.team.Looks.Door;
import dk.samblik.team.Looks.Look;
import dk.samblik.team.RevealScreen.Asked;
import dk.samblik.view.Member;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * A CPR number in full, or a protected address: asked for by name and purpose, shown in the answer to that form and nowhere
 * else, and gone at the next page.
 */
@Controller
class RevealPage {

    private final Looks looks;
    private final Numbers numbers;
    private final Population population;

    RevealPage(Looks looks, Numbers numbers, Population population) {
        this.looks = looks;
        this.numbers = numbers;
        this.population = population;
    }

    /** The numbers without their last four digits. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/cpr")
    ModelAndView numbers(
            @PathVariable String id, @ModelAttribute("words") Words words, @ModelAttribute("frame") PageFrame frame) {
        return page(Reveal.CPR, open(Reveal.CPR, id, frame), null, null, frame, words);
    }

    @OpenTo(Viewer.Role.COORDINATOR)
    @PostMapping("/husstande/{id}/cpr")
    ModelAndView number(
            @PathVariable String id,
            Asked asked,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame) {
        return reveal(Reveal.CPR, id, asked, frame, words);
    }

    /** Whose address may be asked for. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/adresse")
    ModelAndView addresses(
            @PathVariable String id, @ModelAttribute("words") Words words, @ModelAttribute("frame") PageFrame frame) {
        return page(Reveal.ADDRESS, open(Reveal.ADDRESS, id, frame), null, null, frame, words);
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @PostMapping("/husstande/{id}/adresse")
    ModelAndView address(
            @PathVariable String id,
            Asked asked,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame) {
        return reveal(Reveal.ADDRESS, id, asked, frame, words);
    }

    /** The household, looked at for this; refused, and the try logged, where the role does not open it. */
    private Look open(Reveal what, String id, PageFrame frame) {
        Door door = looks.door(id, frame);
        if (what.sight(door.viewer(), frame.settings()) == Sight.NO) {
            throw looks.refuse(door, Set.of());
        }
        return looks.open(door, Access.Action.DETAIL, Set.of());
    }

    private ModelAndView reveal(Reveal what, String id, Asked asked, PageFrame frame, Words words) {
        Look look = open(what, id, frame);
        if (what.sight(look.door().viewer(), frame.settings()) != Sight.ON_DEMAND) {
            throw looks.refuse(look.door(), Set.of());
        }
        Optional<Member> member = asked.member(RevealScreen.offered(what, look.whole()));
        String purpose = asked.formaal();
        if (member.isEmpty() || purpose == null || !asked.hasPurpose(what)) {
            ModelAndView again = page(what, look, asked, null, frame, words);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        PersonId person = member.get().id();
        Grant grant = looks.reveal(look, what.action(), person, purpose);
        String value = value(what, grant, look, person).orElseGet(() -> words.say("reveal.none." + what));
        return page(what, look, asked, value, frame, words);
    }

    /** As it is held, or as the population register has it now; a protected address is never kept by the hub. */
    private Optional<String> value(Reveal what, Grant grant, Look look, PersonId person) {
        Optional<Cpr> number = Optional.ofNullable(held(grant, look).get(person));
        if (what == Reveal.CPR) {
            return number.map(Cpr::written);
        }
        population.load();
        return number.map(one -> population.find(List.of(one)).get(one))
                .map(Person::address)
                .flatMap(Address::written);
    }

    private Map<PersonId, Cpr> held(Grant grant, Look look) {
        return numbers.of(grant, List.of(look.door().household())).stream()
                .collect(Collectors.toMap(Numbered::person, Numbered::number));
    }

    private ModelAndView page(
            Reveal what, Look look, @Nullable Asked asked, @Nullable String shown, PageFrame frame, Words words) {
        Map<PersonId, Cpr> held = what == Reveal.CPR ? held(look.grant(), look) : Map.of();
        boolean onDemand = what.sight(look.door().viewer(), frame.settings()) == Sight.ON_DEMAND;
        ModelAndView page = new ModelAndView("team/reveal");
        page.addObject("reveal", RevealScreen.of(what, look.whole(), held, onDemand, asked, shown, words));
        return page;
    }
}
