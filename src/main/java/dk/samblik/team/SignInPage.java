package dk.samblik.team;

import dk.samblik.access.OpenSignIn;
import dk.samblik.access.OpenToAnybody;
import dk.samblik.access.Staff;
import dk.samblik.access.Staff.Place;
import dk.samblik.access.Viewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in. In the demo everybody may be anybody; elsewhere the page names nobody. */
@Controller
class SignInPage {

    private static final Set<String> REASONS = Set.of("afbrudt", "niveau", "gammelt", "ikke-igen", "intet-svar", "hub");

    private final Staff staff;
    private final @Nullable OpenSignIn open;

    SignInPage(Staff staff, ObjectProvider<OpenSignIn> open) {
        this.staff = staff;
        this.open = open.getIfAvailable();
    }

    /** Those of one team, by their places. */
    record Group(String title, List<Person> people) {}

    /** Somebody to be. */
    record Person(String subject, String name, String title) {}

    @OpenToAnybody
    @GetMapping("/log-paa")
    String signIn(
            @RequestParam(required = false) @Nullable String fejl,
            @RequestParam(required = false) @Nullable String af,
            @RequestParam(required = false) @Nullable String slut,
            @RequestParam(required = false) @Nullable String igen,
            @ModelAttribute("words") Words words,
            Model model) {
        model.addAttribute("failure", fejl == null ? null : failure(fejl));
        model.addAttribute("signedOut", af != null);
        model.addAttribute("ended", slut != null);
        model.addAttribute("again", igen != null);
        if (open != null) {
            model.addAttribute("people", groups(staff.all(), words));
            model.addAttribute("demoPassword", open.shownPassword());
        } else {
            model.addAttribute("provider", "/log-paa/kommune");
        }
        return "access/sign-in";
    }

    /** The text for a reason the sign-in gave; a reason of the reader's own making says no more than that it failed. */
    private String failure(String reason) {
        if (open != null) {
            return "sign-in.failed.demo";
        }
        return REASONS.contains(reason) ? "sign-in.failed." + reason : "sign-in.failed.text";
    }

    static List<Group> groups(List<Place> places, Words words) {
        Map<String, List<Place>> teams =
                places.stream().collect(Collectors.groupingBy(Place::team, LinkedHashMap::new, Collectors.toList()));
        return teams.entrySet().stream()
                .map(team -> new Group(
                        team.getValue().stream().allMatch(place -> place.role() == Viewer.Role.IT)
                                ? words.say("sign-in.group.it")
                                : team.getKey(),
                        team.getValue().stream()
                                .map(place -> person(place, words))
                                .toList()))
                .toList();
    }

    private static Person person(Place place, Words words) {
        String role = words.say("sign-in.role." + place.role());
        String title = Objects.requireNonNullElse(place.title(), role);
        boolean coordinator = place.role() == Viewer.Role.COORDINATOR && !title.equals(role);
        return new Person(place.subject(), place.name(), coordinator ? title + " · " + role : title);
    }
}
