package dk.samblik.oversight;

import dk.samblik.access.Access;
import dk.samblik.access.Grant;
import dk.samblik.access.LogReading;
import dk.samblik.access.LogReading.Found;
import dk.samblik.access.LogReading.Query;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SecondPlace;
import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.oversight.Subjects.Membership;
import dk.samblik.team.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The data protection officer's first page: whether the log holds, and a search in it. The page itself shows nobody and so
 * comes also when the log cannot be written; whatever tells of anybody is logged first.
 */
@Controller
@EnableConfigurationProperties(OversightSettings.class)
class LogPage {

    private static final int MOST = 200;

    private final Proof proof;
    private final SecondPlace secondPlace;
    private final SpotChecks checks;
    private final MistakenConsents mistakes;
    private final Subjects subjects;
    private final OwnLooks looks;
    private final LogReading log;
    private final Lines lines;
    private final CivilClock clock;

    LogPage(
            Proof proof,
            SecondPlace secondPlace,
            SpotChecks checks,
            MistakenConsents mistakes,
            Subjects subjects,
            OwnLooks looks,
            LogReading log,
            Lines lines,
            CivilClock clock) {
        this.proof = proof;
        this.secondPlace = secondPlace;
        this.checks = checks;
        this.mistakes = mistakes;
        this.subjects = subjects;
        this.looks = looks;
        this.log = log;
        this.lines = lines;
        this.clock = clock;
    }

    @OpenTo(Viewer.Role.DPO)
    @GetMapping("/opslagslog")
    String front(@ModelAttribute("words") Words words, Model model) {
        return show(LogSearch.NOTHING, LogScreen.Result.NONE, Map.of(), words, model);
    }

    @OpenTo(Viewer.Role.DPO)
    @PostMapping("/opslagslog/efterproev")
    RedirectView verify() {
        proof.walk();
        return new RedirectView("/opslagslog", true);
    }

    /** By POST, so that no number and no name stands in an address. */
    @OpenTo(Viewer.Role.DPO)
    @PostMapping("/opslagslog")
    String search(LogSearch search, @ModelAttribute("words") Words words, HttpServletResponse response, Model model) {
        Map<String, String> errors = search.errors(clock.today());
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(search, LogScreen.Result.NONE, errors, words, model);
        }
        return show(search, result(search, words), Map.of(), words, model);
    }

    private String show(
            LogSearch search, LogScreen.Result result, Map<String, String> errors, Words words, Model model) {
        model.addAttribute(
                "log",
                new LogScreen(
                        words,
                        LogState.of(proof.state(), words),
                        PlaceState.of(secondPlace, clock.now(), words),
                        checks.all(),
                        mistakes.all(),
                        clock.today(),
                        search,
                        errors,
                        result));
        return "oversight/log";
    }

    private LogScreen.Result result(LogSearch search, Words words) {
        Days days = search.days(clock.today()).orElseThrow();
        Optional<Set<HouseholdId>> household = search.household()
                .map(number -> subjects.household(number).map(Set::of).orElse(Set.of()));
        Optional<List<Membership>> person = search.number().map(subjects::memberships);
        Set<HouseholdId> households = households(household, person);
        Set<PersonId> persons =
                person.orElse(List.of()).stream().map(Membership::person).collect(Collectors.toUnmodifiableSet());
        Grant look = looks.note(
                Access.Action.SEARCH,
                OwnLooks.CONTROL,
                search.asked(days),
                households,
                persons.stream().findFirst().orElse(null));
        boolean unknown = (household.isPresent() || person.isPresent()) && households.isEmpty();
        if (unknown) {
            return LogScreen.Result.of(days, new Found(List.of(), 0), List.of());
        }
        Set<String> actors = search.employee().map(subjects::employees).orElse(Set.of());
        Query query = new Query(days.begins(), days.ends(), search.by(), households, persons, actors, search.actions());
        Found found = log.find(look, query, MOST);
        return LogScreen.Result.of(days, found, lines.of(found.rows(), words));
    }

    /** Of both questions where both are asked. */
    private static Set<HouseholdId> households(
            Optional<Set<HouseholdId>> household, Optional<List<Membership>> person) {
        Set<HouseholdId> ofPerson = person.orElse(List.of()).stream()
                .map(Membership::household)
                .collect(Collectors.toCollection(HashSet::new));
        if (household.isEmpty()) {
            return ofPerson;
        }
        Set<HouseholdId> both = new HashSet<>(household.get());
        if (person.isPresent()) {
            both.retainAll(ofPerson);
        }
        return both;
    }
}
