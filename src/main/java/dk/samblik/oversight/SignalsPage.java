package dk.samblik.oversight;

import dk.samblik.access.Access;
import dk.samblik.access.Grant;
import dk.samblik.access.LogSignals;
import dk.samblik.access.LogSignals.Limits;
import dk.samblik.access.LogSignals.Noticed;
import dk.samblik.access.LogSignals.Signal;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.Surnames;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.team.Words;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** What in the log asks for a second look, kind by kind. Not an accusation, and never a score. */
@Controller
class SignalsPage {

    private static final int PAIRS = 1000;

    private final LogSignals signals;
    private final Subjects subjects;
    private final Surnames surnames;
    private final OwnLooks looks;
    private final OversightSettings settings;
    private final CivilClock clock;

    SignalsPage(
            LogSignals signals,
            Subjects subjects,
            Surnames surnames,
            OwnLooks looks,
            OversightSettings settings,
            CivilClock clock) {
        this.signals = signals;
        this.subjects = subjects;
        this.surnames = surnames;
        this.looks = looks;
        this.settings = settings;
        this.clock = clock;
    }

    @OpenTo(Viewer.Role.DPO)
    @GetMapping("/opslagslog/signaler")
    String signals(@ModelAttribute("words") Words words, Model model) {
        Grant look = looks.note(Access.Action.SEARCH, "signals");
        Limits limits = settings.limits();
        Map<Signal, List<Noticed>> noticed = signals.since(look, from(), limits);
        SignalScreen screen =
                screen(noticed.values().stream().flatMap(Collection::stream).toList(), words);
        noticed.forEach((signal, rows) -> screen.add(
                words.say("oversight.signal." + signal),
                words.say(
                        "oversight.signal." + signal + ".what",
                        words.number(limits.many()),
                        words.time(limits.opens()),
                        words.time(limits.closes())),
                rows));
        return show(screen, words, model);
    }

    /**
     * Who opened a household in which somebody has the employee's surname. To tell, the members' names are opened, so each
     * household stands in the log before; hence a question of its own, and by POST.
     */
    @OpenTo(Viewer.Role.DPO)
    @PostMapping("/opslagslog/signaler/efternavn")
    String surnames(@ModelAttribute("words") Words words, Model model) {
        List<Noticed> opened = signals.opened(looks.note(Access.Action.SEARCH, "signals"), from(), PAIRS);
        Set<HouseholdId> households = households(opened);
        Grant look = looks.note(Access.Action.SEARCH, OwnLooks.CONTROL, "surnames compared", households, null);
        Map<HouseholdId, Set<String>> found = surnames.of(look, households);
        SignalScreen screen = screen(opened, words);
        screen.add(
                words.say("oversight.signal.SAME_SURNAME"),
                words.say("oversight.signal.SAME_SURNAME.what"),
                opened.stream()
                        .filter(one -> screen.name(one.actor())
                                .map(Surnames::last)
                                .filter(surname -> one.households().stream()
                                        .anyMatch(home -> found.getOrDefault(home, Set.of())
                                                .contains(surname)))
                                .isPresent())
                        .toList());
        return show(screen, words, model);
    }

    private Instant from() {
        return clock.local().minus(settings.signalsBack()).toInstant();
    }

    private SignalScreen screen(List<Noticed> noticed, Words words) {
        Set<String> actors = noticed.stream().map(Noticed::actor).collect(Collectors.toSet());
        return new SignalScreen(words, subjects.names(actors), subjects.numbers(households(noticed)));
    }

    private static Set<HouseholdId> households(List<Noticed> noticed) {
        return noticed.stream()
                .map(Noticed::households)
                .flatMap(Collection::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private String show(SignalScreen screen, Words words, Model model) {
        model.addAttribute("since", words.date(words.dayOf(from())));
        model.addAttribute("groups", screen.groups());
        return "oversight/signals";
    }
}
